"""What belongs to the web page and not to the article: links, buttons, appeals, browser and legal notices.

To call a sentence of the article furniture loses it, so a pattern has to match the whole of a short line.
What is left over is spoken.
"""

from __future__ import annotations

import re

from narrate.structure.piece import Piece
from narrate.structure.rules.phrases import PHRASES

DANGLING = "call to a link that is missing"

_LONGEST = 600
"""Characters. The longest of these notices in the pages looked at has 420."""
_LINK_LENGTH = 100
_REASONS = tuple(PHRASES)
# One pattern, whose groups are the reasons in their order: nearly every line is none of them. For lines in
# small letters: to compile and to match it for letters of any case takes twice as long.
_FURNITURE = re.compile("|".join(f"({'|'.join(phrases)})" for phrases in PHRASES.values()), re.DOTALL)
_NEVER_NEWS = {"link to another article", "no words", "browser notice"}
_SPEECH = re.compile(r"[“”\"]|\b(?:said|says|told|wrote|according)\b")
# A sentence without its end that leads to an address or a button, both lost with the page's links.
_CALL = re.compile(
    r"(?:(?:For|To) [^.!?]{3,80}, )?(?:[Pp]lease )?"
    r"(?:[Vv]isit|[Cc]lick|[Gg]o to|[Ll]og on to|[Ff]ollow|[Ss]ign up|[Ss]ee|[Ww]atch|[Rr]ead|[Ee]-?mail"
    r"|[Cc]all)"
    r"(?: (?:here|at|on|to|us|this|link|more|now|our|site|website|page|the|for)){0,4}:?"
)
_CALL_LENGTH = 160
_SENTENCE = re.compile(r"[.!?…][”\"’')\]]* +")


def mark_furniture(piece: Piece) -> list[Piece]:
    """A line of the page's own becomes boilerplate, and so does a call to a link at a paragraph's end."""
    reason = _reason(piece.flat) if len(piece.text) <= _LONGEST else None
    return [piece.marked("boilerplate", reason)] if reason else _without_dangling_call(piece)


def _reason(line: str) -> str | None:
    # A link keeps its full stop.
    forms = (line, line[:-1]) if len(line) <= _LINK_LENGTH and line.endswith((".", "!")) else (line,)
    groups = [match.lastindex or 0 for form in forms if (match := _FURNITURE.fullmatch(form.lower()))]
    found = _REASONS[min(groups) - 1] if groups else None
    # What somebody says about cookies or newsletters is news.
    quoted = len(line.split()) > 12 and _SPEECH.search(line) is not None
    return None if quoted and found not in _NEVER_NEWS else found


def _without_dangling_call(piece: Piece) -> list[Piece]:
    tail = max(len(piece.text) - _CALL_LENGTH, 0)  # only the end, so that long lines cost no more
    starts = [tail + match.end() for match in _SENTENCE.finditer(piece.text[tail:])]
    if starts and _CALL.fullmatch(piece.text, starts[-1]):
        rest, call = piece.cut(starts[-1])
        return [rest, call.marked("boilerplate", DANGLING)]
    return [piece]
