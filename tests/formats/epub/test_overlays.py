"""What is heard with which words, in the book's overlays and in its sound."""

from __future__ import annotations

import io
from itertools import groupby, pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from narrate.model import Samples
from narrate.pipeline.api import narrate
from tests.formats.epub.epubs import (
    NAMES,
    TEXTREF,
    TYPE,
    Book,
    Clip,
    announced,
    article,
    every_kind,
    seconds,
    written,
)
from tests.formats.heard import heard, part

STORY = """The ferry that never came

Boats in the harbour of Port Ansel on May 4, 2021. (Ida Holm/AFP/Getty Images)

It was late. Nobody on the quay of Port Ansel knew what had happened to the boat.

“We waited. We called,” said Ada Moreau, who keeps the lighthouse. “Nobody answered.”

What is known

Jonas Pell, a fisherman of the village, spoke to reporters in the evening.

“I was wrong about the fog. Everybody was wrong about the fog.”
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book of every kind of block."""
    folder = tmp_path_factory.mktemp("overlays")
    return Book(written(folder / "a.epub", every_kind(folder)))


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Book, dict[str, float]]:
    """The book of STORY spoken by tones, and the frequency (Hz) at which each utterance's words are said."""
    folder = tmp_path_factory.mktemp("spoken")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    narration = narrate(folder / "story.txt", folder / "story.epub", engine="tone").narration
    voices = {each.text: float(each.voice.engine_voice) for each in narration.script.utterances}
    return Book(folder / "story.epub"), voices


def every_clip(book: Book) -> list[Clip]:
    """All clips in reading order."""
    return [clip for page in book.pages for clip in book.clips(page)]


def sound(book: Book, name: str) -> tuple[Samples, int]:
    """The samples of a chapter, and their rate."""
    with av.open(io.BytesIO(book.file(name)), "r") as container:
        rate = container.streams.audio[0].rate
        frames = [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    return np.concatenate(frames), rate


@pytest.mark.parametrize("words", [False, True], ids=["sentences", "words"])
def test_clips_tile_the_sound_and_lead_to_what_is_there(tmp_path: Path, words: bool) -> None:
    """Every clip is longer than nothing, begins where the one before ends, and has text on its page."""
    book = Book(written(tmp_path / "a.epub", every_kind(tmp_path), words))
    for page in book.pages:
        clips = book.clips(page)
        assert all(clip.begin < clip.end and book.words(clip).strip() for clip in clips)
        assert all(one.end == other.begin for one, other in pairwise(clips))
        assert {clip.sound for clip in clips} <= {page.replace("xhtml", "mp3")}
        assert not clips or clips[0].begin == 0


def test_durations_are_those_of_the_clips_and_their_sum_that_of_the_book(book: Book) -> None:
    """To the millisecond, and those of the sound to two of them."""
    lengths = {}
    for page, overlay in book.overlays.items():
        (value,) = book.find(f"//o:meta[@property='media:duration'][@refines='#{overlay}']/text()")
        lengths[page] = seconds(value)
        clips = book.clips(page)
        assert sum(clip.end - clip.begin for clip in clips) == pytest.approx(lengths[page], abs=1e-6)
        samples, rate = sound(book, clips[0].sound)
        assert len(samples) / rate == pytest.approx(lengths[page], abs=0.002)
    (total,) = book.meta("media:duration")
    assert seconds(total) == pytest.approx(sum(lengths.values()), abs=1e-6)


def test_all_that_is_heard_has_its_clip(book: Book) -> None:
    """Sentences and announcements, in the order of the text."""
    said = [book.words(clip) for clip in book.clips("c1.xhtml")]
    assert said == [
        "The ferry that <never> came", "The Ansel Post, May 4, 2021.", "By Ida Holm", "Port Ansel, May 4",
        "Note.", "This story was corrected.", "The boat was grey.", "Photo.",
        "Boats in the harbour of Port Ansel.", "Credit.", "Ida Holm/The Ansel Post", "It was late.",
        "Nobody on the quay knew.", "“We waited.", "We called.”",
    ]  # fmt: skip


def test_words_have_clips_of_their_own(tmp_path: Path) -> None:
    """With `--words`: each in its sentence, the first from the sentence's beginning."""
    told = article(("title", "The ferry"), ("paragraph", "It was late. Nobody came."))
    narration = heard(told, *(part(told, block.text, block=n) for n, block in enumerate(told.blocks)))
    book = Book(written(tmp_path / "a.epub", narration, words=True))
    clips = book.clips("c1.xhtml")
    assert [book.words(clip) for clip in clips] == ["The", "ferry", "It", "was", "late", "Nobody", "came"]
    starts = [word.start / 24_000 for cue in narration.cues for word in cue.words]
    assert [clip.begin for clip in clips] == pytest.approx(starts, abs=0.001)
    sentences = [seq.get(TEXTREF) for seq in book.tree("c1.smil").iter(f"{{{NAMES['s']}}}seq")]
    assert sentences == ["c1.xhtml#s1", "c1.xhtml#s2", "c1.xhtml#s3"]


def test_without_word_times_words_fall_back_to_sentences(tmp_path: Path) -> None:
    """An engine that gives none still makes a book."""
    told = article(("paragraph", "It was late. Nobody came."))
    narration = heard(told, part(told, "It was late. Nobody came."), words=False)
    book = Book(written(tmp_path / "a.epub", narration, words=True))
    assert [book.words(clip) for clip in every_clip(book)] == ["It was late.", "Nobody came."]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("notice", ["Note.", "This story was corrected.", "The boat was grey."]),
        ("figure", ["Photo.", "Boats in the harbour of Port Ansel.", "Credit.", "Ida Holm/The Ansel Post"]),
        ("credit", ["Credit.", "Ida Holm/The Ansel Post"]),
        ("list", ["• It left at dawn.", "• It carried no lamp."]),
        ("list-item", ["• It left at dawn."]),
        ("pullquote", ["Nobody has seen it since."]),
    ],
)
def test_what_can_be_skipped_or_left_is_a_sequence_of_its_kind(
    book: Book, kind: str, words: list[str]
) -> None:
    """With what is announced of it; a reader that skips it skips that, too."""
    sequences = [
        found
        for overlay in book.overlays.values()
        for found in book.tree(overlay).iter(f"{{{NAMES['s']}}}seq")
        if found.get(TYPE) == kind
    ]
    keys = [text.get("src") for text in sequences[0].iter(f"{{{NAMES['s']}}}text")]
    assert [book.words(Clip(key, "", 0, 0)) for key in keys] == words
    there = book.words(Clip(sequences[0].get(TEXTREF), "", 0, 0))
    assert all(each in there for each in words)


def test_what_is_announced_within_a_sentence_is_heard_with_it(tmp_path: Path) -> None:
    """ "End quote." between two sentences is written; amid one it is not, and no time is lost."""
    told = article(("paragraph", "“Come,” she said. “Now.” Nobody came."))
    said = ["“Come,”", "she said.", "“Now.”", "Nobody came."]
    utterances = [x for words in said for x in (part(told, words), announced("End quote."))]
    book = Book(written(tmp_path / "a.epub", heard(told, *utterances)))
    assert [book.words(clip) for clip in every_clip(book)] == [
        "“Come,” she said.", "End quote.", "“Now.”", "End quote.", "Nobody came.", "End quote.",
    ]  # fmt: skip


def test_a_caption_that_is_only_announced_has_no_clip_of_its_own(tmp_path: Path) -> None:
    """Its words are on the page, and what is heard is the announcement."""
    told = article(("title", "The ferry"), ("caption", "A grey boat."))
    narration = heard(told, part(told, "The ferry"), announced("Photo.", 1))
    book = Book(written(tmp_path / "a.epub", narration))
    assert [book.words(clip) for clip in every_clip(book)] == ["The ferry", "Photo."]
    assert "A grey boat." in "".join(book.tree("c1.xhtml").itertext())
    assert book.meta("schema:accessModeSufficient") == ["textual"]


def test_the_right_voice_is_heard_at_each_sentence(spoken: tuple[Book, dict[str, float]]) -> None:
    """The strongest frequency of each clip is that of the voice that says its words."""
    book, voices = spoken
    checked = 0
    for name, group in groupby(every_clip(book), key=lambda clip: clip.sound):
        samples, rate = sound(book, name)
        for clip in group:
            hertz = next((hz for text, hz in voices.items() if book.words(clip) in text), None)
            if hertz is None:  # in two voices: “…,” she said
                continue
            heard_now = samples[round(clip.begin * rate) : round(clip.end * rate)]
            spectrum = np.abs(np.fft.rfft(heard_now * np.hanning(len(heard_now))))
            found = np.fft.rfftfreq(len(heard_now), 1 / rate)[spectrum.argmax()]
            assert found == pytest.approx(hertz, rel=0.02), book.words(clip)
            checked += 1
    assert checked >= 10
    assert len(set(voices.values())) >= 3


def test_a_clip_begins_when_its_words_do(spoken: tuple[Book, dict[str, float]]) -> None:
    """But for the first of a chapter: sound sets in within 20 ms, and there is none just before."""
    book, _ = spoken
    for page in book.overlays:
        samples, rate = sound(book, book.clips(page)[0].sound)
        for clip in book.clips(page)[1:]:
            at = round(clip.begin * rate)
            assert np.abs(samples[at : at + rate // 50]).max() > 0.02
            assert np.abs(samples[at - rate // 50 : at - rate // 200]).max() < 0.02
