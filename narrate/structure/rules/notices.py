"""What the publisher says about the article itself (notices), and who made it (credits at its end)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.english.agencies import NEWS_SOURCE
from narrate.english.dates import DATE
from narrate.structure.piece import Piece, each_open

_IT = (
    r"(?:article|story|post|report|piece|page|column|interview|review|version|headline|text|transcript"
    r"|analysis)"
)
_MAKING = (
    r"(?:updated|corrected|amended|edited|changed|revised|clarified|archived|published|reprinted|republished"
    r"|produced|translated|reposted|modified)"
)
# How notices begin.
_NOTICE = re.compile(
    r"[\[(*•\s]*(?:"
    r"(?:editor['’]?s?['’]?|publisher['’]s|author['’]s|reader) notes?\b"
    r"|(?:correction|clarification)\b[^.]{0,30}?[:—–-] |(?:correction|clarification)\. "
    rf"|update(?:d|s)?(?: (?:\d+|at .{{1,30}}|on .{{1,30}}))? ?[:—–-] (?!{DATE}.{{0,20}}$)"
    r"|(?:an? |the )?(?:earlier|previous|original|prior) (?:\w+ )?version of (?:this|the) "
    rf"|(?:this|the (?:above|following)) (?:\w+ )?{_IT}"
    r" (?:is an? (?:archived|developing|breaking|updated|opinion)\b|is more than \d+ (?:year|month)s? old\b"
    rf"|(?:was|were|has been|have been|will be|is being) (?:\w+ ){{0,2}}{_MAKING}\b"
    r"|(?:originally |first |also )+(?:appeared|ran|published)|appeared (?:first|originally)"
    r"|(?:contains|discusses|includes) (?:\w+ ){0,4}"
    r"(?:language|images|content|descriptions?|details|spoilers|scenes))"
    r"|this is an? (?:archived|developing|breaking(?: news)?|updated) "
    r"|the information in this (?:article|story)|(?:content|trigger|viewer) warning\b|warning: "
    r"|(?:more|updates|details) (?:to follow|follows|to come)\b"
    r")",
    re.IGNORECASE,
)
_NOTICE_WORDS = 90
"""The longest in the articles looked at has 60; a column of corrections is an article."""
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_MADE = (
    r"(?:reporting|writing|(?:photo |video )?editing|research|compiled|graphics?|production|translation"
    r"|translated|edited|written"
    r"|produced|illustrations?|video|audio)"
)
# Whole lines.
_CREDIT = re.compile(
    r"[\[(*_\s]*(?:"
    r".*\bcontributed (?:(?:additional |to )?(?:reporting|research|writing) )?(?:to|for|from) (?:this|the) "
    rf"{_IT}\b.{{0,80}}"
    r"|.*\bcontributed (?:additional )?(?:reporting|research)\b.{0,60}"
    rf"|(?:additional |with |original )?{_MADE}(?: and \w+)? (?:by|from):? (?-i:{_NAME}).*"
    rf"|(?:page |web |copy |photo )?(?:editors?|producers?|reporters?|photographers?):"
    rf" (?-i:{_NAME}).{{0,80}}"
    r"|with (?:files|reporting|additional reporting|contributions|inputs?|material) (?:from|by) .*"
    r"|sourcing: .*|to contact the (?:reporter|editor|author|writer)s?\b.*"
    r"|contact (?:the (?:reporter|author|writer)|us|him|her) (?:at|on)\b.*|contact .{2,60} (?:at|on) \S+@\S+"
    # Tweets and posts name their author behind the text.
    r"|[—–-]* ?[^()]{1,50} \(@\w+\)(?: .{3,30}\d{4})?|a post shared by .{2,60}\(@[\w.]+\).{0,60}"
    r"|.{0,80}\b(?:can be|is) reached at\b.*"
    rf"|[—–-]* ?(?:the )?{NEWS_SOURCE}"
    r")[\])*_.\s]*",
    re.IGNORECASE | re.DOTALL,
)
_CREDIT_WORDS = 90
_LONGEST = 900
"""Characters, of either: beyond, a line is not looked at."""


def mark_notices(pieces: Sequence[Piece]) -> list[Piece]:
    """Archive notes, corrections, updates, warnings."""
    return each_open(pieces, _mark_notice)


def mark_credits(pieces: Sequence[Piece]) -> list[Piece]:
    """Contributors, reporters and editors, agencies, addresses of the authors."""
    return each_open(pieces, _mark_credit)


def _mark_notice(piece: Piece) -> list[Piece]:
    is_notice = _is_short(piece, _NOTICE_WORDS) and _NOTICE.match(piece.text) is not None
    return [piece.marked("notice") if is_notice else piece]


def _mark_credit(piece: Piece) -> list[Piece]:
    return [piece.marked("credit") if names_contributors(piece) else piece]


def names_contributors(piece: Piece) -> bool:
    """Whether a line says nothing but who contributed to the article."""
    return _is_short(piece, _CREDIT_WORDS) and _CREDIT.fullmatch(piece.text) is not None


def _is_short(piece: Piece, most_words: int) -> bool:
    return len(piece.text) < _LONGEST and len(piece.words) <= most_words
