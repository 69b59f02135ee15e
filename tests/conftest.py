"""What holds for all tests.

No test reads or fills the cache of whoever runs it, or what another test has left in one. And no property is
judged by the clock, since the first example pays for what is loaded, and machines are busy.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("narrate", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("narrate")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What opens a browser, listens to a screen reader or speaks with Piper's large voice is slow."""
    for item in items:
        names = {mark.name for mark in item.iter_markers()}
        speaks_with_piper = "[piper" in item.name or item.path.stem == "test_piper"
        if speaks_with_piper or names & {"browser", "screen_reader"}:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """For fixtures of a module, which come before those of a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NARRATE_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def _cache_of_the_test(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NARRATE_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
