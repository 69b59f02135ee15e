"""The wheel is whole: installed into an environment of its own, it narrates with what it brings."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import av
import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `narrate` of a fresh environment that shares nothing of ours but the dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder, ROOT], check=True)
    (wheel,) = folder.glob("narrate_article-*.whl")
    environment = folder / "venv"
    venv.create(environment)
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = environment / scripts / "python"
    subprocess.run([*pip, "--python", python, "install", "--no-deps", wheel], check=True)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.check_output([python, "-c", code], text=True).strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return environment / scripts / "narrate"


def test_it_narrates_with_the_casts_inside_it(command: Path, tmp_path: Path) -> None:
    """The default cast lies outside the package in a checkout; the wheel has to carry it."""
    story = tmp_path / "story.txt"
    story.write_text('Ferry late\n\n"Fog," said Mrs Ada Moreau.\n', encoding="utf-8")
    subprocess.run([command, story, "-o", tmp_path / "story.mp3", "--quiet"], cwd=tmp_path, check=True)
    with av.open(str(tmp_path / "story.mp3")) as container:
        assert (container.duration or 0) > 1_500_000  # microseconds
