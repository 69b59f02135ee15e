"""Tags held against what SSML 1.1 has: every mistake gets its line, its column, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from narrate.errors import MarkupError
from narrate.ssml.scanning import Tag
from narrate.ssml.vocabulary import (
    ATTRIBUTES,
    ELEMENTS,
    EMPTY,
    REQUIRED,
    TEXT_ONLY,
    canonical,
    nearest,
    remedy,
)

# Attributes that have no effect here: nothing is fetched from a network.
_WITHOUT_EFFECT = frozenset({"fetchtimeout", "fetchhint", "maxage", "maxstale"})


def checked(tag: Tag, note: Callable[[Tag, str], None]) -> dict[str, str]:
    """A tag's attributes as SSML 1.1 writes them, without those that have no effect.

    Raises MarkupError: an element or attribute that SSML has not, one that is missing, a value that means
    nothing. Attributes of other vocabularies are noted.
    """
    if tag.name not in ELEMENTS:
        raise tag.place.error("unknown element", f"<{tag.name}>", nearest(tag.name, ELEMENTS))
    attributes: dict[str, str] = {}
    for name, written in tag.attributes.items():
        if not _is_known(tag, name):
            if not name.startswith("xsi:"):
                note(tag, f"{name} on <{tag.name}> is none of SSML's: it has no effect")
        elif name not in _WITHOUT_EFFECT:
            attributes[name] = _value(tag, name, written)
    required = REQUIRED.get(tag.name)
    if required and required not in attributes:
        raise tag.place.error(
            f"<{tag.name}> lacks its attribute", required, f'write <{tag.name} {required}="…">'
        )
    return attributes


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


def _is_known(tag: Tag, name: str) -> bool:
    """Whether SSML has the attribute. Raises MarkupError for one that nobody has."""
    known = ATTRIBUTES[tag.name] | ATTRIBUTES["*"]
    if name not in known and ":" not in name:
        raise tag.place.error(f"<{tag.name}> with an unknown attribute", name, nearest(name, known))
    return name in known


def _value(tag: Tag, name: str, written: str) -> str:
    value = canonical(tag.name, name, written)
    if value is None:
        problem = f"<{tag.name}> with {name} that means nothing"
        raise tag.place.error(problem, written, remedy(tag.name, name))
    return value
