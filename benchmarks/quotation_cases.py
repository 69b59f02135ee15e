"""The decisions that annotated articles teach: candidates, their features, and which of them are right."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from narrate.quotation.attribution import Attribution, attribute, bias
from narrate.quotation.clauses import Clause, analyse
from narrate.quotation.continuing import continued_features
from narrate.quotation.discourse import Discourse
from narrate.quotation.features import mention_features
from narrate.quotation.introductions import introduce
from narrate.quotation.mentions import Mention
from narrate.quotation.name_matching import last_name
from narrate.quotation.resolve import antecedents
from narrate.quotation.scene import Scene, candidates, labels, scenes
from narrate.quotation.sentences import sentences
from narrate.quotation.spans import find_spans, lines
from narrate.quotation.unspoken import unspoken_features

Json = dict[str, Any]
Feature = tuple[str, str]
"""(table, row)."""


@dataclass(frozen=True)
class Case:
    """One decision."""

    candidates: list[tuple[list[Feature], bool]]
    """Their features, and whether they are right; the first is nobody."""
    article: str
    spoken: bool = True
    """Whether the annotators have somebody say it."""
    bias: float = 0.0
    """What `attribution` adds for nobody, in units of CAUTION (> 0) or as it is (< 0)."""

    @property
    def teaches(self) -> bool:
        """Whether any of the candidates is right."""
        return any(right for _, right in self.candidates)


def held_back(article: Json) -> bool:
    """Whether an article is kept for reporting."""
    return zlib.crc32(article["id"].encode()) % 5 == 0


def analysed(text: str) -> tuple[list[Clause], list[Scene], Discourse]:
    """What `find_quotations` knows before it decides."""
    paragraphs = lines(text)
    spans = find_spans(text, paragraphs)
    clauses = [analyse(sentence) for sentence in sentences(text, paragraphs, spans)]
    found = scenes(text, spans, clauses)
    people = introduce(text, clauses, labels(found))
    return clauses, found, Discourse(people)


def speaker_cases(article: Json) -> Iterator[Case]:
    """One case per annotated quotation."""
    # An annotated span begins with its marks, of which there can be up to three.
    golds = {g["start"] + i: g for g in article["quotes"] for i in range(4) if g["kind"] != "ambiguous"}
    last: Json | None = None
    _, found, discourse = analysed(article["text"])
    for scene in found:
        gold = golds.get(scene.span.start)
        if gold is None:
            continue
        yield Case(
            _speaker_candidates(scene, gold, last, discourse),
            article["id"],
            spoken=gold["kind"] != "unattributed",
            bias=bias(scene, caution=1.0),
        )
        if gold["kind"] != "unattributed":
            last = gold
            _let_speak(scene, gold, discourse)


def _let_speak(scene: Scene, gold: Json, discourse: Discourse) -> None:
    """Count the quotation for whoever is annotated as its speaker."""
    for mention, _ in candidates(scene):
        person = discourse.known(mention) if gold["source"] and _is_source(mention, gold) else None
        if person is not None:
            discourse.give_quotation(person)


def _speaker_candidates(
    scene: Scene, gold: Json, last: Json | None, discourse: Discourse
) -> list[tuple[list[Feature], bool]]:
    spoken = gold["kind"] != "unattributed" and gold["source"] is not None
    case = [([("UNSPOKEN", f) for f in unspoken_features(scene)], not spoken)]
    if scene.previous is not None:
        case.append(([("CONTINUED", f) for f in continued_features(scene)], spoken and _same(last, gold)))
    for mention, distance in candidates(scene):
        features = [("MENTION", f) for f in mention_features(scene, mention, distance, discourse)]
        case.append((features, spoken and _is_source(mention, gold)))
    return case


def _same(one: Json | None, other: Json) -> bool:
    """Whether two annotated quotations have the same speaker."""
    if one is None:
        return False
    keys = ("source", "attr", "resolved", "head_name")
    return any(one.get(key) and one.get(key) == other.get(key) for key in keys)


def _is_source(mention: Mention, gold: Json) -> bool:
    start, end = gold["source"]
    name = " ".join(mention.name).lower().replace("’", "'")
    head = (gold["head_word"] or "").lower().replace("’", "'").split("'")[0]
    if start <= mention.start < end or start < mention.end <= end:
        return head in name or mention.start == start
    resolved = gold["resolved"]
    named = bool(resolved) and mention.kind == "name"
    return named and last_name(mention.name) == last_name(tuple(resolved.split()))


def pronoun_cases(article: Json) -> Iterator[Case]:
    """One case per pronoun that is a speaker, where the annotators' tool says whom it means."""
    golds = {
        g["source"][0]: g for g in article["quotes"] if g.get("source_kind") == "pronoun" and g["resolved"]
    }
    clauses, found, discourse = analysed(article["text"])
    at = {id(m): i for i, clause in enumerate(clauses) for m in clause.mentions}
    last: Attribution | None = None
    for attribution in attribute(found, discourse):
        mention = attribution.mention if attribution else None
        gold = golds.pop(mention.start, None) if mention and mention.kind == "pronoun" else None
        if mention and gold:
            name = last_name(tuple(gold["resolved"].split()))
            case = [([("ANTECEDENT", "somebody else")], False)]
            speaker = last.person if last else None
            for person, features in antecedents(mention, at[id(mention)], clauses, discourse, speaker):
                right = person.named and last_name(person.name) == name
                case.append(([("ANTECEDENT", f) for f in features], right))
            yield Case(case, article["id"])
        last = attribution or last
