"""What the publisher says about the article itself (notices), and who made it (credits at its end)."""

from __future__ import annotations

import re

from narrate.reading.piece import Piece

_IT = r"(?:article|story|post|report|piece|page|column|interview|review|version|headline|text|transcript)"
_NOTICE = re.compile(
    r"[\[(*\s]*(?:"
    r"(?:editor['’]?s?['’]?|publisher['’]s|author['’]s|reader) notes?\b|correction\b.{0,30}?[:.—–-] |clarification\b.{0,30}?[:—–-]"
    r"|(?:update|updated|update \d+|updated at .{1,30}|update,? .{1,30}?):? ?[:—–-] "
    r"|(?:an? |the )?(?:earlier|previous|original|prior) (?:\w+ )?version of (?:this|the) "
    rf"|(?:this|the (?:above|following)) (?:\w+ )?{_IT} (?:is an? (?:archived|developing|breaking|updated|opinion)"
    r"|(?:was|were|has been|have been|will be|is being) (?:\w+ ){0,2}(?:updated|corrected|amended|edited|changed|revised|"
    r"clarified|archived|published|reprinted|republished|produced|translated|reposted|modified)"
    r"|(?:originally |first |also )+(?:appeared|ran|published)|appeared (?:first|originally)|contains|discusses|includes)"
    r"|this is an? (?:archived|developing|breaking(?: news)?|updated) "
    r"|the information in this (?:article|story)|(?:content|trigger|viewer) warning\b|warning: "
    r"|(?:more|updates|details) (?:to follow|follows|to come)\b"
    r")",
    re.IGNORECASE,
)
_NOTICE_WORDS = 90
"""The longest in the articles looked at has 60; a column of corrections is an article."""
_SHORT_ONLY = re.compile(r"update|warning", re.IGNORECASE)

_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_CREDIT = re.compile(
    r"[\[(*_\s]*(?:"
    r".*\bcontributed (?:(?:additional |to )?(?:reporting|research|writing) )?(?:to|for|from) (?:this|the) "
    rf"{_IT}\b.{{0,80}}"
    r"|.*\bcontributed (?:additional )?(?:reporting|research)\b.{0,60}"
    r"|(?:additional |with |original )?(?:reporting|writing|editing|research|compiled|graphics?|production|translation|"
    rf"translated|edited|written|produced|illustrations?|video|audio)(?: and \w+)? (?:by|from):? {_NAME}.*"
    r"|(?:page |web |copy |photo )?(?:editors?|producers?|reporters?|photographers?): [A-ZÀ-Þ].{0,80}"
    rf"|with (?:files|reporting|additional reporting|contributions|inputs?|material) (?:from|by) .*"
    r"|sourcing: .*|to contact the (?:reporter|editor|author|writer)s?\b.*|contact (?:the (?:reporter|author|writer)|us|him|her)"
    r" (?:at|on)\b.*"
    r"|[\w.+-]+@[\w-]+\.[\w.]{2,}|.{0,80}\b(?:can be|is) reached at\b.*"
    r"|[—–-]* ?(?:the )?(?:associated press|reuters|afp|ap|press association|agence france-presse|bloomberg|upi|dpa|pa|tass|ians|pti)"
    r")[\])*_.\s]*",
    re.IGNORECASE | re.DOTALL,
)
_CREDIT_WORDS = 90


def mark_notice(piece: Piece) -> list[Piece]:
    """Archive notes, corrections, updates, warnings."""
    limit = 40 if _SHORT_ONLY.match(piece.text.lstrip("[(* ")) else _NOTICE_WORDS
    if len(piece.text) < 900 and len(piece.words) <= limit and _NOTICE.match(piece.text):
        return [piece.marked("notice")]
    return [piece]


def mark_credit(piece: Piece) -> list[Piece]:
    """Contributors, reporters and editors, agencies, addresses of the authors."""
    if len(piece.text) < 900 and len(piece.words) <= _CREDIT_WORDS and _CREDIT.fullmatch(piece.text):
        return [piece.marked("credit")]
    return [piece]
