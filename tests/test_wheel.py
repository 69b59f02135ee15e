"""The wheel is whole: installed into an environment of its own, it narrates with what it brings."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import av
import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `narrate` of a fresh environment that shares nothing of ours but the dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    wheel = _built(ROOT, folder / "dist", 0o022)
    environment = folder / "venv"
    venv.create(environment)
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = environment / scripts / "python"
    subprocess.run([*PIP, "--python", python, "install", "--no-deps", wheel], check=True)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.check_output([python, "-c", code], text=True).strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return environment / scripts / "narrate"


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """Whenever and wherever it is built: from a copy with other times and modes, under another umask."""
    copy = tmp_path / "elsewhere" / "copy"
    ignored = shutil.ignore_patterns(
        ".git", ".mypy_cache", ".venv", "__pycache__", "output", "_build", "*.egg-info"
    )
    shutil.copytree(ROOT, copy, ignore=ignored, copy_function=shutil.copy)
    for path in copy.rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            os.utime(path, (1_000_000_000, 1_000_000_000))
    wheels = [_built(ROOT, tmp_path / "one", 0o022), _built(copy, tmp_path / "two", 0o077)]
    assert [wheel.name for wheel in wheels] == [wheels[0].name] * 2
    first, second = (hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels)
    assert first == second


def _built(source: Path, folder: Path, umask: int) -> Path:
    """The wheel that pip builds of a checkout, as a release does it."""
    command: list[str | Path] = [*PIP, "wheel", "--no-deps", "--wheel-dir", folder, source]
    subprocess.run(command, check=True, cwd=folder.parent, umask=umask)
    (wheel,) = folder.glob("narrate_article-*.whl")
    return wheel


def test_it_narrates_with_the_casts_inside_it(command: Path, tmp_path: Path) -> None:
    """The default cast lies outside the package in a checkout; the wheel has to carry it."""
    story = tmp_path / "story.txt"
    story.write_text('Ferry late\n\n"Fog," said Mrs Ada Moreau.\n', encoding="utf-8")
    subprocess.run([command, story, "-o", tmp_path / "story.mp3", "--quiet"], cwd=tmp_path, check=True)
    with av.open(str(tmp_path / "story.mp3")) as container:
        assert (container.duration or 0) > 1_500_000  # microseconds
