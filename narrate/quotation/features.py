"""What speaks for and against each candidate for the speaker of a quotation, as named features.

A candidate is a mention near the quotation, the speaker of the quotation before it (CONTINUE), or
nobody (NOBODY: a title, a nickname, a scare quote). The names are those of the table in `weights`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from narrate.quotation.cues import Clause
from narrate.quotation.marks import Span
from narrate.quotation.mentions import Mention
from narrate.quotation.words import (
    FIRST_AND_SECOND_PERSON,
    FUNCTION_WORDS,
    JUDGE,
    NAMING,
    PREPOSITIONS,
    SAY,
    SPEECH_NOUNS,
)

CONTINUE: Final = "continue"
NOBODY: Final = "nobody"

CLAUSES_BEFORE = 6
CLAUSES_AFTER = 2
PARAGRAPHS_BEFORE = 2
MENTIONS_PER_CLAUSE = 12
"""How far the search for a speaker goes; 98 % of the speakers that people found are within it."""

_STRONG = frozenset(("subject", "inverted", "inverted late", "subject before aside", "according to", "colon"))


@dataclass(slots=True, eq=False)
class Scene:
    """A quotation and its surroundings."""

    span: Span
    words: list[str]
    clause: int
    """Index of its sentence."""
    at: int
    """Index of its token in the sentence."""
    alone: bool
    """Whether its paragraph has no words outside quotation marks."""
    clauses: list[Clause]
    ends: str
    """Last character inside the marks."""
    capital: bool
    """Whether it begins with a capital letter."""
    single: bool
    """Whether its marks are single."""
    previous: Scene | None
    """The quotation before it."""

    def token(self, offset: int) -> str:
        """Lower-case token at a distance from the quotation; "" outside the sentence, "“" for another."""
        tokens, i = self.clauses[self.clause].tokens, self.at + offset
        if not 0 <= i < len(tokens):
            return ""
        return tokens[i].low if tokens[i].quotation < 0 else "“"


def scenes(text: str, spans: list[Span], clauses: list[Clause]) -> list[Scene]:
    """One scene per span, in order."""
    narrated = {c.paragraph for c in clauses for t in c.tokens if t.quotation < 0 and t.text[0].isalnum()}
    found: list[Scene] = []
    for index, clause in enumerate(clauses):
        for at, quotation in clause.quotations:
            span = spans[quotation]
            inner = text[span.start : span.end]
            found.append(
                Scene(
                    span,
                    inner[:400].lower().split(),
                    index,
                    at,
                    span.paragraph not in narrated,
                    clauses,
                    inner[-1],
                    inner[:1].isupper(),
                    text[span.outer_start] in "'‘" and text[span.outer_start + 1] != "'",
                    found[-1] if found else None,
                )
            )
    return found


def candidates(scene: Scene) -> Iterator[tuple[Mention, int]]:
    """Mentions that can be the speaker, each with the distance of its sentence (-1: the one before)."""
    home = scene.clauses[scene.clause]
    low = max(0, scene.clause - CLAUSES_BEFORE)
    high = min(len(scene.clauses), scene.clause + CLAUSES_AFTER + 1)
    for index in range(low, high):
        clause = scene.clauses[index]
        back = home.paragraph - clause.paragraph
        if not 0 <= back <= PARAGRAPHS_BEFORE:
            continue
        mentions = clause.mentions
        if len(mentions) > MENTIONS_PER_CLAUSE:
            mentions = sorted(
                mentions, key=lambda m: abs(m.first - scene.at) if index == scene.clause else m.rank
            )
        for mention in mentions[:MENTIONS_PER_CLAUSE]:
            yield mention, index - scene.clause


def mention_features(scene: Scene, mention: Mention, distance: int) -> list[str]:
    """Features of one mention as the speaker."""
    clause = scene.clauses[scene.clause + distance]
    features = [_sort(mention)]
    if mention.possessive:
        features.append("possessive")
    if mention.governed:
        features.append("after preposition")
    if mention.rank == 0:
        features.append("first in sentence")
    if distance == 0:
        features += _same_sentence(scene, clause, mention)
    else:
        features += _other_sentence(scene, clause, mention, distance)
    return features


def _sort(mention: Mention) -> str:
    if mention.kind == "pronoun":
        return {"it": "pronoun it", "they": "pronoun they"}.get(mention.name[0], "pronoun")
    if mention.kind == "name":
        if mention.honorific or mention.title:
            return "name with title"
        return "name" if len(mention.name) < 2 else "full name"
    return "description" if mention.head else "thing"


def _same_sentence(scene: Scene, clause: Clause, mention: Mention) -> list[str]:
    if not mention.links:
        side = "before" if mention.first < scene.at else "after"
        return [f"unlinked {side}", *_blocked(clause, mention.first, scene.at)]
    link, verb = min(mention.links, key=lambda pair: abs(pair[1] - scene.at))
    side = "before" if verb < scene.at else "after"
    gap = abs(scene.at - verb)
    near = "adjacent" if gap <= 2 else "near" if gap <= 6 else "far"
    features = [f"{link} {side}", f"verb {near} {side}", *_blocked(clause, verb, scene.at)]
    word = clause.tokens[verb].low
    features.append("says" if word in SAY else "judges" if word in JUDGE else "speaks")
    return features


def _blocked(clause: Clause, one: int, other: int) -> Iterator[str]:
    low, high = min(one, other), max(one, other)
    if any(low < cue < high for cue in clause.cues):
        yield "verb between"
    if any(low < at < high for at, _ in clause.quotations):
        yield "quotation between"


def _other_sentence(scene: Scene, clause: Clause, mention: Mention, distance: int) -> list[str]:
    back = scene.clauses[scene.clause].paragraph - clause.paragraph
    linked = (
        "linked"
        if any(link in _STRONG for link, _ in mention.links)
        else "loose"
        if mention.links
        else "unlinked"
    )
    where = f"sentence {max(distance, -3):+d}" if back == 0 else f"paragraph -{back}"
    own = "home linked" if scene.clauses[scene.clause].cues else "home silent"
    features = [f"{linked} in {where}", f"{own} {'after' if distance > 0 else 'before'}"]
    if back and distance < -1:
        features.append("earlier in paragraph")
    if scene.alone:
        features.append(f"alone, {linked} in {where}")
        if mention.rank == 0:
            features.append(f"alone, first in {where}")
        if any(t.low in SPEECH_NOUNS for t in clause.tokens):
            features.append(f"alone, speech noun in {where}")
    if clause.quotations:
        features.append(f"beside a quotation in {where}")
    if clause.tokens[-1].text == ":" and distance == -1:
        features.append(f"colon at the end, {linked}")
    return features


def continue_features(scene: Scene) -> list[str]:
    """Features of the last speaker as the speaker of this quotation too."""
    last = scene.previous
    if last is None:
        return []
    paragraphs = scene.span.paragraph - last.span.paragraph
    where = (
        "same sentence"
        if last.clause == scene.clause
        else "same paragraph"
        if not paragraphs
        else "next paragraph"
        if paragraphs == 1
        else "later"
    )
    has_cue = "cue" if scene.clauses[scene.clause].cues else "no cue"
    features = ["continue", f"continue {where}", f"continue {where}, {has_cue}"]
    if scene.alone:
        features.append(f"continue {where}, alone")
    if not last.span.closed:
        features.append("continue what was left open")
    if scene.clauses[scene.clause].mentions:
        features.append("continue beside mentions")
    if scene.clauses[scene.clause].tokens[0].quotation >= 0 and not scene.clauses[scene.clause].cues:
        features.append("continue, sentence starts with the quotation")
    return features


def nobody_features(scene: Scene) -> list[str]:
    """Features of the quotation that say that no one spoke it."""
    count = len(scene.words)
    size = (
        "1"
        if count == 1
        else "2"
        if count == 2
        else "3"
        if count == 3
        else "4 to 5"
        if count < 6
        else "6 to 9"
        if count < 10
        else "10 and more"
    )
    left, right, shape = next(_left_of(scene)), next(_right_of(scene), "before other"), _shape(scene)
    features = ["nobody", f"{size} words"]
    if scene.single:
        features.append("single marks")
    if scene.alone:
        features += ["alone", f"alone, {shape}"]
        if scene.single:
            features.append("alone in single marks")
    if scene.capital:
        features.append("begins with a capital")
    if any(w.strip(".,!?…") in FIRST_AND_SECOND_PERSON for w in scene.words):
        features.append("first or second person")
    features += [left, right, shape, f"{shape}, {left}", f"{shape}, {right}", f"{left}, {right}"]
    clause = scene.clauses[scene.clause]
    verb = _nearest_verb(scene, clause)
    features += [verb, f"{shape}, {verb}", f"{left}, {verb}"]
    if clause.cues and any(t.low in SPEECH_NOUNS for t in clause.tokens):
        features.append("speech noun")
    if not clause.mentions:
        features.append("no mention")
    if len(clause.quotations) > 2:
        features.append("many quotations")
    return features


def _nearest_verb(scene: Scene, clause: Clause) -> str:
    """The verb of saying that is nearest in the sentence, by its sort and place."""
    if not clause.cues:
        return "no verb of saying"
    cue = min(clause.cues, key=lambda at: abs(at - scene.at))
    word = clause.verbs[cue]
    sort = "says" if word in SAY else "judges" if word in JUDGE else "speaks"
    gap = abs(cue - scene.at)
    near = "adjacent" if gap <= 2 else "near" if gap <= 6 else "far"
    return f"{sort} {near} {'before' if cue < scene.at else 'after'} it"


def _shape(scene: Scene) -> str:
    """How the quotation is written, by length and capitals."""
    count = len(scene.words)
    if count > 9:
        return "long"
    text = scene.clauses[scene.clause].tokens[scene.at].text
    words = [w for w in text.split() if w[0].isalpha()]
    title = (
        bool(words)
        and all(w[0].isupper() or w in FUNCTION_WORDS or len(w) < 4 for w in words)
        and scene.capital
    )
    letters = "title case" if title else "capital" if scene.capital else "small"
    return f"{'one word' if count == 1 else 'few words' if count < 4 else 'short'} in {letters}"


def _left_of(scene: Scene) -> Iterator[str]:
    left = scene.token(-1)
    if left == ",":
        yield "after comma"
        return
    clause = scene.clauses[scene.clause]
    if left in ("a", "an"):
        yield "after a"
    elif left == "the":
        yield "after the"
    elif left == ":":
        yield "after colon"
    elif left == "that":
        yield "after that"
    elif left in NAMING:
        yield "after naming"
    elif left in ("=", ">", "<"):
        yield "after markup"
    elif scene.at - 1 in clause.verbs:
        yield "after verb"
    elif left in ("is", "was", "be", "are", "were", "been", "being"):
        yield "after be"
    elif left == "as":
        yield "after as"
    elif left in ("and", "or"):
        yield "after and"
    elif left == "“":
        yield "after quotation"
    elif left in ("on", "in", "of", "with", "for"):
        yield f"after {left}"
    elif left in PREPOSITIONS:
        yield "after preposition of it"
    elif left == "":
        yield "starts sentence"
    elif left == "to":
        yield "after to"
    elif left in ("’s", "'s") or (scene.at and clause.tokens[scene.at - 1].possessive):
        yield "after possessive"
    elif scene.at and clause.tokens[scene.at - 1].capital:
        yield "after name"
    elif left in FUNCTION_WORDS:
        yield "after function word"
    else:
        yield "after word"


def _right_of(scene: Scene) -> Iterator[str]:
    right = scene.token(1)
    if scene.ends in ".!?…":
        yield "ends a sentence"
    elif scene.ends == ",":
        yield "ends with comma"
    elif right == "":
        yield "ends without punctuation"
    elif right.isalpha() and right not in FUNCTION_WORDS:
        yield "before noun"
    elif right in FUNCTION_WORDS:
        yield "before function word"
    elif right in (",", "."):
        yield "before outside punctuation"
