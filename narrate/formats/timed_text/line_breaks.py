"""Where a run of letters without spaces may be broken: Chinese and Japanese, by the rules of JIS X 4051.

Any two of their characters may be parted, but punctuation does not begin a line and an opening bracket does
not end one (the classes of Unicode Standard Annex 14, as far as captions need them). Phrases of Japanese
mostly end in hiragana and begin with something else; there a break disturbs least.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

_LETTER = re.compile(
    r"[\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Ideographs and kana. Words of Korean, as wide as these, are divided by spaces."""
_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー’”）〕］｝〉》」』】〙〗〟…‥〜～％‰℃°′″"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    ".,!?;:)]}%'\"»›"
)
_NEVER_LAST = frozenset("‘“（〔［｛〈《「『【〘〖〝￥＄£$([{«‹")
_PAUSES = frozenset("、。，．：；？！…」』）】")
"""Behind these a reader pauses."""

WIDE_LINE = 32
"""Columns of a line of wide characters, 16 of them: Netflix's guides to timed text for Chinese and Korean.
They say 13 for Japanese, whose captions on Japanese television have 15 or 16."""

Part = tuple[int, int, bool]
"""Start and end in the run, and whether a phrase may end there."""


def columns(text: str) -> int:
    """How wide `text` is: 2 for a character as wide as an ideograph, 1 for any other."""
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)


def line_width(text: str, width: int) -> int:
    """`width` columns, or fewer for a text that is mostly Chinese, Japanese or Korean."""
    is_mostly_wide = columns(text) > 1.5 * len(text)
    return min(width, WIDE_LINE) if is_mostly_wide else width


def parts(run: str, width: int) -> Iterator[Part]:
    """The smallest parts into which a run without spaces may be broken, in order; none is wider than `width`.

    A word in an alphabet is one part, if it fits. `width`: columns, at least 2.
    """
    start = 0
    for at in range(1, len(run) + 1):
        if at < len(run) and not _may_break(run[at - 1], run[at]):
            continue
        yield from _fitting(run, start, at, width)
        start = at


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    # Dashes of two characters, "——", are one sign.
    if before == after and before in "—―─":
        return False
    is_wide = _LETTER.match(before) or _LETTER.match(after)
    return bool(is_wide) or before in _PAUSES


def _fitting(run: str, start: int, end: int, width: int) -> Iterator[Part]:
    """A part, in pieces of `width` columns where it is wider."""
    first = start
    for at in range(start + 1, end):
        if columns(run[first : at + 1]) > width:
            yield first, at, False
            first = at
    yield first, end, _ends_phrase(run, end)


def _ends_phrase(run: str, end: int) -> bool:
    """Whether a reader may pause there: at the end, behind punctuation, and where scripts change."""
    if end == len(run) or run[end - 1] in _PAUSES:
        return True
    before = _script(run[end - 1])
    after = _script(run[end])
    return after not in (before, "hiragana")


def _script(character: str) -> str:
    if _HIRAGANA.match(character):
        return "hiragana"
    if "\u30a0" <= character <= "\u30ff":
        return "katakana"
    return "ideographs" if _LETTER.match(character) else "other"
