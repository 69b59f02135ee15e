"""The command as a user meets it: a process with arguments, streams and an exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.waiting import wait_until

EXAMPLE = Path(__file__).parents[1] / "docs" / "example-article.txt"


def _run(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    result = subprocess.run(
        [sys.executable, "-m", "narrate", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        check=False,
    )
    return subprocess.CompletedProcess(
        result.args, result.returncode, result.stdout.decode(), result.stderr.decode()
    )


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(
        'Ferry late\n\nIt was late. "Fog," said Mrs Ada Moreau.\n\nShare this\n', encoding="utf-8"
    )
    return path


def test_help_shows_what_the_command_takes() -> None:
    """`narrate --help` names the options of narrating and the other commands."""
    result = _run("--help")
    assert result.returncode == 0
    for word in ("-o, --output", "--quotes", "--captions", "--all", "script", "ssml", "voices"):
        assert word in result.stdout


@pytest.mark.parametrize("group", [[], ["feed"], ["cache"]])
def test_a_group_without_a_command_prints_its_help(group: list[str]) -> None:
    """As it stands in --help, line by line; and as with other tools, that is not success."""
    result = _run(*group)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr == _run(*group, "--help").stdout


def test_help_fits_a_terminal() -> None:
    """No line is longer than 80 characters, no description is cut short, and nothing is listed twice."""
    for command in ([], ["script"], ["play"], ["voices"], ["config"], ["completion"], ["feed", "init"]):
        lines = _run(*command, "--help").stdout.splitlines()
        assert max(map(len, lines)) <= 80
        assert not [line for line in lines[1:] if line.endswith("...")]
        options = [line.split()[0] for line in lines if line.startswith("  -")]
        assert len(options) == len(set(options))
        assert {"--version"} <= set(options) or command


def test_help_imports_nothing_heavy() -> None:
    """It answers at once because numpy, onnxruntime and av wait until they are needed."""
    code = "import sys, narrate.cli; print({'numpy', 'av', 'lxml', 'rich', 'hibari'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


def test_an_article_becomes_a_file_and_a_summary(story: Path, tmp_path: Path) -> None:
    """The summary goes to standard error: file, chapters, voices by speaker, what was left out and why."""
    result = _run(story, "-o", tmp_path / "story.mp3", "--engine", "tone")
    assert result.returncode == 0, result.stderr
    assert result.stdout == ""
    for words in ("story.mp3", "0:0", "Ferry late", "Ada Moreau: ", "narration: ", "Left out:", "Share this"):
        assert words in result.stderr
    assert "\x1b" not in result.stderr
    assert (tmp_path / "story.mp3").stat().st_size > 5_000


def test_quiet_says_nothing(story: Path, tmp_path: Path) -> None:
    """For scripts: no news is good news."""
    result = _run(story, "-o", tmp_path / "story.wav", "--engine", "tone", "--quiet")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_an_article_can_come_from_a_pipe(tmp_path: Path) -> None:
    """`-` is standard input; without -o the title names the file."""
    result = _run("-", "--engine", "tone", stdin="Café opens\n\nToday.\n".encode(), cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert [path.name for path in (tmp_path / "output").iterdir()] == ["cafe-opens.mp3"]


def test_the_json_script_keeps_its_contract(story: Path) -> None:
    """Version 1: the keys that other programs read, and offsets that fit the source."""
    data = json.loads(_run("script", story, "--engine", "tone", "--format", "json").stdout)
    source = story.read_text(encoding="utf-8")
    assert data["version"] == 1
    assert set(data) == {"version", "title", "language", "blocks", "quotations", "utterances", "chapters"}
    assert set(data["blocks"][0]) == {"kind", "text", "start", "end", "spoken", "reason"}
    assert set(data["quotations"][0]) == {"start", "end", "text", "kind", "speaker", "gender", "confidence"}
    assert set(data["utterances"][0]) == {
        "index", "block", "role", "speaker", "voice", "text", "start", "end", "chapter",
    }  # fmt: skip
    assert data["chapters"] == [{"title": "Ferry late", "utterance": 0}]
    for item in [*data["blocks"], *data["quotations"], *data["utterances"]]:
        assert source[item["start"] : item["end"]] == item["text"]
    assert (data["quotations"][0]["speaker"], data["quotations"][0]["gender"]) == ("Ada Moreau", "f")


def test_the_script_is_readable(story: Path) -> None:
    """Chapter, speaker, voice and words on a line; what is silent comes last."""
    text = _run("script", story, "--engine", "tone").stdout
    assert "== Ferry late ==" in text
    assert text.index("Ada Moreau") < text.index("== Left out ==") < text.index("Share this")


def test_ssml_is_printed_or_written(story: Path, tmp_path: Path) -> None:
    """The same document on standard output and in a file."""
    printed = _run("ssml", story, "--engine", "tone").stdout
    assert _run("ssml", story, "--engine", "tone", "-o", tmp_path / "a.ssml").returncode == 0
    assert printed == (tmp_path / "a.ssml").read_text(encoding="utf-8")
    assert printed.startswith("<?xml")


def test_voices_are_listed_with_what_they_are() -> None:
    """Engine, gender, accent, and whether they are here."""
    lines = _run("voices").stdout.splitlines()
    assert lines[0].split()[0] == "VOICE"
    assert any("heart" in line and "female" in line and "en-US" in line and "yes" in line for line in lines)
    assert any("fenrir" in line and "male" in line and "no" in line.split() for line in lines)


def test_what_is_piped_is_utf_8(tmp_path: Path) -> None:
    """Under a code page that lacks a letter (Windows has such), a pipe gets what a file would hold."""
    article = tmp_path / "a.txt"
    article.write_text("Łódź ferry late\n\nIt was late in Łódź, and nobody knew why.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "narrate", "script", article, "--engine", "tone"],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=True,
    )
    assert "late in Łódź" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [["script", "-o"], ["ssml", "-o"], ["names", "--pls"]],
    ids=["script", "ssml", "names"],
)
def test_no_command_overwrites_its_article(story: Path, arguments: list[str]) -> None:
    """An output that is the input is refused before anything is read."""
    before = story.read_bytes()
    command, option = arguments
    result = _run(command, story, "--engine", "tone", option, story)
    assert (result.returncode, "overwrite" in result.stderr) == (2, True)
    assert story.read_bytes() == before


def test_a_script_says_what_cannot_be_had(tmp_path: Path) -> None:
    """Notes, such as that no voice speaks the language, go to standard error."""
    article = tmp_path / "a.md"
    article.write_text("---\nlang: mi\n---\n# Te awa\n\nKua kati te arawhiti.\n", encoding="utf-8")
    result = _run("script", article, "--engine", "tone")
    assert result.returncode == 0
    assert "'mi'" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nosuch.txt"], ["no such file", "nosuch.txt"]),
        (["empty.txt"], ["empty.txt"]),
        (["binary.txt"], ["binary.txt"]),
        (["."], ["."]),
        (["{story}", "-o", "x.xyz"], ["x.xyz", ".mp3"]),
        (["{story}", "-o", "no/where/x.mp3"], ["where"]),
        (["{story}", "-o", "{story}"], ["overwrite"]),
        (["{story}", "--cast", "nosuch"], ["nosuch", "default"]),
        (["{story}", "--engine", "nosuch"], ["nosuch", "hibari"]),
        (["{story}", "--rate", "9"], ["--rate", "0.5 to 3"]),
        (["{story}", "--quotes", "sing"], ["sing", "announce"]),
        (["{story}", "--nosuch"], ["--nosuch"]),
        (["{story}", "{story}"], ["one article at a time"]),
        (["voice"], ["no such file or command: voice", "did you mean voices?"]),
        (["stroy.txt"], ["no such file: stroy.txt", "did you mean story.txt?"]),
        (["script", "stroy.txt"], ["no such file: stroy.txt", "did you mean story.txt?"]),
        (["play"], ["missing argument 'ARTICLE' (see narrate play --help)"]),
        (["-q"], ["missing argument 'ARTICLE' (see narrate --help)"]),
        (["something"], ["no such file or command: something", "narrate --help"]),
        (["https://nowhere.invalid/voice"], ["nowhere.invalid"]),
        (["--versoin"], ["no such option: --versoin", "did you mean --version?"]),
        (["{story}", "--ratte", "2"], ["no such option: --ratte", "did you mean --rate?"]),
        (["script", "{story}", "--dialect", "w3c"], ["no such option: --dialect", "narrate script --help"]),
        (["feed", "ad"], ["no such command: ad", "did you mean add?"]),
        (["cache", "emtpy"], ["no such command: emtpy", "one of info, clear"]),
        (["completion", "bosh"], ["'bash', 'zsh', 'fish'"]),
        (["voices", "--engine", "nosuch"], ["nosuch", "hibari"]),
        (["voices", "--engine", "tone", "--cast", "duo"], ["duo", "leave out"]),
        (["script", "nosuch.txt"], ["nosuch.txt"]),
    ],
)
def test_mistakes_get_one_clear_line(
    story: Path, tmp_path: Path, arguments: list[str], said: list[str]
) -> None:
    """What, which value, what to do; exit code 2; no traceback; no file."""
    (tmp_path / "empty.txt").write_bytes(b"  \n")
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    before = sorted(path.name for path in tmp_path.iterdir())
    result = _run(*(a.format(story=story) for a in arguments), cwd=tmp_path)
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1, result.stderr
    assert "narrate article" not in result.stderr
    for words in said:
        assert words in result.stderr + result.stdout
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_files_without_permission_are_named(story: Path, tmp_path: Path) -> None:
    """Neither an unreadable article nor a locked folder ends in a traceback."""
    story.chmod(0)
    assert _run(story).returncode == 2


@pytest.mark.slow
def test_an_interrupted_run_leaves_nothing(tmp_path: Path) -> None:
    """Ctrl-C in the middle: one line, and no file, whole or half."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        pytest.skip("interrupts are ignored here, as in a shell's background job")
    long = tmp_path / "long.txt"
    long.write_text("Title\n\n" + "It was late again today. " * 20_000, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "narrate",
        str(long),
        "-o",
        str(tmp_path / "long.mp3"),
        "--engine",
        "tone",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        wait_until(lambda: len(list(tmp_path.iterdir())) >= 2 or process.poll() is not None)
        process.send_signal(signal.SIGINT)
        errors = process.communicate()[1]
    assert process.returncode == 130
    assert errors.strip() == "narrate: interrupted; nothing was written"
    assert [path.name for path in tmp_path.iterdir()] == ["long.txt"]


def test_a_report_says_what_a_meter_reads(story: Path, tmp_path: Path) -> None:
    """For every audio file, beside what was asked for; text files have nothing to measure."""
    result = _run(
        story, "-o", tmp_path / "a.mp3", "-o", tmp_path / "a.txt", "--engine", "tone", "--report",
        "--loudness", "broadcast", "--quiet",
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("decoded and measured") == 1
    (line,) = [line for line in result.stderr.splitlines() if "integrated loudness" in line]
    assert float(line.split()[2]) == pytest.approx(-23, abs=0.5)
    assert "wanted -23.0" in line


def test_a_loudness_that_is_none_is_refused(story: Path, tmp_path: Path) -> None:
    """With the names that there are, and nothing is written."""
    result = _run(story, "-o", tmp_path / "a.mp3", "--engine", "tone", "--loudness", "loud")
    assert (result.returncode, list(tmp_path.glob("*.mp3"))) == (2, [])
    assert "'loud'; it takes one of podcast, mono-podcast, broadcast, acx, or -36 to -9 LUFS" in result.stderr
