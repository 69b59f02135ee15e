"""Superscripts, subscripts and formulas as characters: 10<sup>6</sup> is 10⁶, and no hundred and six."""

from __future__ import annotations

import re

from lxml.etree import _Element

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_RAISABLE = re.compile(r"\s*[0-9+\-−=()ni]*[0-9n][0-9+\-−=()ni]*\s*|\s*[+\-−]\s*")
_LOWERABLE = re.compile(r"\s*[0-9+\-−=()]*[0-9][0-9+\-−=()]*\s*|\s*[+\-−]\s*")
_SPACED = frozenset("=+−-×÷<>≤≥≈≠±→")
"""Signs that have spaces around them in a text."""
_DEEPEST = 12
"""Levels of a formula that can be said in a line."""


def raised(text: str) -> str:
    """A superscript as characters, where there are such."""
    return text.strip().translate(_RAISED) if _RAISABLE.fullmatch(text) else text


def lowered(text: str) -> str:
    """A subscript as characters, where there are such."""
    return text.strip().translate(_LOWERED) if _LOWERABLE.fullmatch(text) else text


def formula_text(math: _Element) -> str | None:
    """What a MathML element says as a line of text; None for what takes more than a line."""
    stated = math.get("alttext") or ""
    linear = _linear(math, 0)
    if linear is not None:
        return " ".join(linear.split())
    return None if "\\" in stated or not stated.strip() else " ".join(stated.split())


def _linear(element: _Element, depth: int) -> str | None:
    """An element of presentation MathML 3 on one line; None where it cannot be."""
    if depth > _DEEPEST:
        return None
    children = [child for child in element if not str(child.tag).startswith("annotation")]
    parts = [_linear(child, depth + 1) for child in children]
    inner = [part for part in parts if part is not None]
    if len(inner) != len(parts):
        return None
    match str(element.tag):
        case "mi" | "mn" | "mtext" | "ms":
            return (element.text or "").strip()
        case "mo":
            sign = (element.text or "").strip()
            return f" {sign} " if sign in _SPACED else sign
        case "math" | "mrow" | "semantics" | "mstyle" | "mpadded" | "mfenced":
            return "".join(inner)
        case "msup" if len(inner) == 2:
            return _script(inner[0], raised(inner[1]), "^")
        case "msub" if len(inner) == 2:
            return _script(inner[0], lowered(inner[1]), "_")
        case "msubsup" if len(inner) == 3:
            return _script(_script(inner[0], lowered(inner[1]), "_"), raised(inner[2]), "^")
        case "mfrac" if len(inner) == 2:
            return f"{_grouped(inner[0])}/{_grouped(inner[1])}"
        case "msqrt":
            return f"√{_grouped(''.join(inner))}"
        case "mspace":
            return " "
    return None


def _script(base: str, script: str, sign: str) -> str:
    is_raised = not script.isascii() or not script
    return f"{base}{script}" if is_raised else f"{base}{sign}{_grouped(script)}"


def _grouped(text: str) -> str:
    return text if re.fullmatch(r"\w+", text.strip()) else f"({text.strip()})"
