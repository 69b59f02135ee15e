"""The article that the product was first asked to narrate, whole, with the default voices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pyloudnorm
import pytest
from mutagen.id3 import ID3

import narrate
from narrate.pipeline.api import Production

ARTICLE = Path(__file__).parents[3] / "shared" / "aleppo.txt"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ARTICLE.exists(), reason="the seed article is not beside this checkout"),
]
CHAPTERS = [
    "Aleppo: Ceasefire collapses as evacuations stall",
    "Latest developments",
    "Ceasefire a ‘false hope’",
    "'Why are you silent?'",
    "No evacuations",
    "'Are you truly incapable of shame?'",
]
SPEAKERS = {
    "Zeid Ra’ad Al Hussein": "m",
    "Aref Al-Aref": "m",
    "Abo Ka'afar": "m",
    "Recep Tayyip Erdogan": "m",
    "Salah Ashkar": "m",
    "Fatemah Alabed": "f",
    "Mevlut Cavusoglu": "m",
    "Samantha Power": "f",
    "Vitaly Churkin": "m",
}


@pytest.fixture(scope="module")
def narrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Production, Path]]:
    path = tmp_path_factory.mktemp("seed") / "aleppo.mp3"
    yield narrate.narrate(ARTICLE, path), path
    path.unlink()


def test_its_headings_are_the_chapters_of_the_file(narrated: tuple[Production, Path]) -> None:
    """Six chapters, titled as written, in order, each where its heading is heard (±20 ms)."""
    production, path = narrated
    tag = ID3(path)
    assert tag.version == (2, 3, 0)
    chapters = [tag[f"CHAP:{name}"] for name in tag.getall("CTOC")[0].child_element_ids]
    assert [chapter.sub_frames["TIT2"].text[0] for chapter in chapters] == CHAPTERS
    narration = production.narration
    for chapter, section in list(zip(chapters, narration.script.chapters, strict=True))[1:]:
        start = narration.cues[section.utterance].start / narration.sample_rate
        assert chapter.start_time / 1000 == pytest.approx(start, abs=0.020)
    with av.open(str(path)) as container:
        assert chapters[-1].end_time == pytest.approx((container.duration or 0) / 1000, abs=20)


def test_every_speaker_has_a_voice_of_their_own(narrated: tuple[Production, Path]) -> None:
    """Nine people, nine voices of the right gender, none of them the narrator's."""
    script = narrated[0].narration.script
    voices = {u.speaker.name: u.voice for u in script.utterances if u.role == "quote" and u.speaker}
    assert {name: voices[name].gender for name in SPEAKERS} == SPEAKERS
    names = [voices[name].name for name in SPEAKERS]
    assert len({*names, script.utterances[0].voice.name}) == len(SPEAKERS) + 1


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("While the reasons for the breakdown", "Zeid Ra’ad Al Hussein"),
        ("We are now worried about leaving", "Aref Al-Aref"),
        ("The injured are lying on the ground", "Abo Ka'afar"),
        ("A humanitarian corridor should be open", "Recep Tayyip Erdogan"),
        ("A missile just fell on the roof", "Salah Ashkar"),
        ("Why are you silent? Why?", "Fatemah Alabed"),
        ("Keep your hope my sister", "Mevlut Cavusoglu"),
        ("We see (the) regime and some forces", "Mevlut Cavusoglu"),
        ("When one day there is a full accounting", "Samantha Power"),
        ("Three Member States of the UN", "Samantha Power"),
    ],
)
def test_words_are_given_to_whoever_said_them(
    narrated: tuple[Production, Path], words: str, speaker: str
) -> None:
    """Speakers who continue over paragraphs keep their voice."""
    (utterance,) = [
        u for u in narrated[0].narration.script.utterances if u.role == "quote" and words in u.text
    ]
    assert utterance.speaker is not None
    assert utterance.speaker.name == speaker


def test_its_parts_are_what_they_are(narrated: tuple[Production, Path]) -> None:
    """Notice, caption with its credit apart, seven list items, contributors, and what is not spoken."""
    article = narrated[0].narration.script.article
    texts: dict[str, list[str]] = {}
    for block in article.blocks:
        texts.setdefault(block.kind, []).append(block.text)
    assert [text[:27] for text in texts["notice"]] == ["This is an archived article"]
    assert texts["caption"][0].endswith("December 14, 2016.")
    assert texts["credit"][0] == "(George Ourfalian/AFP/Getty Images)"
    assert "contributed to this report" in texts["credit"][1]
    assert len(texts["list_item"]) == 7
    assert [text[:5] for text in texts["list_item"]] == [
        "UN’s ",
        "Docto",
        "Turki",
        "Airst",
        "Plann",
        "UN es",
        "Irani",
    ]
    assert [text[:15] for text in texts["boilerplate"]] == ["Please visit", "Notice: you are"]
    assert all(block.spoken != (block.kind == "boilerplate") for block in article.blocks)


def test_no_word_of_it_is_lost(narrated: tuple[Production, Path]) -> None:
    """What the utterances cover, and what is left out with a reason, is the whole source."""
    script = narrated[0].narration.script
    source = script.article.source
    covered = [False] * len(source)
    spans = [(u.start, u.end) for u in script.utterances if u.start is not None]
    spans += [(b.start, b.end) for b in script.article.blocks if not b.spoken]
    for start, end in spans:
        assert not any(covered[start:end])
        covered[start:end] = [True] * ((end or 0) - (start or 0))
    assert not "".join(c for c, done in zip(source, covered, strict=True) if not done).strip()


def test_it_is_as_loud_as_podcasts_are(narrated: tuple[Production, Path]) -> None:
    """-16 LUFS ± 1 and at most -1 dBTP, measured on the decoded file by pyloudnorm and 4x oversampling."""
    with av.open(str(narrated[1])) as container:
        stream = container.streams.audio[0]
        assert (stream.rate, stream.channels) == (44_100, 1)
        samples = np.concatenate([f.to_ndarray() for f in container.decode(audio=0)], axis=1)[0]
    assert pyloudnorm.Meter(44_100).integrated_loudness(samples) == pytest.approx(-16, abs=1)
    from scipy.signal import resample_poly

    peak = max(np.abs(resample_poly(piece, 4, 1)).max() for piece in np.array_split(samples, 50))
    assert 20 * np.log10(peak) <= -1
