"""Where quotations are, and who says them. No language model: marks, word lists and a table of weights.

1. `marks`: quotation marks to spans.
2. `tokens`: the reporter's text to sentences, in which a quotation is one token.
3. `phrases`, `mentions`, `cues`: who is spoken of in a sentence, and which verb of saying is whose.
4. `people`, `gender`, `asides`: every mention of a person under the fullest name.
5. `scene`, `features`, `unspoken`, `weights`, `attribution`: the candidates for a speaker, and the choice.
6. `resolve`: pronouns and descriptions to people.
7. `kinds`: speech, a fragment, or no speech at all.

The words that all this knows are in `words`.
"""

from __future__ import annotations

from collections.abc import Sequence

from narrate.model import Quotation
from narrate.quotation.asides import introduce
from narrate.quotation.attribution import Attribution, attribute
from narrate.quotation.kinds import kind_of
from narrate.quotation.marks import find_spans, lines
from narrate.quotation.people import People
from narrate.quotation.reporting_verbs import analyse
from narrate.quotation.resolve import learn_genders
from narrate.quotation.scene import Scene, scenes
from narrate.quotation.tokens import sentences


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> list[Quotation]:
    """Every quotation in a text, in order and never overlapping.

    `paragraphs` are the (start, end) offsets of running text, in order; None: every line is one.
    """
    return [quotation for quotation, _ in find_attributions(text, paragraphs)]


def find_attributions(
    text: str, paragraphs: Sequence[tuple[int, int]] | None = None
) -> list[tuple[Quotation, Attribution | None]]:
    """As `find_quotations`, each with the words in the text that show the speaker."""
    where = lines(text) if paragraphs is None else list(paragraphs)
    spans = find_spans(text, where)
    if not spans:  # then nobody asks who is spoken of
        return []
    clauses = [analyse(sentence) for sentence in sentences(text, where, spans)]
    people = People(text)
    introduce(clauses, people)
    found = scenes(text, spans, clauses)
    attributions = attribute(found, people)
    speakers = {a.person for a in attributions if a and a.person.named}
    learn_genders(speakers, clauses, people)
    return [(_quotation(text, s, a, people), a) for s, a in zip(found, attributions, strict=True)]


def _quotation(text: str, scene: Scene, attribution: Attribution | None, people: People) -> Quotation:
    start, end = scene.span.start, scene.span.end
    speaker = None if attribution is None else people.speaker(attribution.person)
    return Quotation(start, end, text[start:end], kind_of(scene, spoken=speaker is not None), speaker)


__all__ = ["find_attributions", "find_quotations"]
