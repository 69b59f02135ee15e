"""XML as a flat stream of tags and text that know their line and column; hostile documents end here.

Expat reports where everything stands, which libxml2 does not (it knows no columns), and needs no tree and
no recursion, so a document of any depth costs no more than its length. No document type is read: neither
entities of its own nor files or addresses that it names can do anything.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import filterfalse
from xml.parsers import expat

from narrate.errors import MarkupError
from narrate.ssml.vocabulary import NAMESPACE, XML

DEEPEST = 200
"""Levels. libxml2, which engines read with, takes 256; written narrations have eight."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the document."""

    line: int
    """From 1."""
    column: int
    """From 1."""

    def error(self, problem: str, value: object = None, remedy: str = "") -> MarkupError:
        """A mistake that stands here."""
        return MarkupError(f"line {self.line}, column {self.column}: {problem}", value, remedy)


@dataclass(frozen=True, slots=True)
class Tag:
    """The start of an element."""

    name: str
    """Of SSML; with its prefix for an element of another vocabulary, "amazon:effect"."""
    place: Place
    attributes: Mapping[str, str] = field(default_factory=dict)
    foreign: bool = False
    """Whether it is of another vocabulary."""


@dataclass(frozen=True, slots=True)
class End:
    """The end of the element that was opened last."""


Event = Tag | End | str


def scan(text: str) -> Iterator[Event]:
    """Tags and text in document order. Raises MarkupError, with its place, if it is not SSML.

    The root is <speak>, in SSML's namespace or in none, as Alexa, Polly and Google write it.
    """
    yield from _Scanner(text).events


class _Scanner:
    """Collects what expat reports."""

    def __init__(self, text: str) -> None:
        self.events: list[Event] = []
        self._namespaces: list[ChainMap[str, str]] = [ChainMap({"": "", "xml": XML})]
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self.events.append
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parse(text)

    def _parse(self, text: str) -> None:
        try:
            self._parser.Parse(text.encode(errors="surrogatepass"), True)
        except expat.ExpatError as error:
            place = Place(error.lineno, error.offset + 1)
            problem = expat.ErrorString(error.code)
            raise place.error("not well-formed XML", problem, _REMEDIES.get(problem, "")) from error

    @property
    def _place(self) -> Place:
        return Place(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._check_depth()
        declared = dict(filter(_declares, attributes.items()))
        self._declare(declared)
        prefix, _, local = name.rpartition(":")
        namespace = self._namespaces[-1].get(prefix)
        is_ours = namespace in (NAMESPACE, "")
        if self._is_at_root:
            self._check_root(local, is_ours, namespace)
        known_as = local if is_ours else name
        kept = dict(filterfalse(_declares, attributes.items()))
        tag = Tag(known_as, self._place, kept, foreign=not is_ours)
        self.events.append(tag)

    @property
    def _is_at_root(self) -> bool:
        """Whether only one element is open, with its namespaces and those that are always known."""
        return len(self._namespaces) == 2

    def _check_depth(self) -> None:
        if len(self._namespaces) > DEEPEST:
            problem = "too many elements inside each other"
            raise self._place.error(problem, f"more than {DEEPEST}", "flatten it")

    def _declare(self, declared: Mapping[str, str]) -> None:
        """Add an element's namespaces, by their prefixes, to those around it."""
        known = self._namespaces[-1]
        if declared:
            own = {key.partition(":")[2]: value for key, value in declared.items()}
            known = known.new_child(own)  # no copy of what may be thousands
        self._namespaces.append(known)

    def _check_root(self, name: str, ours: bool, namespace: str | None) -> None:
        if name != "speak":
            raise self._place.error(
                "the document does not start with <speak>", f"<{name}>", "see docs/ssml.md"
            )
        if not ours:
            raise self._place.error(
                "<speak> is in a wrong namespace", namespace, f'write xmlns="{NAMESPACE}"'
            )

    def _end(self, _: str) -> None:
        self._namespaces.pop()
        self.events.append(End())

    def _doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:
        """The W3C's own document type, which SSML 1.0's examples have, is passed over unread."""
        identifier = public or ""
        is_w3c = name == "speak" and identifier.startswith("-//W3C//DTD SYNTHESIS 1.")
        if is_w3c and not internal:
            return
        remedy = "leave <!DOCTYPE …> out"
        raise self._place.error("a document type declaration", public or system, remedy)


def _declares(attribute: tuple[str, str]) -> bool:
    """Whether an attribute declares a namespace."""
    return attribute[0].partition(":")[0] == "xmlns"


_REMEDIES = {
    "undefined entity": "write the character itself, or its number, such as &#233;",
    "mismatched tag": "close the elements in the order in which they were opened, last first",
    "not well-formed (invalid token)": "write & as &amp; and < as &lt;, and no control characters",
    "no element found": "close every element; is the document whole?",
}
