"""SSML in, sound and timings out: heard with the tone engine, whose words are beeps of known length."""

from __future__ import annotations

import json
import wave
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from numpy.typing import NDArray

from narrate.cli import cli
from narrate.errors import MarkupError, OutputError
from narrate.pipeline.api import narrate, write_script
from narrate.ssml import document

SPEAK = '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US">{}</speak>'
LEAD_IN = 0.25
CAST = """
name = "tones"
engine = "tone"
[roles]
narration = "n"
[pools]
f = ["f"]
m = ["m"]
[voices.n]
engine_voice = "400"
[voices.f]
engine_voice = "800"
gender = "f"
[voices.m]
engine_voice = "200"
gender = "m"
"""


def _recorded(folder: Path, inner: str) -> tuple[NDArray[np.float32], dict[str, Any]]:
    (folder / "cast.toml").write_text(CAST, encoding="utf-8")
    source, sound, told = folder / "edited.ssml", folder / "out.wav", folder / "out.json"
    source.write_text(SPEAK.format(inner), encoding="utf-8")
    narrate(source, [sound, told], cast=str(folder / "cast.toml"), cover="none")
    with wave.open(str(sound)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float32)
    return samples / np.float32(2**15), json.loads(told.read_text(encoding="utf-8"))


def _beeps(samples: NDArray[np.float32], rate: int = 24_000) -> list[tuple[float, float, int]]:
    """Start and length in ms, and pitch in Hz, of all that sounds without a pause of 5 ms."""
    loud = np.flatnonzero(np.abs(samples) > 0.01)
    cuts = [0, *(np.flatnonzero(np.diff(loud) > 0.005 * rate) + 1), len(loud)]
    found = []
    for left, right in pairwise(cuts):
        part = samples[loud[left] : loud[right - 1] + 1]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)), 2**16))
        hertz = int(spectrum.argmax()) * rate / 2**16
        found.append((loud[left] / rate * 1000, len(part) / rate * 1000, round(hertz / 5) * 5))
    return found


def _ring(path: Path) -> None:
    """Write a bell of 0.3 s."""
    path.parent.mkdir(exist_ok=True)
    time = np.arange(7200) / 24_000
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 24_000, 0, "NONE", ""))
        file.writeframes((np.sin(2 * np.pi * 1500 * time) * 8000).astype("<i2").tobytes())


@pytest.mark.parametrize(
    ("inner", "hertz"),
    [
        ("<s>a b</s>", [400, 400]),
        ("<voice gender='female'>a</voice> <voice gender='male'>b</voice> c", [800, 200, 400]),
        ("<prosody pitch='+12st'>a</prosody> b", [800, 400]),
        ("<prosody pitch='500Hz'>a</prosody> b", [500, 400]),
        ("<prosody pitch='-50%'>a</prosody> b", [200, 400]),
        ("<prosody contour='(0%,+0Hz) (50%,+0Hz) (51%,+400Hz) (100%,+400Hz)'>aa bb</prosody>", [400, 800]),
        ("<emphasis level='strong'>a</emphasis> b", [450, 400]),
        ("<sub alias='a b c'>x</sub>", [400, 400, 400]),
        ("<say-as interpret-as='date' format='md'>12/25</say-as>", [400, 400]),
        ("<say-as interpret-as='digits'>123</say-as>", [400, 400, 400]),
        ("<desc>no</desc><metadata><b>no</b></metadata>a <x:y xmlns:x='urn:x'>b</x:y>", [400, 400]),
        ("<audio src='missing.wav'>a b</audio>", [400, 400]),
        ("<audio src='bell.wav' speed='0.001%'>a b</audio>", [400, 400]),
        ("<audio src='http://127.0.0.1:9/x.wav'>a</audio>", [400]),
        ("<audio src='bell.wav'>a b</audio> c", [1500, 400]),
        ("<audio src='missing.wav'><audio src='bell.wav'/>a b</audio> c", [1500, 400]),
        ("a <audio src='bell.wav' clipEnd='100ms' repeatCount='2'/>", [400, 1500]),
    ],
)
def test_what_a_document_asks_for_is_heard(tmp_path: Path, inner: str, hertz: list[int]) -> None:
    """Who speaks, how high, which words, and the sounds that lie beside it."""
    _ring(tmp_path / "bell.wav")
    samples, _ = _recorded(tmp_path, inner)
    assert [pitch for _, _, pitch in _beeps(samples)] == hertz


@pytest.mark.parametrize(
    ("source", "hertz", "caption", "description"),
    [("sounds/bell.wav", [1500, 400], "[a bell]", "a bell"), ("gone.wav", [400, 400, 400], "x y", None)],
)
def test_a_recording_is_described_where_it_plays(
    tmp_path: Path, source: str, hertz: list[int], caption: str, description: str | None
) -> None:
    """Its <desc> is read in place of what stands in for it, and never spoken."""
    _ring(tmp_path / "sounds" / "bell.wav")
    folder, _, name = source.rpartition("/")
    inner = f"<audio xml:base='{folder}/' src='{name}'><desc>a bell</desc>x y</audio> z"
    samples, told = _recorded(tmp_path, inner if folder else inner.replace("xml:base='/' ", ""))
    assert [pitch for _, _, pitch in _beeps(samples)] == hertz
    assert [segment["body"] for segment in told["segments"]] == [caption, "z"]
    assert told["segments"][0].get("description") == description
    again, script = tmp_path / "again.ssml", write_script(tmp_path / "edited.ssml", engine="tone")
    again.write_text(document(script), encoding="utf-8")
    assert [u.marks for u in write_script(again, engine="tone").utterances] == [
        u.marks for u in script.utterances
    ]


def test_the_pitch_asked_for_is_heard(tmp_path: Path) -> None:
    """Of every voice of the document, as of an article's."""
    source = tmp_path / "a.ssml"
    source.write_text(SPEAK.format("a"), encoding="utf-8")
    (utterance,) = write_script(source, engine="tone", pitch=5.0).utterances
    assert utterance.voice.pitch == 5.0


def test_rates_and_breaks_have_their_lengths(tmp_path: Path) -> None:
    """Half as fast is twice as long, and a break of a second is a second more than none."""
    inner = "a <prosody rate='50%'>b</prosody> c<break time='1s'/> d <break strength='strong'/>e"
    samples, _ = _recorded(tmp_path, inner)
    starts, lengths, _ = zip(*_beeps(samples), strict=True)
    assert lengths == pytest.approx([80, 160, 80, 80, 80], abs=6)
    assert np.diff(starts) == pytest.approx([100, 200, 1100, 600], abs=6)


def test_marks_have_their_times(tmp_path: Path) -> None:
    """At the next word, or before a pause at the end of the last one; also where the voice changes."""
    inner = (
        "<mark name='start'/>a b <mark name='middle'/>c <mark name='pause'/><break time='1s'/> d"
        "<voice gender='male'><mark name='his'/>e</voice><mark name='end'/>"
    )
    samples, told = _recorded(tmp_path, inner)
    times = {mark["name"]: mark["ms"] for segment in told["segments"] for mark in segment.get("marks", ())}
    starts = [start for start, _, _ in _beeps(samples)]
    assert list(times) == ["start", "middle", "pause", "his", "end"]
    assert times["start"] == pytest.approx(starts[0], abs=10)
    assert times["middle"] == pytest.approx(starts[2], abs=10)
    assert times["pause"] == pytest.approx(starts[2] + 80, abs=10)
    assert times["his"] == pytest.approx(starts[4], abs=10)
    assert times["end"] == pytest.approx(starts[4] + 80, abs=30)  # with what is left of the gap


def test_a_sound_outside_of_the_folder_is_not_played(tmp_path: Path) -> None:
    """Neither above it, nor by an absolute path; its text is spoken, and a note says so."""
    inside = tmp_path / "inside"
    inside.mkdir()
    secret = tmp_path / "secret.wav"
    secret.write_bytes(b"RIFF")
    source = inside / "edited.ssml"
    for address in ("../secret.wav", str(secret), secret.as_uri(), "a/../../secret.wav"):
        source.write_text(SPEAK.format(f"<audio src='{address}'>a</audio>"), encoding="utf-8")
        (note,) = write_script(source, engine="tone").notes
        assert "no file beside the document: its text is spoken" in note


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize("name", ["edited.ssml", "edited.xml", "edited.txt"])
def test_ssml_is_known_by_its_name_or_its_root(tmp_path: Path, name: str, encoding: str) -> None:
    """In any encoding that it declares, with a declaration and comments before the root."""
    source = tmp_path / name
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>\n<!-- edited -->\n' + SPEAK.format("Café.")
    source.write_bytes(text.encode(encoding))
    assert [u.text for u in write_script(source, engine="tone").utterances] == ["Café."]


def test_a_page_that_shows_ssml_is_an_article(tmp_path: Path) -> None:
    """What looks like markup in an article stays an article."""
    source = tmp_path / "article.txt"
    source.write_text("How to write SSML\n\nBegin with <speak> and end with </speak>, she said.\n")
    assert "<speak>" in write_script(source, engine="tone").utterances[-1].text


def test_the_rate_asked_for_multiplies_that_of_the_document(tmp_path: Path) -> None:
    """A document of ours carries the speed it was written with; --rate is on top."""
    article, edited = tmp_path / "a.txt", tmp_path / "a.ssml"
    article.write_text(
        "Ferry late\n\nIt was late again, and nobody was told why it was so.\n", encoding="utf-8"
    )
    run = CliRunner().invoke(cli, ["ssml", str(article), "--rate", "1.5", "-o", str(edited)])
    assert run.exit_code == 0, run.output
    rates = [u.voice.rate for u in write_script(article, rate=1.5).utterances]
    assert [u.voice.rate for u in write_script(edited).utterances] == rates
    assert [u.voice.rate for u in write_script(edited, rate=2.0).utterances] == [2 * rate for rate in rates]


def test_a_mistake_stops_before_anything_is_written(tmp_path: Path) -> None:
    """With its line and column."""
    source, output = tmp_path / "edited.ssml", tmp_path / "out.wav"
    source.write_text("<speak>\n<brake/>a</speak>", encoding="utf-8")
    with pytest.raises(MarkupError, match="line 2, column 1"):
        narrate(source, output, engine="tone")
    assert not output.exists()


@pytest.mark.parametrize("command", ["ssml", "script"])
def test_the_input_is_not_overwritten(tmp_path: Path, command: str) -> None:
    """Not even under another name for the same file."""
    source = tmp_path / "a.txt"
    source.write_text("Ferry late\n\nIt was late.\n", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(source)
    for output in (source, tmp_path / "b.txt"):
        run = CliRunner().invoke(cli, [command, str(source), "-o", str(output)])
        assert isinstance(run.exception, OutputError)
    assert source.read_text(encoding="utf-8").startswith("Ferry late")


def test_the_notes_of_a_dialect_go_to_standard_error(tmp_path: Path) -> None:
    """Counted, and beside the document."""
    source = tmp_path / "a.txt"
    source.write_text("Ferry late\n\nIt was late.\n", encoding="utf-8")
    run = CliRunner().invoke(cli, ["ssml", str(source), "--dialect", "alexa"])
    assert run.exit_code == 0
    assert run.stdout.startswith("<speak>")
    assert "for alexa: 2 × <mark> left out" in run.stderr
