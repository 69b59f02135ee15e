"""Tags held against what SSML 1.1 has: every mistake gets its line, its column, and what to do.

What only a vendor has, and what is not so near to a name of SSML's that it must be a slip of the pen, is no
mistake: whoever reads the document notes it and goes on, or refuses it where that was asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from narrate.errors import MarkupError
from narrate.ssml.scanning import Tag
from narrate.ssml.vocabulary import (
    ATTRIBUTE_ALIASES,
    ATTRIBUTES,
    ELEMENT_ALIASES,
    ELEMENTS,
    EMPTY,
    REQUIRED,
    TEXT_ONLY,
    canonical,
    misspelled,
    remedy,
)

# Attributes that have no effect here: nothing is fetched from a network.
_WITHOUT_EFFECT = frozenset({"fetchtimeout", "fetchhint", "maxage", "maxstale"})

Report = Callable[[Tag, str], None]
"""Takes what is not part of SSML: a tag, and what becomes of it."""


def standard(tag: Tag) -> Tag:
    """The tag in SSML's own words where a vendor has other ones, as Azure calls a mark a bookmark."""
    name, renamed = ELEMENT_ALIASES.get(tag.name, (tag.name, {}))
    aliases = {**ATTRIBUTE_ALIASES.get("*", {}), **ATTRIBUTE_ALIASES.get(name, {}), **renamed}
    attributes: dict[str, str] = {}
    for key, value in tag.attributes.items():
        meant = aliases.get(key, key)
        # What is given in SSML's own words takes precedence.
        attributes[key if meant in tag.attributes else meant] = value
    return replace(tag, name=name, attributes=attributes)


def is_known(tag: Tag) -> bool:
    """Whether SSML has the element. Raises MarkupError for one that is nearly spelled like one of SSML's."""
    if tag.name in ELEMENTS:
        return True
    meant = misspelled(tag.name, ELEMENTS)
    if meant:
        raise tag.place.error("unknown element", f"<{tag.name}>", f"did you mean {meant}?")
    return False


def checked(tag: Tag, report: Report) -> dict[str, str]:
    """A tag's attributes as SSML 1.1 writes them, without those that have no effect.

    Raises MarkupError: a misspelled attribute, one that is missing, a value that means nothing. Attributes of
    other vocabularies are reported.
    """
    attributes: dict[str, str] = {}
    for name, written in tag.attributes.items():
        if name in _known(tag):
            attributes[name] = _value(tag, name, written)
        else:
            _report_unknown(tag, name, report)
    _require(tag, REQUIRED.get(tag.name))
    for name in _WITHOUT_EFFECT:
        attributes.pop(name, None)
    return attributes


def _report_unknown(tag: Tag, name: str, report: Report) -> None:
    """Report an attribute that is not part of SSML, but for those of XML Schema, which say nothing."""
    if not name.startswith("xsi:"):
        _refuse_misspelled(tag, name)
        report(tag, f"{name} on <{tag.name}> is not part of SSML: it has no effect")


def _require(tag: Tag, name: str | None) -> None:
    if name is not None and name not in tag.attributes:
        problem = f"<{tag.name}> lacks its attribute"
        raise tag.place.error(problem, name, f'write <{tag.name} {name}="…">')


def check_inside(tag: Tag, around: Tag) -> None:
    """Raise MarkupError for an element in one that may hold none."""
    if around.name in EMPTY:
        raise _misplaced(tag, f"<{around.name}> holds nothing, and here it holds", around.name)
    if around.name in TEXT_ONLY:
        raise _misplaced(tag, f"<{around.name}> holds text only, and here it holds", around.name)
    if tag.name == "speak":
        raise _misplaced(tag, "the document is inside another one", "speak")


def _misplaced(tag: Tag, problem: str, around: str) -> MarkupError:
    return tag.place.error(problem, f"<{tag.name}>", f"take it out of <{around}>")


def _known(tag: Tag) -> frozenset[str]:
    return ATTRIBUTES[tag.name] | ATTRIBUTES["*"]


def _refuse_misspelled(tag: Tag, name: str) -> None:
    meant = misspelled(name, _known(tag)) if ":" not in name else None
    if meant:
        raise tag.place.error(f"<{tag.name}> with an unknown attribute", name, f"did you mean {meant}?")


def _value(tag: Tag, name: str, written: str) -> str:
    value = canonical(tag.name, name, written)
    if value is None:
        problem = f"<{tag.name}> with {name} that means nothing"
        raise tag.place.error(problem, written, remedy(tag.name, name))
    return value
