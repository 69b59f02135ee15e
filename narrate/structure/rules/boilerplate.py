"""What belongs to the web page and not to the article: links, buttons, appeals, browser and legal notices.

To call a sentence of the article boilerplate loses it, so a pattern has to match the whole of a short line.
What is left over is spoken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.english.reporting_verbs import PLAINEST
from narrate.english.sentence_ends import END
from narrate.structure.piece import Piece, each_open
from narrate.structure.rules.boilerplate_wording import BROWSER, EMPTY, LINK, WORDING

DANGLING = "call to a link that is missing"

_LONGEST = 600
"""Characters. The longest of these notices in the pages looked at has 420."""
_LINK_LENGTH = 100
"""Characters of a link that may keep the full stop of its sentence."""
_REASONS = tuple(WORDING)
# One pattern, whose groups are the reasons in their order: nearly every line is none of them. For lines in
# lower case: to compile and to match it for letters of any case takes twice as long.
_BOILERPLATE = re.compile("|".join(f"({'|'.join(phrases)})" for phrases in WORDING.values()), re.DOTALL)
_NEVER_NEWS = {LINK, EMPTY, BROWSER}
"""Reasons that nothing said by somebody can be meant by."""
_QUOTING_WORDS = 12
"""Words of a line that can hold a quotation and who said it; shorter ones are no sentences of the article."""
_SPEECH = re.compile(rf"[“”\"]|\b(?:{'|'.join(sorted(PLAINEST))}|according)\b")
# A sentence without its end that leads to an address or a button, both lost with the page's links.
_CALL = re.compile(
    r"(?:(?:For|To) [^.!?]{3,80}, )?(?:[Pp]lease )?"
    r"(?:[Vv]isit|[Cc]lick|[Gg]o to|[Ll]og on to|[Ff]ollow|[Ss]ign up|[Ss]ee|[Ww]atch|[Rr]ead|[Ee]-?mail"
    r"|[Cc]all)"
    r"(?: (?:here|at|on|to|us|this|link|more|now|our|site|website|page|the|for)){0,4}:?"
)
_CALL_LENGTH = 160
"""Characters at a paragraph's end in which a call is looked for, so that long lines cost no more."""
_SENTENCE_END = re.compile(rf"{END} +")


def mark_boilerplate(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines of the page's own, and calls to a link at the end of a paragraph."""
    return each_open(pieces, _without_boilerplate)


def _without_boilerplate(piece: Piece) -> list[Piece]:
    reason = _reason(piece.flat) if len(piece.text) <= _LONGEST else None
    if reason:
        return [piece.marked("boilerplate", reason)]
    return _without_dangling_call(piece)


def _reason(line: str) -> str | None:
    """Why a line is boilerplate; None where it is not."""
    found = _worded_as(line)
    if found is None or found in _NEVER_NEWS:
        return found
    # What somebody says about cookies or newsletters is news.
    is_quoting = len(line.split()) > _QUOTING_WORDS and _SPEECH.search(line) is not None
    return None if is_quoting else found


def _worded_as(line: str) -> str | None:
    """The first of the reasons whose wording a line has, with its full stop or without."""
    forms = [line.lower()]
    if len(line) <= _LINK_LENGTH and line.endswith((".", "!")):
        forms.append(line[:-1].lower())
    matches = filter(None, map(_BOILERPLATE.fullmatch, forms))
    groups = [match.lastindex or 0 for match in matches]
    if not groups:
        return None
    first = min(groups)
    return _REASONS[first - 1]


def _without_dangling_call(piece: Piece) -> list[Piece]:
    tail = max(len(piece.text) - _CALL_LENGTH, 0)
    ends = list(_SENTENCE_END.finditer(piece.text[tail:]))
    if not ends:
        return [piece]
    last_sentence = tail + ends[-1].end()
    if not _CALL.fullmatch(piece.text, last_sentence):
        return [piece]
    rest, call = piece.cut(last_sentence)
    return [rest, call.marked("boilerplate", DANGLING)]
