"""What a proof-listening reports, with a recogniser that hears what it is told to."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

import narrate
from narrate.cli import cli
from narrate.errors import RecognizerError, SourceError
from narrate.model import Proof
from narrate.pipeline.proofing import check
from tests.proofing.conftest import ScriptedRecognizer

ARTICLE = """Ferry late

The ferry to the islands was two hours late on Monday. Nobody was hurt when it met the pier at noon.

"We waited in the rain," said Ada Moreau. The company has promised all passengers another ticket.
"""
SPOKEN = (
    "Ferry late. The ferry to the islands was two hours late on Monday. Nobody was hurt when it met the pier "
    "at noon. We waited in the rain, said Ada Moreau. The company has promised all passengers another ticket."
)
SHORTER = "We waited in the rain said Ada Moreau"
SENTENCE = "Nobody was hurt when it met the pier at noon."


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording of beeps with its timeline beside it."""
    return recorded(tmp_path_factory.mktemp("recordings") / "made")


def recorded(folder: Path) -> Path:
    """A recording of beeps, its article and its timeline, in a new folder."""
    folder.mkdir()
    (folder / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    outputs = [folder / "ferry.wav", folder / "ferry.json"]
    narrate.narrate(folder / "ferry.txt", outputs, engine="tone", brief=True)
    return outputs[0]


def heard(
    recording: Path,
    first: str,
    second: str | None = None,
    preference: float = 20.0,
    against: Path | None = None,
) -> Proof:
    """What is found if the recogniser hears these texts."""
    recognizer = ScriptedRecognizer(first, second, preference)
    return check(recording, against, open_recognizer=lambda _model, _language: recognizer)


def found(proof: Proof) -> list[tuple[str, str, str]]:
    return [(fault.kind, fault.said, fault.heard) for fault in proof.faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SPOKEN, []),
        (SPOKEN.upper().replace(".", ""), []),
        (SPOKEN.replace(SENTENCE, ""), [("missing", SENTENCE[:-1], "")]),
        (SPOKEN.replace(SENTENCE, f"{SENTENCE} {SENTENCE}"), [("repeated", "", SENTENCE[:-1].lower())]),
        (
            SPOKEN.replace(
                f"{SENTENCE} We waited in the rain, said Ada Moreau.",
                f"We waited in the rain, said Ada Moreau. {SENTENCE}",
            ),
            [("moved", SHORTER, SHORTER.lower())],
        ),
        (
            SPOKEN.replace("We waited", "The sea is cold and green in these parts. We waited"),
            [("added", "", "the sea is cold and green in these parts")],
        ),
        (
            SPOKEN.replace("when it met the pier at noon", "by a thousand purple crocodiles"),
            [("changed", "when it met the pier at noon", "by a thousand purple crocodiles")],
        ),
        (SPOKEN.replace("hurt", "elephant"), [("changed", "hurt", "elephant")]),
        (SPOKEN.replace("Moreau", "Biscuit"), [("name", "Moreau", "biscuit")]),
    ],
)
def test_a_fault_that_is_heard_twice_is_reported(
    recording: Path, text: str, expected: list[tuple[str, str, str]]
) -> None:
    """Each kind of fault is called by its name, with what should have been said and what was."""
    assert found(heard(recording, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        SPOKEN.replace(SENTENCE, ""),
        SPOKEN.replace("hurt", "elephant"),
        SPOKEN.replace("Moreau", "Biscuit"),
        "We beg you. " * 40,
    ],
)
def test_a_second_hearing_clears_what_the_first_got_wrong(recording: Path, text: str) -> None:
    """What fits when it is heard again is the recogniser's error."""
    proof = heard(recording, f"{SPOKEN[:60]} {text}" if "beg" in text else text, SPOKEN)
    assert found(proof) == []
    assert proof.suspects > 0
    assert proof.word_error_rate == 0


def test_a_word_is_only_wrong_if_that_is_likelier(recording: Path) -> None:
    """Of a word or two, the recogniser says which of both texts the sound is likelier to be."""
    text = SPOKEN.replace("hurt", "elephant")
    assert found(heard(recording, text, preference=20.0)) == [("changed", "hurt", "elephant")]
    assert found(heard(recording, text, preference=1.0)) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("two hours late", "2 hours late"),
        ("pier", "peer"),
        ("Moreau", "Moro"),
        ("islands", "Ireland's"),
        ("noon", "noon,"),
        ("another", "an other"),
    ],
)
def test_what_sounds_alike_is_no_difference(recording: Path, written: str, said: str) -> None:
    """Figures, homophones, names as a recogniser spells them, and words written apart are all right."""
    assert found(heard(recording, SPOKEN.replace(written, said))) == []


def test_faults_have_their_places(recording: Path) -> None:
    """A fault is found again in the recording, in the timeline and in the article."""
    proof = heard(recording, SPOKEN.replace(SENTENCE, ""))
    (fault,) = proof.faults
    assert fault.source_start is not None
    assert ARTICLE[fault.source_start : fault.source_end] == SENTENCE[:-1]
    segments = json.loads(recording.with_suffix(".json").read_text(encoding="utf-8"))["segments"]
    assert SENTENCE in segments[fault.segment]["text"]
    assert 0 < fault.start <= fault.end <= proof.length
    assert fault.words == len(SENTENCE.split())
    assert proof.word_error_rate == pytest.approx(fault.words / proof.words)


def test_an_article_is_as_good_as_a_timeline(recording: Path) -> None:
    """With --against ARTICLE no timeline is needed."""
    text = SPOKEN.replace(SENTENCE, "")
    options = narrate.Options(brief=True)
    proof = check(
        recording,
        recording.with_suffix(".txt"),
        options,
        open_recognizer=lambda _model, _language: ScriptedRecognizer(text),
    )
    assert found(proof) == [("missing", SENTENCE[:-1], "")]


def test_another_articles_timeline_is_refused(recording: Path) -> None:
    """One line says that the two do not belong together, and how much was heard."""
    other = (
        "A storm has blocked every road through the mountains, and schools will stay closed for days. " * 3
    )
    with pytest.raises(SourceError, match=r"does not say what it is compared with.*ferry\.wav.*--against"):
        heard(recording, other)


def broken(recording: Path, folder: Path, name: str) -> Path:
    """A recording with something wrong with it, called by that."""
    path = folder / f"{name}.wav"
    content = recording.read_bytes()
    match name:
        case "cut-short":
            path.write_bytes(content[: len(content) // 2])
        case "text":
            path.write_text(ARTICLE, encoding="utf-8")
        case "empty":
            path.write_bytes(b"")
        case "no-timeline":
            path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("missing", "no such recording"),
        ("text", "not a recording"),
        ("empty", "not a recording"),
        ("no-timeline", "there is no timeline beside the recording"),
    ],
)
def test_bad_input_is_one_line(recording: Path, tmp_path: Path, name: str, problem: str) -> None:
    """What is wrong, with which file, and what to do."""
    path = broken(recording, tmp_path, name)
    against = None if name == "no-timeline" else recording.with_suffix(".json")
    with pytest.raises(SourceError, match=problem) as caught:
        heard(path, SPOKEN, against=against)
    assert name in str(caught.value)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("suffix", [".mp3", ".flac", ".m4b"])
def test_a_truncated_file_is_refused(recording: Path, tmp_path: Path, suffix: str) -> None:
    """A file that ends before its header says is not listened to: the copy is broken, not the speech."""
    whole = tmp_path / f"whole{suffix}"
    narrate.narrate(recording.with_suffix(".txt"), whole, engine="tone", brief=True)
    content = whole.read_bytes()
    path = tmp_path / f"truncated{suffix}"
    path.write_bytes(content[: len(content) * 6 // 10])
    with pytest.raises(SourceError, match=r"cut short|not a recording") as caught:
        heard(path, SPOKEN, against=recording.with_suffix(".json"))
    assert "truncated" in str(caught.value)


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"title": 1, "language": "en", "segments": [{}], "chapters": []}', "\x00\x01"],
)
def test_what_is_no_timeline_is_refused(recording: Path, tmp_path: Path, content: str) -> None:
    """Any other JSON, and what is not JSON, is one line."""
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match="not a timeline that narrate has written"):
        heard(recording, SPOKEN, against=path)


@pytest.mark.parametrize(
    ("model", "problem"),
    [
        ("bsae", "no such model: bsae"),
        ("./nowhere", "no such model"),
        ("{folder}", "there is no Whisper model in the folder"),
        ("{broken}", "cannot be loaded or fetched"),
    ],
)
def test_a_model_that_is_not_there_is_one_line(
    recording: Path, tmp_path: Path, model: str, problem: str
) -> None:
    """The name or the folder, and what to give instead."""
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "model.bin").write_bytes(b"no weights")
    (tmp_path / "empty").mkdir()
    chosen = model.format(folder=tmp_path / "empty", broken=tmp_path / "broken")
    with pytest.raises(RecognizerError, match=problem) as caught:
        check(recording, options=narrate.Options(model=chosen))
    assert caught.value.exit_code == 2
    assert caught.value.remedy


def test_without_the_extra_the_command_that_installs_it_is_named(
    recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for engines: one line, with what to type."""
    monkeypatch.setattr("narrate.proofing.recognizer.find_spec", lambda _name: None)
    monkeypatch.setattr("narrate.proofing.recognizer.install_command", lambda extra: f"install {extra}")
    with pytest.raises(RecognizerError, match=r"not installed.*install check"):
        check(recording)


def test_a_report_never_overwrites_what_it_is_about(recording: Path) -> None:
    """`-o a.json` beside a.mp3 would destroy the timeline."""
    timeline = recording.with_suffix(".json")
    before = timeline.read_bytes()
    command = [sys.executable, "-m", "narrate", "check", str(recording), "-o", str(timeline)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "would overwrite" in done.stderr
    assert timeline.read_bytes() == before


@pytest.fixture
def hears(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the command's recogniser hear a text."""

    def set_text(text: str) -> None:
        monkeypatch.setattr(
            "narrate.pipeline.proofing.Whisper", lambda _model, _language: ScriptedRecognizer(text)
        )

    return set_text


@pytest.mark.parametrize(
    ("text", "threshold", "exit_code"),
    [(SPOKEN, "0", 0), (SPOKEN.replace(SENTENCE, ""), "0", 1), (SPOKEN.replace(SENTENCE, ""), "900", 0)],
)
def test_the_exit_code_tells_whether_too_much_is_wrong(
    hears: Callable[[str], None], tmp_path: Path, text: str, threshold: str, exit_code: int
) -> None:
    """0 under the threshold and 1 above it; reports are written either way."""
    hears(text)
    recording = recorded(tmp_path / "made")
    outputs = [tmp_path / "report.json", tmp_path / "report.html", tmp_path / "report.txt"]
    arguments = [argument for output in outputs for argument in ("-o", str(output))]
    command = ["check", str(recording), "--threshold", threshold, *arguments]
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == exit_code, result.output
    report = json.loads(outputs[0].read_text(encoding="utf-8"))
    assert report["passed"] == (exit_code == 0)
    assert outputs[2].read_text(encoding="utf-8") == result.stdout
    page = LexborHTMLParser(outputs[1].read_text(encoding="utf-8"))
    (source,) = [audio.attributes["src"] for audio in page.css("audio")]
    assert (outputs[1].parent / unquote(source or "")).resolve() == recording.resolve()


@pytest.mark.parametrize(("text", "exit_code"), [(SPOKEN, 0), (SPOKEN.replace(SENTENCE, ""), 1)])
def test_a_recording_is_checked_as_soon_as_it_is_written(
    hears: Callable[[str], None], tmp_path: Path, text: str, exit_code: int
) -> None:
    """`--check` needs no timeline, and keeps the files whatever is found."""
    hears(text)
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    sound = tmp_path / "ferry.wav"
    command = [str(tmp_path / "ferry.txt"), "-o", str(sound), "--check", "--brief", "--engine", "tone"]
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == exit_code, result.output
    assert sound.is_file()
    assert ("missing" in result.stderr) == bool(exit_code)
