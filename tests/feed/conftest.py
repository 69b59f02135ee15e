"""What is made once for all tests of podcasts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import shows

from narrate import feed


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording and its sidecars; not to be changed."""
    return shows.recording(tmp_path_factory.mktemp("recorded"))


@pytest.fixture(scope="session")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A show without episodes; not to be changed."""
    return shows.show(tmp_path_factory.mktemp("master") / "show")


@pytest.fixture
def show(tmp_path: Path, master: Path) -> Path:
    """A show without episodes."""
    return shutil.copytree(master, tmp_path / "show")


@pytest.fixture
def ferry(tmp_path: Path, recorded: Path) -> Path:
    """The recording, with all its sidecars, to be changed."""
    return shutil.copytree(recorded.parent, tmp_path / "ferry") / recorded.name


@pytest.fixture
def published(show: Path, recorded: Path) -> Path:
    """A show with one episode."""
    feed.add(show, recorded)
    return show
