"""The whole way from text to sound, heard with the tone engine, whose voices are pitches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from mutagen.id3 import ID3
from numpy.typing import NDArray

import narrate
from narrate.errors import EngineError, NarrateError, OutputError, SourceError, UserError
from narrate.pipeline.outputs import slug

STORY = """Ferry strands forty passengers

A ferry ran aground off Lund Head on Monday.

'Nobody told us'

"We waited for hours," said Mrs Ada Moreau, a teacher. She was on deck.

"The engine failed," said Mr Tom Reyes, the captain.

No injuries

Nobody was hurt.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def _decoded(path: Path) -> tuple[NDArray[np.float32], int]:
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray() for frame in container.decode(audio=0)]
        rate = container.streams.audio[0].rate
    samples = np.concatenate(frames, axis=1)[0]
    return (samples / 32768 if samples.dtype.kind == "i" else samples).astype(np.float32), rate


def _pitch(samples: NDArray[np.float32], rate: int) -> float:
    """The strongest frequency, in Hz."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * rate / len(samples))


def test_everybody_is_heard_when_the_cues_say_so(story: Path, tmp_path: Path) -> None:
    """An FFT of each cue of the decoded MP3 finds the pitch that is the speaker's voice."""
    production = narrate.narrate(story, tmp_path / "story.mp3", engine="tone")
    samples, rate = _decoded(tmp_path / "story.mp3")
    narration = production.narration
    for utterance, cue in zip(narration.script.utterances, narration.cues, strict=True):
        ratio = rate / narration.sample_rate
        heard = _pitch(samples[round(cue.start * ratio) : round(cue.end * ratio)], rate)
        assert heard == pytest.approx(float(utterance.voice.engine_voice), abs=25), utterance.text
    voices = {u.speaker.name: u.voice.engine_voice for u in narration.script.utterances if u.speaker}
    assert set(voices) == {"Ada Moreau", "Tom Reyes"}
    assert len({*voices.values(), narration.script.utterances[0].voice.engine_voice}) == 3


def test_chapters_of_the_file_are_the_headings(story: Path, tmp_path: Path) -> None:
    """mutagen reads the titles as written, in order, and the starts of their headings."""
    production = narrate.narrate(story, tmp_path / "story.mp3", engine="tone")
    tag = ID3(tmp_path / "story.mp3")
    chapters = [tag[f"CHAP:{name}"] for name in tag.getall("CTOC")[0].child_element_ids]
    titles = [chapter.sub_frames["TIT2"].text[0] for chapter in chapters]
    assert titles == ["Ferry strands forty passengers", "'Nobody told us'", "No injuries"]
    narration = production.narration
    for chapter, section in list(zip(chapters, narration.script.chapters, strict=True))[1:]:
        cue = narration.cues[section.utterance]
        assert chapter.start_time == pytest.approx(cue.start * 1000 / narration.sample_rate, abs=1)


def test_the_same_article_gives_the_same_bytes(story: Path, tmp_path: Path) -> None:
    """Neither the clock nor the number of jobs leaves a trace in the file."""
    for name, jobs in (("one.mp3", 1), ("four.mp3", 4)):
        narrate.narrate(story, tmp_path / name, engine="tone", jobs=jobs)
    assert (tmp_path / "one.mp3").read_bytes() == (tmp_path / "four.mp3").read_bytes()


def test_rate_shortens_the_recording(story: Path, tmp_path: Path) -> None:
    """Twice as fast is a good deal shorter; the pauses stay."""
    lengths = [
        narrate.narrate(story, tmp_path / "x.wav", engine="tone", rate=rate).narration.cues[1]
        for rate in (1.0, 2.0)
    ]
    slow, fast = (cue.end - cue.start for cue in lengths)
    assert fast < 0.7 * slow


def test_progress_is_reported_to_the_end(story: Path, tmp_path: Path) -> None:
    """A bar that stops at 90 % looks like a hang."""
    seen: list[tuple[int, int]] = []
    narrate.narrate(story, tmp_path / "x.wav", engine="tone", progress=lambda *p: seen.append(p))
    assert [done for done, _ in seen] == list(range(1, seen[0][1] + 1))


def test_two_outputs_are_made_at_once(story: Path, tmp_path: Path) -> None:
    """MP3 and WAV of one run are equally long."""
    outputs = [tmp_path / "a.mp3", tmp_path / "a.wav"]
    narrate.narrate(story, outputs, engine="tone")
    seconds = [len(samples) / rate for samples, rate in map(_decoded, outputs)]
    assert seconds[0] == pytest.approx(seconds[1], abs=0.05)


def test_without_an_output_the_title_names_the_file(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`output/<slug>.mp3` in the current folder."""
    monkeypatch.chdir(tmp_path)
    production = narrate.narrate(story, engine="tone")
    assert production.outputs == (Path("output/ferry-strands-forty-passengers.mp3"),)
    assert production.outputs[0].stat().st_size > 10_000


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Aleppo: Ceasefire collapses", "aleppo-ceasefire-collapses"),
        ("Élan vital — c'est quoi?", "elan-vital-cest-quoi"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "article"),
        ("停火", "停火"),
        ("2016: Перемирие в городе", "2016-перемирие-в-городе"),
        ("!?", "article"),
        ("a" * 300, "a" * 60),
        ("word " * 40, "-".join(["word"] * 12)),
    ],
)
def test_slugs_are_safe_names(title: str, expected: str) -> None:
    """Nothing that a file system or a shell would stumble over."""
    assert slug(title) == expected


@pytest.mark.parametrize(
    ("output", "options", "error"),
    [
        ("story.txt", {}, OutputError),
        ("x.xyz", {}, OutputError),
        ("nowhere/x.mp3", {}, OutputError),
        ("x.mp3", {"engine": "nosuch"}, EngineError),
        ("x.mp3", {"cast": "nosuch"}, NarrateError),
        ("x.mp3", {"cast": "default", "engine": "tone"}, NarrateError),
    ],
)
def test_what_cannot_be_done_leaves_nothing_behind(
    story: Path, tmp_path: Path, output: str, options: dict[str, Any], error: type[NarrateError]
) -> None:
    """An error in words, and the folder as it was."""
    with pytest.raises(error):
        narrate.narrate(story, tmp_path / output, **{"engine": "tone", **options})
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]
    assert story.read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize(
    "outputs", [["a.html", "a.sound.mp3"], ["a.sound.mp3", "a.html"], ["a.mp3", "folder/../a.mp3"]]
)
def test_two_outputs_that_would_be_one_file_are_refused(
    story: Path, tmp_path: Path, outputs: list[str]
) -> None:
    """The last would replace the others; the sound that --assets puts beside a page is such a file, too."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="two outputs would be one file"):
        narrate.narrate(story, [tmp_path / name for name in outputs], engine="tone", assets=True)
    assert {path.name for path in tmp_path.iterdir()} == {"story.txt", "folder"}


def test_a_page_with_its_sound_leaves_that_name_free(story: Path, tmp_path: Path) -> None:
    """Without --assets nothing is written beside a page, so that nothing is refused."""
    outputs = [tmp_path / "a.html", tmp_path / "a.sound.mp3"]
    assert narrate.narrate(story, outputs, engine="tone").outputs == tuple(outputs)


def test_an_article_of_boilerplate_has_nothing_to_say(tmp_path: Path) -> None:
    """The error points to the option that would speak it."""
    path = tmp_path / "empty.txt"
    path.write_text(
        "Notice: you are using an outdated browser. For the best experience, please upgrade your browser.\n"
    )
    try:
        narrate.narrate(path, tmp_path / "x.mp3", engine="tone")
    except SourceError as error:
        assert "--all" in str(error)  # noqa: PT017
    narrate.narrate(path, tmp_path / "x.mp3", engine="tone", everything=True)


def test_an_engine_that_fails_stops_the_run_and_keeps_the_old_file(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which utterance it was is said; the earlier recording is untouched."""
    old = tmp_path / "story.mp3"
    old.write_bytes(b"the old recording")

    def broken(self: object, ssml: str, voice: object) -> None:
        raise RuntimeError("out of breath")

    monkeypatch.setattr("narrate.engines.tone.ToneEngine.synthesize", broken)
    with pytest.raises(NarrateError, match=r"utterance 0.*Ferry strands.*out of breath"):
        narrate.narrate(story, old, engine="tone")
    assert old.read_bytes() == b"the old recording"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story.mp3", "story.txt"]


@pytest.mark.parametrize(
    ("option", "value", "remedy"),
    [
        ("rate", 0, "0.5 to 3"),
        ("pauses", -1, "0 to 4"),
        ("pitch", 40, "-12 to 12"),
        ("jobs", 0, "1 or more"),
        ("cache_size", -1, "0 or more"),
        ("quotes", "sing", "announce"),
        ("captions", "all", "describe"),
        ("preset", "huge", "archive"),
        ("rate", float("nan"), "0.5 to 3"),
        ("rate", "fast", "0.5 to 3"),
        ("jobs", 1.5, "1 or more"),
        ("jobs", True, "1 or more"),
        ("chimes", "yes", "true or false"),
        ("cover", "", "made, article, none, or a file"),
        ("lexicons", "names.pls", "a list of files"),
        *(
            (("loudness", wanted, "podcast, mono-podcast, broadcast, acx, or -36 to -9 LUFS"))
            for wanted in ("loud", "", -50.0, "-3", "nan", "inf")
        ),
    ],
)
def test_a_value_that_means_nothing_is_refused(
    story: Path, tmp_path: Path, option: str, value: object, remedy: str
) -> None:
    """From Python as from the command: which option, which value, and what it could be."""
    options: dict[str, Any] = {"engine": "tone", option: value}
    key = "lexicon" if option == "lexicons" else option.replace("_", "-")
    with pytest.raises(UserError, match=rf"invalid {key}: {value} .*{remedy}"):
        narrate.narrate(story, tmp_path / "a.wav", **options)


def test_an_unknown_option_is_refused(story: Path, tmp_path: Path) -> None:
    """A misspelt option must not be ignored."""
    with pytest.raises(TypeError, match="ratte"):
        narrate.narrate(story, tmp_path / "x.mp3", ratte=2)  # type: ignore[call-arg]
