"""The rules by which a W3C document becomes a platform's, and the count of what they change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree

from narrate import prosody
from narrate.model import Script, Voice
from narrate.ssml.lowering import as_prosody, empty, strip_unwrapped, unwrap
from narrate.ssml.vocabulary import LANG, NAMESPACE, UNSPOKEN

Rewrite = Callable[[str], str | None]
"""A value of SSML 1.1 → the platform's, or None where it takes none."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a platform takes."""

    name: str
    """As the platform calls itself."""
    elements: Mapping[str, frozenset[str]]
    """Names of its elements, with the attributes that they may have; `xml:lang` for the language."""
    say_as: frozenset[str]
    """What it takes as `interpret-as`."""
    limit: int
    """What one request may hold."""
    limit_unit: str
    """ "characters" or "bytes"."""
    longest_break: float
    """Seconds."""
    most_voices: int | None = None
    """How many <voice> one request may hold; None where it does not matter."""
    voices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Its voices by gender, "f" and "m", the narrator's first; none where a request has one voice."""
    values: Mapping[tuple[str, str], Rewrite] = field(default_factory=dict)
    """How it writes the values of an element's attribute."""
    renamed: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    """Elements that it calls otherwise, and their attributes that it does."""
    root: Mapping[str, str] = field(default_factory=dict)
    """Attributes of its <speak> besides xml:lang."""
    alphabets: frozenset[str] = frozenset({"ipa"})
    """Phonetic alphabets that it reads."""


class Adapter:
    """Adapts one document."""

    def __init__(self, dialect: Dialect, script: Script) -> None:
        self._dialect = dialect
        self._voices = _given(dialect, script)
        self._changes: Counter[str] = Counter()

    def notes(self) -> Iterator[str]:
        """What had to be changed, the most frequent first."""
        for change, count in self._changes.most_common():
            yield f"{count} × {change}"

    def adapt(self, root: etree._Element) -> None:
        """Turn a document of ours into one of the platform's."""
        # What is about the document is left out without a note, but for a lexicon, which is heard.
        for element in list(root.iter(etree.Element)):
            is_below_root = element.getparent() is not None
            if is_below_root:
                self._element(element)
        strip_unwrapped(root)
        self._set_root(root)
        etree.cleanup_namespaces(root)

    def _set_root(self, root: etree._Element) -> None:
        """Give the document's own element the attributes that the platform has for it."""
        language = root.get(LANG)
        root.attrib.clear()
        for name, value in self._dialect.root.items():
            root.set(name, value)
        if language and "xml:lang" in self._dialect.elements["speak"]:
            root.set(LANG, language)

    def _element(self, element: etree._Element) -> None:
        qualified = etree.QName(element)
        name = qualified.localname
        if qualified.namespace != NAMESPACE:
            unwrap(element)
            return
        if name in UNSPOKEN:
            self._about(element, name)
            return
        if self._is_taken(element, name):
            self._attributes(element)
        else:
            unwrap(element)

    def _about(self, element: etree._Element, name: str) -> None:
        self._changes[f"<{name}> left out"] += 1
        for inner in list(element):
            empty(inner)
        empty(element)
        unwrap(element)

    def _is_taken(self, element: etree._Element, name: str) -> bool:
        """Whether the platform takes an element, which may have become another one."""
        is_known = name in self._dialect.elements
        if name == "emphasis" and not is_known:
            return self._emphasis(element)
        if name == "voice" and is_known:
            self._voice(element)
        return not self._is_refused(element, name)

    def _is_refused(self, element: etree._Element, name: str) -> bool:
        """Whether the platform does not take an element, which is counted."""
        refused = self._refused(element, name)
        if refused:
            self._changes[f"<{name}> {refused}"] += 1
        return bool(refused)

    def _emphasis(self, element: etree._Element) -> bool:
        """Make prosody of emphasis; false where there is nothing to be heard of it."""
        self._changes["<emphasis> made <prosody>, which sounds like it"] += 1
        as_prosody(element)
        return bool(element.attrib)

    def _refused(self, element: etree._Element, name: str) -> str:
        """What becomes of an element that the platform does not take; "" for one that it takes."""
        if name == "phoneme" and element.get("alphabet", "ipa") not in self._dialect.alphabets:
            return "in an alphabet that it does not read: the text alone is left"
        if name == "say-as" and element.get("interpret-as") not in self._dialect.say_as:
            return f"{element.get('interpret-as')}: the text alone is left"
        return "" if self._knows(name) else _WITHOUT.get(name, "left out, its text kept")

    def _knows(self, name: str) -> bool:
        return name in self._dialect.elements or name in self._dialect.renamed

    def _voice(self, element: etree._Element) -> None:
        name = self._voices.get(element.get("name", ""), "")
        element.attrib.clear()
        if "name" in self._dialect.elements["voice"]:
            element.set("name", name)
        else:
            gender, _, variant = name.partition(" ")
            element.set("gender", gender)
            element.set("variant", variant)

    def _attributes(self, element: etree._Element) -> None:
        name = etree.QName(element).localname
        tag, renamed = self._dialect.renamed.get(name, (name, {}))
        for attribute, value in list(element.items()):
            del element.attrib[attribute]
            self._attribute(element, name, str(attribute), str(value), renamed)
        element.tag = f"{{{NAMESPACE}}}{tag}"
        is_bare = not element.attrib
        if is_bare and name in _NOTHING_WITHOUT_ATTRIBUTES:
            unwrap(element)

    def _attribute(
        self, element: etree._Element, name: str, attribute: str, value: str, renamed: Mapping[str, str]
    ) -> None:
        known = "xml:lang" if attribute == LANG else attribute
        written = self._written(name, known, value)
        if written is None:
            change = f"{known} of <{name}> left out"
            self._changes[change] += 1
            return
        new_name = renamed.get(attribute, attribute)
        element.set(new_name, written)
        if written != value:
            self._count_rewritten(name, known)

    def _count_rewritten(self, name: str, attribute: str) -> None:
        # Every platform has its own way to write a time, and none of them means anything else.
        if (name, attribute) != ("break", "time"):
            self._changes[f"{attribute} of <{name}> written in its way"] += 1

    def _written(self, name: str, attribute: str, value: str) -> str | None:
        """A value as the platform writes it; None where it takes none, or not the attribute."""
        if (name, attribute) == ("break", "time"):
            value = self._time(value)
        rewrite = self._dialect.values.get((name, attribute), str)
        is_known = attribute in self._dialect.elements.get(name, frozenset())
        return rewrite(value) if is_known else None

    def _time(self, value: str) -> str:
        length = prosody.seconds(value)
        if length > self._dialect.longest_break:
            self._changes[f"<break> cut to {self._dialect.longest_break:g} s"] += 1
        return f"{min(length, self._dialect.longest_break) * 1000:.0f}ms"


_NOTHING_WITHOUT_ATTRIBUTES = ("prosody", "voice", "lang")
_WITHOUT = {
    "voice": "left out: one voice speaks all",
    "mark": "left out",
    "sub": "left out",
    "break": "left out",
}


def _given(dialect: Dialect, script: Script) -> dict[str, str]:
    """A voice of the platform's for each of the script's, by gender, in order of appearance."""
    given: dict[str, str] = {}
    voices = {utterance.voice.name: utterance.voice for utterance in script.utterances}
    for voice in voices.values():
        names = _names_for(voice, dialect)
        if not names:
            continue
        used = list(given.values())
        given[voice.name] = _least_used(names, used)
    return given


def _names_for(voice: Voice, dialect: Dialect) -> Sequence[str]:
    """The platform's voices of a voice's gender, or all where it has none."""
    everybody = list(chain.from_iterable(dialect.voices.values()))
    return dialect.voices.get(voice.gender or "", everybody) or everybody


def _least_used(names: Sequence[str], used: list[str]) -> str:
    return min(names, key=used.count)


def attributes(**elements: str) -> dict[str, frozenset[str]]:
    """A table of elements from names of attributes between spaces; `say_as` stands for "say-as"."""
    return {name.replace("_", "-"): frozenset(names.split()) for name, names in elements.items()}


def rate_within(low: int, high: int) -> Rewrite:
    """Rates as whole percentages in the range that a platform takes."""
    return lambda value: f"{min(max(round(prosody.rate(value) * 100), low), high)}%"


def pitch_percent(low: int, high: int) -> Rewrite:
    """Pitches as signed percentages in the range that a platform takes."""

    def rewrite(value: str) -> str:
        change = (2 ** (prosody.pitch(value, 150.0) / 12) - 1) * 100
        return f"{min(max(round(change), low), high):+d}%"

    return rewrite


def language_among(known: str) -> Rewrite:
    """Languages as one of those that a platform lists, in the region that it has; None for any other."""
    tags = known.split()

    def rewrite(value: str) -> str | None:
        same = [tag for tag in tags if tag.partition("-")[0] == value.partition("-")[0].lower()]
        return value if value in tags else next(iter(same), None)

    return rewrite
