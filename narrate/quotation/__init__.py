"""Where quotations are, and who says them. No language model: punctuation, word lists and a table of weights.

First what the article shows is gathered, and does not change any more:

1. `quotation_marks`, `spans`: which stretches are quoted.
2. `tokens`, `sentences`: the reporter's text, in which a quotation is one token.
3. `clauses`: who is mentioned in a sentence (`mentions`, by `noun_phrases`, `name_start`, `name_parts` and
   `offices`), and which reporting verb is whose (`linking`).
4. `scene`: each quotation in its surroundings.
5. `introductions`, `gathering`, `people`: everybody who is named, under the fullest name.

Then it is resolved, from the first quotation to the last, with what was decided before in `discourse`:

6. `attribution`: the candidates for a speaker, by their features (`features`, `continuing`, `unspoken`) and
   the `weights` of these, and the choice.
7. `resolve`, `antecedents`: pronouns and descriptions to people.
8. `pronouns`: the genders of the speakers.
9. `kinds`: speech, a fragment, or no speech at all.

The words that all this knows are in `word_classes` and `nouns`, and in `narrate.english`.
"""

from __future__ import annotations

from collections.abc import Sequence

from narrate.model import Quotation
from narrate.quotation.attribution import Attribution, attribute, named_speakers
from narrate.quotation.clauses import analyse
from narrate.quotation.corrected import corrected
from narrate.quotation.discourse import Discourse
from narrate.quotation.introductions import introduce
from narrate.quotation.kinds import kind_of
from narrate.quotation.pronouns import learn_genders
from narrate.quotation.scene import Scene, labels, scenes
from narrate.quotation.sentences import sentences
from narrate.quotation.spans import find_spans, lines


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> list[Quotation]:
    """Every quotation in a text, in order and never overlapping.

    `paragraphs` are the (start, end) offsets of running text, in order; None: every line is one.
    """
    return [quotation for quotation, _ in find_attributions(text, paragraphs)]


def find_attributions(
    text: str, paragraphs: Sequence[tuple[int, int]] | None = None
) -> list[tuple[Quotation, Attribution | None]]:
    """As `find_quotations`, each with the words in the text that show the speaker."""
    where = lines(text) if paragraphs is None else paragraphs
    spans = find_spans(text, where)
    if not spans:
        return []  # Then nobody asks who is spoken of.
    clauses = [analyse(sentence) for sentence in sentences(text, where, spans)]
    found = scenes(text, spans, clauses)
    people = introduce(text, clauses, labels(found))
    discourse = Discourse(people)
    attributions = attribute(found, discourse)
    learn_genders(named_speakers(attributions), clauses, discourse)
    quotations = [_quotation(*pair, discourse) for pair in zip(found, attributions, strict=True)]
    return list(zip(quotations, attributions, strict=True))


def _quotation(scene: Scene, attribution: Attribution | None, discourse: Discourse) -> Quotation:
    speaker = discourse.speaker(attribution.person) if attribution is not None else None
    kind = kind_of(scene, spoken=speaker is not None)
    return Quotation(scene.span.start, scene.span.end, scene.text, kind, speaker)


__all__ = ["corrected", "find_attributions", "find_quotations"]
