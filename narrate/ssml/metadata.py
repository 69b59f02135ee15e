"""What a document says about itself (SSML 1.1, section 3.1.6): Dublin Core in RDF, and a vocabulary of ours.

Ours carries what SSML has no words for: which role each utterance has, who is quoted, where chapters begin.
It refers to the body by the names of its marks, so the body stays plain SSML that any processor takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast, get_args

from lxml import etree

from narrate.characters import xml_text
from narrate.model import Article, Earcon, Role, Script, Speaker, Utterance
from narrate.ssml.nesting import element
from narrate.ssml.people import Person, people_of, person_of, said_of
from narrate.ssml.scanning import Tag

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
OURS = "urn:narrate:script:1"
ROLES: frozenset[str] = frozenset(get_args(Role))
EARCONS: frozenset[str] = frozenset(get_args(Earcon))
_LONGEST_FACT = 10_000
"""Characters of a title or another fact, from which no more is added to it."""


def metadata(script: Script) -> etree._Element:
    """The <metadata> of a script's document."""
    holder = element("metadata")
    rdf = etree.SubElement(holder, f"{{{RDF}}}RDF", nsmap={"rdf": RDF, "dc": DUBLIN_CORE})
    about = etree.SubElement(rdf, f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
    for name, value in _dublin_core(script.article).items():
        fact = etree.SubElement(about, f"{{{DUBLIN_CORE}}}{name}")
        fact.text = xml_text(value)
    ours = etree.SubElement(holder, f"{{{OURS}}}script", nsmap={"narrate": OURS})
    for section in script.chapters:
        attributes = {"mark": f"u{section.utterance}", "title": section.title}
        _record(ours, "chapter", attributes)
    for person in people_of(script.utterances):
        _record(ours, "person", dict(_without_none(said_of(person))))
    for utterance in script.utterances:
        attributes = dict(_said_of(utterance))
        _record(ours, "utterance", attributes)
    return holder


def _dublin_core(article: Article) -> dict[str, str]:
    named = {
        "title": article.title,
        "creator": article.byline,
        "date": article.published,
        "publisher": article.site,
        "source": article.url,
        "rights": article.license,
        "language": article.language,
    }
    return {name: value for name, value in named.items() if value}


def _said_of(utterance: Utterance) -> Iterator[tuple[str, str]]:
    yield "mark", f"u{utterance.index}"
    yield "role", utterance.role
    told: dict[str, str | None] = {"before": utterance.before, "after": utterance.after}
    if utterance.speaker is not None:
        told |= {"speaker": utterance.speaker.name, "voice": utterance.voice.name}
    yield from _without_none(told)


def _without_none(told: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    for name, value in told.items():
        if value is not None:
            yield name, value


def _record(parent: etree._Element, name: str, attributes: Mapping[str, str]) -> None:
    etree.SubElement(
        parent, f"{{{OURS}}}{name}", {key: xml_text(value) for key, value in attributes.items()}
    ).tail = "\n"


@dataclass(frozen=True, slots=True)
class Record:
    """What is told of one utterance; the fields are the utterance's."""

    role: Role = "narration"
    speaker: Speaker | None = None
    before: Earcon | None = None
    after: Earcon | None = None
    voice: str | None = None
    """The voice that the body has for it unless somebody has changed it there."""


@dataclass(slots=True)
class Told:
    """What the metadata of a document that is being read tells."""

    facts: dict[str, str] = field(default_factory=dict)
    """Dublin Core and <meta>: by the element's or the meta's name in lower case."""
    utterances: dict[str, Record] = field(default_factory=dict)
    """By the name of the mark at its start."""
    chapters: dict[str, str] = field(default_factory=dict)
    """Titles, by the same names."""
    people: dict[str, Person] = field(default_factory=dict)
    """By their names; empty in a document that tells of nobody."""

    def take(self, tag: Tag) -> None:
        """Take in a record of ours."""
        _, _, name = tag.name.rpartition(":")
        if name == "person" and "name" in tag.attributes:
            self.people[tag.attributes["name"]] = person_of(tag.attributes)
            return
        mark = tag.attributes.get("mark")
        if mark is None:
            return
        if name == "chapter":
            title = tag.attributes.get("title", "")
            self.chapters[mark] = title
        if name == "utterance":
            record = _record_of(tag)
            self.utterances[mark] = record

    def voice_instead_of(self, name: str, record: Record) -> str | None:
        """The voice of whoever the record says speaks; None to leave it at `name`, which the body asks for.

        Who changes the body means that utterance alone, and who changes the record, or the person, says who
        speaks, or how that person sounds. So one change is enough, whichever it is.
        """
        person = self.people.get(record.speaker.name) if record.speaker else None
        is_changed = name != record.voice
        if person is None or person.voice in (None, name) or is_changed:
            return None
        return person.voice

    def speaker(self, record: Record) -> Speaker | None:
        """Who an utterance is by, with what is told of that person."""
        speaker = record.speaker
        person = self.people.get(speaker.name) if speaker else None
        return speaker if person is None else person.speaker

    def say(self, tag: Tag, text: str) -> None:
        """Take in the text of an element of Dublin Core."""
        name = tag.name.rpartition(":")[2]
        if not tag.foreign or text.isspace():
            return
        known = self.facts.get(name, "")
        if len(known) <= _LONGEST_FACT:
            self.facts[name] = " ".join([known, *text.split()]).strip()

    def meta(self, values: Mapping[str, str]) -> None:
        """Take in a <meta>; what its name ends in counts: "dc.title" is "title"."""
        name = values.get("name", "").lower().rpartition(".")[2].rpartition(":")[2]
        self.facts.setdefault(name, values.get("content", ""))


def _record_of(tag: Tag) -> Record:
    """What one of our elements tells of an utterance."""
    role = _among(tag, "role", ROLES) or "narration"
    before, after = _among(tag, "before", EARCONS), _among(tag, "after", EARCONS)
    return Record(
        role=cast(Role, role),
        speaker=_speaker(tag.attributes),
        before=cast(Earcon | None, before),
        after=cast(Earcon | None, after),
        voice=tag.attributes.get("voice"),
    )


def _among(tag: Tag, name: str, known: frozenset[str]) -> str | None:
    """The value of an attribute of ours, or None. Raises MarkupError for any other value."""
    value = tag.attributes.get(name)
    if value is not None and value not in known:
        raise tag.place.error(f"unknown {name}", value, "one of " + ", ".join(sorted(known)))
    return value


def _speaker(values: Mapping[str, str]) -> Speaker | None:
    """Who an utterance is by, as far as its own record tells: older documents tell all there."""
    if "speaker" not in values:
        return None
    return person_of({**values, "name": values["speaker"]}).speaker
