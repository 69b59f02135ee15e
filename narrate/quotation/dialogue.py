"""Who speaks in a story, where most turns of a conversation say nothing of their speaker.

A turn is what one person says in a paragraph. Its speaker is, by the first of these that holds: whoever
stands beside a verb of saying; whoever leads the narrator's words in its paragraph; in a conversation of two,
whoever spoke two turns before; whoever was spoken to; whoever leads the sentences before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from narrate.model import Gender
from narrate.quotation.attribution import Attribution
from narrate.quotation.clauses import Clause
from narrate.quotation.discourse import Discourse
from narrate.quotation.linking import STRONG
from narrate.quotation.mentions import Mention
from narrate.quotation.people import Person
from narrate.quotation.scene import Scene
from narrate.quotation.word_classes import SINGULAR_PRONOUNS

RUNS, QUESTIONS, FIGURES, FEWEST = 0.15, 0.1, 0.1, 8
"""What makes a text a story: of its paragraphs, at least so large a share begins with a quotation as the one
before does; of its quotations, so many end in a question or exclamation mark, and more by the share of its
paragraphs that have a digit; of these there are no more; and it has so many quotations. That holds for 4 of
924 news articles, which are interviews."""
BESIDE = 4
"""Tokens between a quotation and the verb of its speaker, at most."""
CONVERSATION = 2
"""Paragraphs from one turn to the next, at most, in the same conversation."""
OFTEN = 3
"""Times that somebody is named from which on a pronoun can be theirs, though they never surely speak."""
REACH = 12
"""Sentences to look back for whom a pronoun means."""

_DIGIT = re.compile(r"\d")
_BEFORE_NAME = r"(?:(?:my|dear|old|Mr\.?|Mrs\.?|Miss|Sir|Lady|Dr\.?|Aunt|Uncle) )*"
_VOCATIVE = re.compile(rf"(?:^|[,.!?—] ){_BEFORE_NAME}([A-Z][\w’'-]+)(?=[,.!?]|$)")

EXPLICIT, PRONOUN, LEADING, ALTERNATING, ADDRESSED, GUESSED = 0.85, 0.5, 0.5, 0.5, 0.4, 0.2
"""How likely each of the grounds is to be right: about their shares in five novels, after `confidence`."""


@dataclass(slots=True, eq=False)
class Turn:
    """What one person says in a paragraph."""

    scenes: list[Scene]
    numbers: list[int]
    """Their indices."""
    paragraph: int
    found: Attribution | None = None


def is_story(text: str, scenes: Sequence[Scene], paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Whether a text is told in conversations, by its quotations."""
    if len(scenes) < FEWEST:
        return False
    opening = {s.span.paragraph for s in scenes if s.span.outer_start - paragraphs[s.span.paragraph][0] <= 1}
    runs = sum(paragraph - 1 in opening for paragraph in opening)
    if runs < RUNS * len(paragraphs):
        return False
    questions = sum(text[scene.span.end - 1] in "?!" for scene in scenes) / len(scenes)
    figures = sum(_DIGIT.search(text, *paragraph) is not None for paragraph in paragraphs) / len(paragraphs)
    return figures <= FIGURES and questions >= QUESTIONS + figures


def converse(
    scenes: Sequence[Scene], attributions: Sequence[Attribution | None], discourse: Discourse
) -> list[Attribution | None]:
    """The speakers of a story's quotations; what is nobody's in the reporter's sentences stays so."""
    conversation = _Conversation(scenes[0].clauses, discourse)
    found = list(attributions)
    for turn in _turns(scenes, attributions):
        conversation.take(turn)
        for number in turn.numbers:
            found[number] = turn.found
    return found


def _turns(scenes: Sequence[Scene], attributions: Sequence[Attribution | None]) -> Iterator[Turn]:
    """The turns, in order; a fragment in the reporter's sentence that nobody says is in none."""
    turn: Turn | None = None
    for number, scene in enumerate(scenes):
        if attributions[number] is None and not _is_speech(scene):
            continue
        if turn is None or turn.paragraph != scene.span.paragraph:
            if turn is not None:
                yield turn
            turn = Turn([], [], scene.span.paragraph)
        turn.scenes.append(scene)
        turn.numbers.append(number)
    if turn is not None:
        yield turn


def _is_speech(scene: Scene) -> bool:
    """Whether a quotation without a speaker looks like a turn: it begins or ends a sentence of its own."""
    return scene.alone or (scene.text[-1] in ".,!?—…-" and scene.text[:1].isupper())


class _Conversation:
    """Gives each turn its speaker, with those of the turns before in mind."""

    def __init__(self, clauses: Sequence[Clause], discourse: Discourse) -> None:
        self._clauses = clauses
        self._discourse = discourse
        self._before: list[Turn] = []
        self._narrator: Person | None = None
        self._proven = _named_beside_verbs(clauses, discourse)

    def take(self, turn: Turn) -> None:
        """Find the speaker of a turn."""
        turn.found = self._speaker(turn)
        self._before.append(turn)

    def _speaker(self, turn: Turn) -> Attribution | None:
        beside = self._beside_verb(turn)
        if beside is None:
            narrator = self._narrator_beside_verb(turn)
            if narrator is not None:
                return narrator
        if beside is not None:
            return self._named(turn, beside, EXPLICIT, PRONOUN)
        if self._goes_on():
            return self._before[-1].found
        leading = self._leading(turn)
        if leading is not None:
            return self._named(turn, leading, LEADING, LEADING * PRONOUN)
        return self._alternating(turn) or self._addressed(turn) or self._guessed(turn)

    def _beside_verb(self, turn: Turn) -> Mention | None:
        """Whoever stands with a verb of saying next to one of the quotations."""
        best: tuple[int, Mention] | None = None
        for scene in turn.scenes:
            for mention in scene.home.mentions:
                for link, verb in mention.links:
                    gap = abs(verb - scene.at)
                    if (
                        link in STRONG
                        and gap <= BESIDE + len(mention.name)
                        and (best is None or gap < best[0])
                    ):
                        best = gap, mention
        return None if best is None else best[1]

    def _narrator_beside_verb(self, turn: Turn) -> Attribution | None:
        """ "…,” I said: whoever tells the story."""
        for scene in turn.scenes:
            tokens = scene.home.tokens
            for verb in scene.home.reporting_verbs:
                if abs(verb - scene.at) > BESIDE:
                    continue
                for at in (verb - 1, verb + 1):
                    if 0 <= at < len(tokens) and tokens[at].text == "I":
                        token = tokens[at]
                        mention = Mention("pronoun", token.start, token.end, at, at + 1, ("I",))
                        if self._narrator is None:
                            self._narrator = self._discourse.add_unnamed(mention)
                        return Attribution(self._narrator, mention, EXPLICIT)
        return None

    def _leading(self, turn: Turn) -> Mention | None:
        """Whoever leads the first sentence of the reporter's in the paragraph."""
        for clause in self._clauses_of(turn):
            for mention in clause.mentions:
                if mention.leads and _is_somebody(mention):
                    return mention
        return None

    def _clauses_of(self, turn: Turn) -> Iterator[Clause]:
        first, last = turn.scenes[0].clause, turn.scenes[-1].clause
        for index in range(max(0, first - 2), min(len(self._clauses), last + 3)):
            if self._clauses[index].paragraph == turn.paragraph:
                yield self._clauses[index]

    def _named(self, turn: Turn, mention: Mention, sure: float, less: float) -> Attribution | None:
        """The attribution to whom a mention means."""
        gender = SINGULAR_PRONOUNS.get(mention.name[0]) if mention.kind == "pronoun" else None
        if gender is None:
            person = self._discourse.known(mention) or self._discourse.add_unnamed(mention)
            return Attribution(person, mention, sure)
        meant = self._meant(turn, mention, gender)
        if meant is None:
            return Attribution(self._discourse.add_unnamed(mention), mention, less / 2)
        if meant.named:
            self._discourse.count_pronoun(meant, gender)
        return Attribution(meant, mention, less)

    def _meant(self, turn: Turn, pronoun: Mention, gender: Gender) -> Person | None:
        """Whom "he" or "she" beside a turn means."""
        last = self._speaker_back(turn, 1)
        two_back = self._speaker_back(turn, 2)
        inside = self._before_in_paragraph(turn, pronoun, gender)
        if inside is not None:
            return inside
        if two_back is not None and two_back is not last and self._can_be(two_back, gender):
            return two_back
        for candidate in self._led_before(turn):
            if candidate is not last and self._can_be(candidate, gender):
                return candidate
        if last is not None and self._can_be(last, gender):
            return last
        return None

    def _before_in_paragraph(self, turn: Turn, pronoun: Mention, gender: Gender) -> Person | None:
        """Whoever leads a sentence of the same paragraph before the pronoun: "Ann rose. “No,” she said"."""
        for clause in self._clauses_of(turn):
            for mention in clause.mentions:
                if mention is pronoun:
                    return None
                person = self._discourse.known(mention)
                if mention.leads and person is not None and self._can_be(person, gender):
                    return person
        return None

    def _can_be(self, person: Person, gender: Gender) -> bool:
        if person.body or person is self._narrator or self._discourse.gender(person) not in (gender, None):
            return False
        return person in self._proven or (self._discourse.is_human(person) and person.count >= OFTEN)

    def _led_before(self, turn: Turn) -> Iterator[Person]:
        """Whoever leads the sentences before a turn, then whoever else is named there, the nearest first."""
        first = turn.scenes[0].clause
        indices = range(first - 1, max(-1, first - 1 - REACH), -1)
        for leading in (True, False):
            for index in indices:
                for mention in self._clauses[index].mentions:
                    person = self._discourse.known(mention)
                    if person is not None and mention.leads == leading and not person.body:
                        yield person

    def _speaker_back(self, turn: Turn, turns: int) -> Person | None:
        """Who spoke some turns before, in the same conversation."""
        if len(self._before) < turns:
            return None
        following = [*self._before[-turns:], turn]
        gaps = [b.paragraph - a.paragraph for a, b in pairwise(following)]
        found = following[0].found
        return None if found is None or max(gaps) > CONVERSATION else found.person

    def _goes_on(self) -> bool:
        """Whether the turn before was left open, so that this one goes on with it."""
        return bool(self._before) and not self._before[-1].scenes[-1].span.closed

    def _alternating(self, turn: Turn) -> Attribution | None:
        """Whoever spoke two turns before, unless the turn before was theirs, too."""
        last, two_back = self._speaker_back(turn, 1), self._speaker_back(turn, 2)
        if two_back is None or two_back is last:
            return None
        found = self._before[-2].found
        return None if found is None else found._replace(likelihood=ALTERNATING)

    def _addressed(self, turn: Turn) -> Attribution | None:
        """Whoever the turn before speaks to by name."""
        last = self._speaker_back(turn, 1)
        if last is None:
            return None
        for scene in reversed(self._before[-1].scenes):
            for match in _VOCATIVE.finditer(scene.text):
                mention = self._mention_of(match.group(1), turn)
                person = None if mention is None else self._discourse.known(mention)
                if mention is not None and person is not None and person is not last:
                    return Attribution(person, mention, ADDRESSED)
        return None

    def _mention_of(self, name: str, turn: Turn) -> Mention | None:
        """The last mention of a name before a turn."""
        first = turn.scenes[0].clause
        for index in range(first, max(-1, first - 10 * REACH), -1):
            for mention in self._clauses[index].mentions:
                if mention.kind == "name" and name in mention.name:
                    return mention
        return None

    def _guessed(self, turn: Turn) -> Attribution | None:
        """Whoever leads the sentences before, other than the last speaker; else the last one."""
        last = self._speaker_back(turn, 1)
        first = turn.scenes[0].clause
        for index in range(first, max(-1, first - REACH), -1):
            for mention in self._clauses[index].mentions:
                person = self._discourse.known(mention)
                if person is not None and person is not last and person in self._proven:
                    return Attribution(person, mention, GUESSED)
        return self._before[-1].found if self._before else None


def _named_beside_verbs(clauses: Sequence[Clause], discourse: Discourse) -> set[Person]:
    """Everybody who surely speaks somewhere in the text."""
    proven: set[Person] = set()
    for clause in clauses:
        for mention in clause.mentions:
            person = discourse.known(mention)
            if person is not None and clause.quotations and any(link in STRONG for link, _ in mention.links):
                proven.add(person)
    return proven


def _is_somebody(mention: Mention) -> bool:
    """Whether a mention can be a person who speaks."""
    if mention.possessive:
        return False
    return mention.kind == "name" or mention.name[0] in SINGULAR_PRONOUNS or mention.head != ""
