"""A podcast client that people use subscribes, lists and downloads: gPodder's command `gpo`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.feed.serving import served

GPO = shutil.which("gpo")


@pytest.mark.slow
@pytest.mark.skipif(GPO is None, reason="needs gpo, of Debian's package gpodder")
def test_gpodder_subscribes_lists_and_downloads(published: Path, tmp_path: Path) -> None:
    """From the loopback server; the episode that it has then is the one that was published."""
    environment = {**os.environ, "GPODDER_HOME": str(tmp_path / "gpodder")}
    environment.pop("PYTHONPATH", None)

    def gpo(*arguments: str) -> str:
        command = [str(GPO), *arguments]
        done = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True, timeout=60
        )
        return done.stdout

    with served(published) as port:
        address = f"http://127.0.0.1:{port}/feed.xml"
        assert "Successfully added" in gpo("subscribe", address)
        assert "Readings" in gpo("list")
        assert "Ferry late" in gpo("episodes", address)
        assert "1 episodes downloaded" in gpo("download", address)
    (downloaded,) = (tmp_path / "gpodder").rglob("*.mp3")
    assert downloaded.read_bytes() == (published / "episodes" / "ferry.mp3").read_bytes()
