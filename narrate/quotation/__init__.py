"""Where quotations are, and who says them. No language model: punctuation, word lists and a table of weights.

What follows is how English is read; `abroad` reads other languages, by rules.

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
9. `kinds`: speech, a fragment, or no speech at all; `confidence`: how sure the speaker is.
10. `turns`: what is said in the turns of a transcript, whose labels name the speakers.

The words that all this knows are in `word_classes` and `nouns`, and in `narrate.english`.
"""

from __future__ import annotations

from collections.abc import Sequence

from narrate.languages import primary
from narrate.model import Quotation, Turn
from narrate.quotation import abroad
from narrate.quotation.attribution import Attribution, attribute, named_speakers
from narrate.quotation.clauses import analyse
from narrate.quotation.confidence import probability, supported
from narrate.quotation.corrected import corrected
from narrate.quotation.dialogue import converse, is_story
from narrate.quotation.discourse import Discourse
from narrate.quotation.foreign import other_language
from narrate.quotation.introductions import introduce
from narrate.quotation.kinds import kind_of
from narrate.quotation.pronouns import learn_genders
from narrate.quotation.scene import Scene, labels, scenes
from narrate.quotation.sentences import sentences
from narrate.quotation.spans import find_spans, lines
from narrate.quotation.turns import mentions_of, said_in


def find_quotations(
    text: str,
    paragraphs: Sequence[tuple[int, int]] | None = None,
    turns: Sequence[Turn] = (),
    *,
    language: str = "en",
) -> list[Quotation]:
    """Every quotation in a text, in order and never overlapping.

    `paragraphs` are the (start, end) offsets of running text, in order; None: every line is one. `turns` are
    what speakers say whom the text names itself, in order and apart from the paragraphs. `language` is
    the text's, a BCP 47 tag.
    """
    if primary(language) != "en":
        return _find_abroad(text, lines(text) if paragraphs is None else paragraphs, turns, language)
    return [quotation for quotation, _ in find_attributions(text, paragraphs, turns)]


def find_attributions(
    text: str, paragraphs: Sequence[tuple[int, int]] | None = None, turns: Sequence[Turn] = ()
) -> list[tuple[Quotation, Attribution | None]]:
    """As `find_quotations`, each with the words in the text that show the speaker; None for a turn."""
    where = lines(text) if paragraphs is None else paragraphs
    spans = find_spans(text, where)
    if not spans and not turns:
        return []  # Then nobody asks who is spoken of.
    mentions = mentions_of(turns)
    clauses = [analyse(sentence) for sentence in sentences(text, where, spans)]
    found = scenes(text, spans, clauses)
    story = is_story(text, found, where)
    people = introduce(text, clauses, [*labels(found), *mentions.values()], families=story)
    discourse = Discourse(people)
    attributions = attribute(found, discourse)
    if story:
        speakers = named_speakers(attributions)
        discourse = Discourse(people)
        learn_genders(speakers, clauses, discourse)
        attributions = converse(found, attributions, discourse)
    learn_genders(named_speakers(attributions), clauses, discourse)
    quotations = [_quotation(*pair, discourse) for pair in zip(found, attributions, strict=True)]
    if not story:
        quotations = supported(quotations)
    attributed = list(zip(quotations, attributions, strict=True))
    said = said_in(text, turns, mentions, discourse)
    attributed += [(quotation, None) for quotation in said]
    return sorted(attributed, key=_start)


def _find_abroad(
    text: str, paragraphs: Sequence[tuple[int, int]], turns: Sequence[Turn], language: str
) -> list[Quotation]:
    """The quotations of an article that is not in English."""
    mentions = mentions_of(turns)
    discourse = Discourse(introduce(text, [], mentions.values()))
    found = abroad.find(text, paragraphs, language)
    found += said_in(text, turns, mentions, discourse)
    return sorted(found, key=lambda quotation: quotation.start)


def _start(attributed: tuple[Quotation, Attribution | None]) -> int:
    return attributed[0].start


def _quotation(scene: Scene, attribution: Attribution | None, discourse: Discourse) -> Quotation:
    speaker = discourse.speaker(attribution.person) if attribution is not None else None
    kind = kind_of(scene, spoken=speaker is not None)
    confidence = None if attribution is None else probability(attribution.likelihood)
    return Quotation(scene.span.start, scene.span.end, scene.text, kind, speaker, confidence)


__all__ = ["corrected", "find_attributions", "find_quotations", "other_language"]
