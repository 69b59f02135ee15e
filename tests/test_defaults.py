"""narrate.toml: where defaults are looked for, which of them holds, and how mistakes are told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from narrate.errors import OptionError
from narrate.options import Options, described
from narrate.pipeline import defaults
from narrate.pipeline.api import write_script
from narrate.pipeline.defaults import load_options, settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration folder, still empty."""
    folder = tmp_path / "configuration"
    folder.mkdir()
    monkeypatch.setattr(defaults, "config_folder", lambda: folder)
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "a.txt"
    path.parent.mkdir()
    path.write_text("Ferry late\n\nIt was late.\n", encoding="utf-8")
    return path


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_nearer_takes_precedence(folder: Path, article: Path, tmp_path: Path) -> None:
    """Key by key: command line, then --config, then beside the article, then the configuration folder."""
    lines = ["jobs = {}\n", "bitrate = {}\n", "pitch = {}\n", "rate = {}\n"]
    own = _write(folder / "narrate.toml", "".join(lines).format(1, 1, 1, 1))
    beside = _write(article.parent / "narrate.toml", "".join(lines[1:]).format(2, 2, 2))
    named = _write(tmp_path / "mine.toml", "".join(lines[2:]).format(3, 3))
    found = {each.option.key: (each.value, each.origin) for each in settings(article, named, {"rate": 0.5})}
    assert found["rate"] == (0.5, "command line")
    assert found["pitch"] == (3, str(named))
    assert found["bitrate"] == (2, str(beside))
    assert found["jobs"] == (1, str(own))
    assert found["loudness"] == ("podcast", "built-in")


@pytest.mark.parametrize("source", ["https://example.org/narrate/a.txt", "-", None])
def test_only_a_file_has_defaults_beside_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str | None
) -> None:
    """What comes from the web or a pipe cannot bring options with it, not even by a path like its own."""
    monkeypatch.chdir(tmp_path)
    _write(tmp_path / "narrate.toml", "rate = 2")
    (tmp_path / "https:" / "example.org" / "narrate").mkdir(parents=True)
    _write(tmp_path / "https:" / "example.org" / "narrate" / "narrate.toml", "rate = 2")
    assert load_options(source).rate == 1


def test_paths_are_relative_to_the_file(folder: Path, article: Path) -> None:
    """From wherever the command is run; a name stays a name, and ~ is the home."""
    _write(
        article.parent / "narrate.toml",
        'cast = "casts/mine.toml"\ncover = "a.jpg"\nlexicon = ["names.pls", "/etc/b.pls", "~/c.pls"]\n',
    )
    found = load_options(article)
    assert found.cast == str(article.parent / "casts" / "mine.toml")
    assert found.cover == str(article.parent / "a.jpg")
    home = str(Path("~/c.pls").expanduser())
    assert list(found.lexicons) == [str(article.parent / "names.pls"), "/etc/b.pls", home]
    _write(article.parent / "narrate.toml", 'cast = "duo"\ncover = "none"\n')
    assert (load_options(article).cast, load_options(article).cover) == ("duo", "none")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ratte = 2", r"unknown option in .*narrate\.toml: ratte \(did you mean rate\?\)"),
        ("cache_size = 2", r"unknown option in .*: cache_size \(did you mean cache-size\?\)"),
        ("everything = true", r"unknown option in .*: everything \(`narrate config` lists"),
        ("[voices]\nrate = 2", r"unknown option in .*: voices"),
        ('format = "wav"', r"not an option for all articles in .*: format"),
        ("rate = 9", r"invalid rate in .*narrate\.toml: 9 \(0\.5 to 3\)"),
        ('rate = "fast"', r"invalid rate in .*: fast \(0\.5 to 3\)"),
        ("rate = nan", r"invalid rate in .*: nan"),
        ("rate = true", r"invalid rate in .*: True"),
        ("jobs = 1.5", r"invalid jobs in .*: 1\.5 \(1 or more\)"),
        ('all = "yes"', r"invalid all in .*: yes \(true or false\)"),
        ('quotes = "sing"', r"invalid quotes in .*: sing \(one of voice, tone, announce, plain\)"),
        ("quotes = [1]", r"invalid quotes in .*\[1\]"),
        ('lexicon = "a.pls"', r"invalid lexicon in .*: a\.pls \(a list of files\)"),
        ("lexicon = [1]", r"invalid lexicon in .*: \[1\]"),
        ("cast = 1", r"invalid cast in .*: 1 \(a name or a file\)"),
        ('engine = ""', r"invalid engine in"),
        ("rate = 2\nrate = 3", r"not valid TOML: .*narrate\.toml \(Cannot overwrite a value"),
        ("rate =", r"not valid TOML: .*narrate\.toml"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_key(folder: Path, text: str, said: str) -> None:
    """One line, with what it could be; a near miss is suggested."""
    _write(folder / "narrate.toml", text)
    with pytest.raises(OptionError, match=said) as caught:
        load_options()
    assert len(str(caught.value).splitlines()) == 1


def test_a_file_that_is_not_text_is_named(folder: Path, tmp_path: Path) -> None:
    """Or one that is not there, if somebody asked for it; without being asked for, none has to be there."""
    (folder / "narrate.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OptionError, match=r"cannot be read: .*narrate\.toml"):
        load_options()
    (folder / "narrate.toml").unlink()
    with pytest.raises(OptionError, match=r"no such file: .*nowhere\.toml"):
        load_options(config=tmp_path / "nowhere.toml")
    assert load_options() == Options()


def test_a_byte_order_mark_is_no_mistake(folder: Path) -> None:
    """Editors of Windows write one."""
    (folder / "narrate.toml").write_bytes(b"\xef\xbb\xbfrate = 2\r\n")
    assert load_options().rate == 2


def test_the_library_reads_none_unless_it_is_told_to(folder: Path, article: Path) -> None:
    """A program that calls narrate does the same on every machine."""
    _write(folder / "narrate.toml", "pitch = 2\n")
    _write(article.parent / "narrate.toml", "brief = true\n")
    assert write_script(article).utterances[0].voice.pitch == 0
    assert write_script(article, load_options(article)).utterances[0].voice.pitch == 2


def _run(*arguments: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "narrate", *map(str, arguments)],
        env={**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the configuration folder is elsewhere")
def test_the_command_uses_them_and_shows_them(article: Path, tmp_path: Path) -> None:
    """`narrate config` tells what holds and why; `narrate script` says it in that voice."""
    home = tmp_path / "home"
    path = Path(_run("config", "path", home=home).stdout.strip())
    assert path == home / ".config" / "narrate" / "narrate.toml"
    path.parent.mkdir(parents=True)
    _write(path, 'quotes = "tone"\nbrief = true\nlexicon = []\n')
    _write(article.parent / "narrate.toml", "rate = 1.25\n")
    lines = _run("config", "--article", article, home=home).stdout.splitlines()
    shown_rows = [line.split(maxsplit=2) for line in lines]
    shown = {key: (value, origin) for key, value, origin in shown_rows}
    assert shown["quotes"] == ('"tone"', str(path))
    assert shown["rate"] == ("1.25", str(article.parent / "narrate.toml"))
    assert shown["cover"] == ('"made"', "built-in")
    standing = {option.key for option in described(Options) if option.about.standing}
    assert set(shown) == {*standing, "OPTION"}
    told = json.loads(_run("config", "--article", article, "--format", "json", home=home).stdout)
    assert told["rate"] == {"value": 1.25, "from": str(article.parent / "narrate.toml")}
    assert told["jobs"] == {"value": None, "from": "built-in"}
    ssml = _run("ssml", article, "--engine", "tone", home=home).stdout
    assert 'rate="125%"' in ssml
    assert "from" not in _run("script", article, "--engine", "tone", home=home).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="the configuration folder is elsewhere")
def test_the_command_tells_a_mistake_in_one_line(article: Path, tmp_path: Path) -> None:
    """With exit code 2, and before anything is made."""
    _write(article.parent / "narrate.toml", "ratte = 2\n")
    result = _run(article, "-o", tmp_path / "a.mp3", "--engine", "tone", home=tmp_path)
    assert result.returncode == 2
    assert result.stderr == (
        f"narrate: unknown option in {article.parent / 'narrate.toml'}: ratte (did you mean rate?)\n"
    )
    assert not (tmp_path / "a.mp3").exists()
