"""Superscripts and formulas as characters: 10<sup>6</sup> is 10⁶ and not a hundred and six.

Subscripts stay digits: H2O is what everybody writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import _Element

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_SMALL = frozenset(map(chr, _RAISED.values()))
_RAISABLE = re.compile(r"\s*[0-9+\-−=()ni]*[0-9n][0-9+\-−=()ni]*\s*|\s*[+\-−]\s*")
_SPACED = frozenset("=+−-×÷<>≤≥≈≠±→")
"""Signs that have spaces around them in a text."""
_DEEPEST = 12
"""Levels of a formula that can be said in a line."""


def raised(text: str) -> str:
    """A superscript as characters, where there are such."""
    return text.strip().translate(_RAISED) if _RAISABLE.fullmatch(text) else text


def formula_text(math: _Element) -> str | None:
    """What a MathML element says as a line of text; None for what takes more than a line."""
    linear = _linear(math, 0)
    if linear is not None:
        return " ".join(linear.split())
    stated = math.get("alttext") or ""
    if "\\" in stated:  # TeX
        return None
    return " ".join(stated.split()) or None


def _linear(element: _Element, depth: int) -> str | None:
    """An element of presentation MathML 3 on one line; None where it cannot be."""
    say = _SAID.get(str(element.tag))
    if say is None or depth >= _DEEPEST:
        return None
    parts = _linear_parts(element, depth)
    if parts is None:
        return None
    return say((element.text or "").strip(), parts)


def _linear_parts(element: _Element, depth: int) -> list[str] | None:
    """The elements in an element, without its annotations; None where one of them cannot be on one line."""
    parts: list[str] = []
    for child in element:
        if str(child.tag).startswith("annotation"):
            continue
        part = _linear(child, depth + 1)
        if part is None:
            return None
        parts.append(part)
    return parts


def _sign(text: str, _: list[str]) -> str:
    return f" {text} " if text in _SPACED else text


def _raised_base(_: str, parts: list[str]) -> str | None:
    return _script(parts[0], raised(parts[1]), "^") if len(parts) == 2 else None


def _lowered_base(_: str, parts: list[str]) -> str | None:
    return f"{parts[0]}{parts[1]}" if len(parts) == 2 else None


def _both(_: str, parts: list[str]) -> str | None:
    if len(parts) != 3:
        return None
    return _script(f"{parts[0]}{parts[1]}", raised(parts[2]), "^")


def _fraction(_: str, parts: list[str]) -> str | None:
    return f"{_grouped(parts[0])}/{_grouped(parts[1])}" if len(parts) == 2 else None


_SAID: dict[str, Callable[[str, list[str]], str | None]] = {
    **dict.fromkeys(("mi", "mn", "mtext", "ms"), lambda text, _: text),
    **dict.fromkeys(("math", "mrow", "semantics", "mstyle", "mpadded"), lambda _, parts: "".join(parts)),
    "mo": _sign,
    "mspace": lambda *_: " ",
    "msup": _raised_base,
    "msub": _lowered_base,
    "msubsup": _both,
    "mfrac": _fraction,
    "msqrt": lambda _, parts: f"√{_grouped(''.join(parts))}",
}
"""How elements are said, given their own text and that of the elements in them."""


def _script(base: str, script: str, sign: str) -> str:
    is_small = script != "" and _SMALL.issuperset(script)
    return f"{base}{script}" if is_small else f"{base}{sign}{_grouped(script)}"


def _grouped(text: str) -> str:
    return text if re.fullmatch(r"\w+", text.strip()) else f"({text.strip()})"
