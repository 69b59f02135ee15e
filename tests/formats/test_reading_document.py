"""The text that the page and the EPUB show, and when each sentence of it is heard."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from narrate.formats.readalong.document import Document, Sentence, document
from narrate.model import Article, Chapter, Image, Narration, Section, Speaker
from narrate.pipeline.api import narrate
from tests.formats.heard import CUE, heard, part
from tests.helpers import article, quotation, utterance

ADA = Speaker("Ada Moreau", "f")
STORY = """The ferry

Boats in the harbour of Port Ansel on May 4, 2021. (Ida Holm/AFP/Getty Images)

It was late. Nobody on the quay of Port Ansel knew what had happened to the boat.

“We waited. We called,” said Ada Moreau, who keeps the lighthouse. “Nobody answered.”

Second part

The harbour master told nobody about it until the evening, when the fog was gone.
"""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def texts(told: Document) -> list[str]:
    """The text of every sentence."""
    return [sentence.text for sentence in told.sentences()]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Narration:
    """An article with a photograph, a quotation and two chapters, narrated by tones."""
    folder = tmp_path_factory.mktemp("story")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return narrate(folder / "story.txt", folder / "story.json", engine="tone").narration


def test_the_pieces_of_the_passages_are_the_article(story: Narration) -> None:
    """Character for character, with quotation marks and spelling."""
    article = story.script.article
    passages = [p for c in document(story).chapters for p in c.passages]
    written = ["".join(x if isinstance(x, str) else x.text for x in p.pieces()) for p in passages]
    assert written == [block.text for block in article.blocks]
    for sentence in document(story).sentences():
        assert article.source[sentence.offset :].startswith(sentence.text)


def test_announcements_have_a_time_and_no_text(story: Narration) -> None:
    """ "Photo." is heard before the caption's first sentence, and is none of the article's words."""
    passages = [p for c in document(story).chapters for p in c.passages]
    caption = next(passage for passage in passages if passage.block.kind == "caption")
    assert caption.start is not None
    assert caption.start < caption.sentences[0].start
    assert "Photo." not in texts(document(story))


def test_sentences_are_heard_in_order_each_with_its_own_words(story: Narration) -> None:
    """The times of sentences and words never fall, and a word's text lies in its sentence."""
    sentences = list(document(story).sentences())
    assert [sentence.id for sentence in sentences] == [f"s{n}" for n in range(1, len(sentences) + 1)]
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    for sentence in sentences:
        words = sentence.words
        assert sentence.start <= words[0].start
        assert words[-1].end <= sentence.end
        assert all(a.end <= b.start and a.text_end <= b.text_start for a, b in pairwise(words))
        said = "".join(sentence.text[word.text_start : word.text_end] for word in words)
        assert _letters(said) == _letters(sentence.text)


def test_chapters_hold_what_is_read_in_them(story: Narration) -> None:
    """A heading is the first passage of its chapter, and no passage is heard outside its chapter."""
    first, second = document(story).chapters
    assert (first.title, second.title) == ("The ferry", "Second part")
    assert second.passages[0].block.text == "Second part"
    for chapter in (first, second):
        for passage in chapter.passages:
            assert passage.start is not None
            assert passage.end is not None
            assert chapter.start <= passage.start <= passage.end <= chapter.end


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("“Come,”", "she said."), ["“Come,” she said."]),
        (("“Come!”", "she said."), ["“Come!” she said."]),
        (("“We waited. We called,”", "said Ada."), ["“We waited.", "We called,” said Ada."]),
        (("“Come.”", "Nobody came."), ["“Come.”", "Nobody came."]),
        (("She said:", "“Come. Now.”"), ["She said: “Come.", "Now.”"]),
        (("هل تأتي؟", "لا أحد."), ["هل تأتي؟", "لا أحد."]),
        (("「来てください。」", "誰も来なかった。"), ["「来てください。」", "誰も来なかった。"]),
    ],
)  # fmt: skip
def test_a_sentence_may_go_on_through_several_voices(words: tuple[str, ...], expected: list[str]) -> None:
    """It ends where its full stop is, and not where the voice changes."""
    told = article(("paragraph", " ".join(words)))
    narration = heard(told, *(part(told, each) for each in words))
    assert texts(document(narration)) == expected
    sentences = list(document(narration).sentences())
    assert sentences[0].start == 0
    assert sentences[-1].end == narration.cues[-1].end


def test_a_line_end_between_two_voices_is_kept() -> None:
    """White space in a sentence is the source's."""
    told = article(("paragraph", "“Come,”\n  she said."))
    narration = heard(told, part(told, "“Come,”"), part(told, "she said."))
    assert texts(document(narration)) == ["“Come,”\n  she said."]


def test_words_of_a_sentence_in_two_voices_count_in_its_text() -> None:
    """The second voice's words lie behind the first one's, announcement or not between them."""
    told = article(("paragraph", "“Come,” she said."))
    end = utterance("End quote.", role="announcement", start=None, end=None)
    narration = heard(told, part(told, "“Come,”"), end, part(told, "she said."))
    (sentence,) = document(narration).sentences()
    letters = "".join(sentence.text[word.text_start : word.text_end] for word in sentence.words)
    assert letters == "Comeshesaid"
    assert (sentence.start, sentence.end) == (0, narration.cues[2].end)


def test_without_word_times_sentences_share_their_utterance_by_length() -> None:
    """Half of the characters, half of the time."""
    told = article(("paragraph", "It rained. It poured."))
    first, second = document(heard(told, part(told, "It rained. It poured."), words=False)).sentences()
    assert (first.start, second.end) == (0, CUE)
    assert first.end == round(CUE * 10 / 21)
    assert second.start == round(CUE * 11 / 21)
    assert not first.words


def test_a_sentence_that_makes_no_sound_stands_where_the_one_before_ended() -> None:
    """Its time is a point, so that times stay in order."""
    told = article(("paragraph", "It rained. ***. It poured."))
    first, stars, _ = document(heard(told, part(told, "It rained. ***. It poured."))).sentences()
    assert (stars.text, stars.start, stars.end) == ("***.", first.end, first.end)


def test_quotes_are_marked_with_their_speaker_in_every_sentence() -> None:
    """Direct speech only, clipped to the sentence; a fragment in the reporter's sentence is none."""
    text = "“We waited. We called,” said Ada, “exhausted” and cold."
    told = article(("paragraph", text))
    quotations = (
        quotation(text, "We waited. We called,", speaker=ADA),
        quotation(text, "exhausted", "partial", ADA),
    )
    parts = part(told, "“We waited. We called,”"), part(told, "said Ada, “exhausted” and cold.")
    sentences = document(heard(told, *parts, quotations=quotations)).sentences()
    found = [(s.text[q.start : q.end], q.speaker, q.quotation) for s in sentences for q in s.quotes]
    assert found == [("We waited.", "Ada Moreau", 0), ("We called,", "Ada Moreau", 0)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [("“We waited. We called.”", True), ("“We waited. We called,” she said.", False), ("Nobody.", False)],
)
def test_a_passage_that_is_one_quotation_knows_its_speaker(text: str, whole: bool) -> None:
    """It can be set as a block quotation; one with "she said" in it cannot."""
    told = article(("paragraph", text))
    said = text[1:].partition("”")[0]
    quotations = (quotation(text, said, speaker=ADA),) if "“" in text else ()
    ((passage,),) = [
        c.passages for c in document(heard(told, part(told, text), quotations=quotations)).chapters
    ]
    quote = passage.quotation()
    assert (quote is not None) == whole
    assert quote is None or quote.speaker == "Ada Moreau"


def test_what_is_no_part_of_the_article_stands_apart_and_what_is_skipped_in_its_place() -> None:
    """A browser notice is named as left out; a caption that the listener skips is still to be read."""
    told = article(("title", "Fog"), ("caption", "A boat."), ("boilerplate", "Share"), silent=[2])
    made = document(heard(told, part(told, "Fog")))
    title, caption = made.chapters[0].passages
    assert [block.text for block in made.unread] == ["Share"]
    assert (title.start, caption.start, caption.sentences) == (0, None, ())
    assert list(caption.pieces()) == ["A boat."]


def test_what_is_spoken_on_request_is_read_in_its_place() -> None:
    """With `--all`, a notice that would have been left out has sentences like all other text."""
    told = article(("title", "Fog"), ("boilerplate", "Share this."), silent=[1])
    made = document(heard(told, part(told, "Fog"), part(told, "Share this.", block=1)))
    assert texts(made) == ["Fog", "Share this."]
    assert made.unread == ()


@pytest.mark.parametrize(
    ("offset", "place"), [(0, 0), (2, 0), (4, 1), (9, 1), (12, 1)], ids=["start", "in", "next", "in", "end"]
)
def test_a_picture_stands_with_its_text(offset: int, place: int) -> None:
    """With the block that it lies in or before; behind the last one, with that."""
    told = article(("title", "Fog"), ("caption", "A boat."))
    told = replace(told, images=(Image("boat.png", "A boat", offset),))
    narration = heard(told, part(told, "Fog"), part(told, "A boat.", block=1))
    passages = document(narration).chapters[0].passages
    assert [len(passage.images) for passage in passages] == [int(place == n) for n in (0, 1)]


def test_chapters_without_text_stay() -> None:
    """Two headings one after the other are two chapters, and a recording without any text is one."""
    told = article(("title", "Fog"), ("heading", "One"), ("heading", "Two"))
    narration = heard(told, *(part(told, word, block=n) for n, word in enumerate(("Fog", "One", "Two"))))
    sections = tuple(Section(title, n) for n, title in enumerate(("Fog", "One", "Two")))
    times = tuple(Chapter(s.title, s.utterance * 1100, s.utterance * 1100 + 1100) for s in sections)
    narration = replace(narration, script=replace(narration.script, chapters=sections), chapters=times)
    made = document(narration)
    assert [(c.id, [p.block.text for p in c.passages]) for c in made.chapters] == [
        ("c1", ["Fog"]), ("c2", ["One"]), ("c3", ["Two"]),
    ]  # fmt: skip
    empty = heard(Article("", (), "Nothing"))
    assert [(c.title, c.passages) for c in document(empty).chapters] == [("Nothing", ())]
    assert not list(document(empty).sentences())


def test_ids_are_the_same_in_every_run(story: Narration) -> None:
    """A link to a sentence stays good when the page is made again."""
    sentences: list[Sentence] = list(document(story).sentences())
    assert sentences == list(document(story).sentences())
