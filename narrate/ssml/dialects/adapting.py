"""The rules by which a W3C document becomes a platform's, and the count of what they change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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
        # What is about the document goes unnoted but for what is heard: a lexicon.
        for element in list(root.iter(etree.Element)):
            if element.getparent() is not None or element is root:
                self._element(element, root)
        strip_unwrapped(root)
        language = root.get(LANG)
        root.attrib.clear()
        for name, value in self._dialect.root.items():
            root.set(name, value)
        if language and "xml:lang" in self._dialect.elements["speak"]:
            root.set(LANG, language)
        etree.cleanup_namespaces(root)

    def _element(self, element: etree._Element, root: etree._Element) -> None:
        name = etree.QName(element)
        if element is root:
            return
        if name.namespace != NAMESPACE:
            unwrap(element)
        elif name.localname in UNSPOKEN:
            self._about(element, name.localname)
        elif not self._taken(element, name.localname):
            unwrap(element)
        else:
            self._attributes(element)

    def _about(self, element: etree._Element, name: str) -> None:
        self._changes[f"<{name}> left out"] += 1
        for inner in list(element):
            empty(inner)
        empty(element)
        unwrap(element)

    def _taken(self, element: etree._Element, name: str) -> bool:
        """Whether the platform takes an element, which may have become another one."""
        takes = self._dialect.elements
        if name == "emphasis" and "emphasis" not in takes:
            self._changes["<emphasis> made <prosody>, which sounds like it"] += 1
            as_prosody(element)
            return bool(element.attrib)
        if name == "voice" and "voice" in takes:
            self._voice(element)
            return True
        if name == "phoneme" and element.get("alphabet", "ipa") not in self._dialect.alphabets:
            self._changes["<phoneme> in an alphabet that it does not read: the text alone is left"] += 1
            return False
        if name == "say-as" and element.get("interpret-as") not in self._dialect.say_as:
            self._changes[f"<say-as> {element.get('interpret-as')}: the text alone is left"] += 1
            return False
        if name in takes or name in self._dialect.renamed:
            return True
        self._changes[f"<{name}> {_WITHOUT.get(name, 'left out, its text kept')}"] += 1
        return False

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
        if name in ("prosody", "voice", "lang") and not element.attrib:
            unwrap(element)

    def _attribute(
        self, element: etree._Element, name: str, attribute: str, value: str, renamed: Mapping[str, str]
    ) -> None:
        known = "xml:lang" if attribute == LANG else attribute
        written: str | None = value
        if (name, known) == ("break", "time"):
            written = self._time(value)
        elif rewrite := self._dialect.values.get((name, known)):
            written = rewrite(value)
        if written is None or known not in self._dialect.elements.get(name, frozenset()):
            self._changes[f"{known} of <{name}> left out"] += 1
            return
        if written != value:
            self._changes[f"{known} of <{name}> written in its way"] += (name, known) != ("break", "time")
        element.set(renamed.get(attribute, attribute), written)

    def _time(self, value: str) -> str:
        length = prosody.seconds(value)
        if length > self._dialect.longest_break:
            self._changes[f"<break> cut to {self._dialect.longest_break:g} s"] += 1
        return f"{min(length, self._dialect.longest_break) * 1000:.0f}ms"


_WITHOUT = {
    "voice": "left out: one voice speaks all",
    "mark": "left out",
    "sub": "left out",
    "break": "left out",
}


def _given(dialect: Dialect, script: Script) -> dict[str, str]:
    """A voice of the platform's for each of the script's, by gender, in order of appearance."""
    given: dict[str, str] = {}
    voices: dict[str, Voice] = {u.voice.name: u.voice for u in script.utterances}
    for voice in voices.values():
        names = dialect.voices.get(voice.gender or "") or [
            n for group in dialect.voices.values() for n in group
        ]
        if names:
            given[voice.name] = min(names, key=list(given.values()).count)
    return given


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
