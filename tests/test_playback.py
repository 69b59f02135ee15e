"""`narrate play`: what the loudspeaker gets, and what is said where there is none."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import numpy as np
import pytest

import narrate.errors
import narrate.pipeline.api
from narrate import playback
from narrate.errors import OutputError
from narrate.model import Samples
from tests.waiting import wait_until

RATE = 24_000


class _Loudspeaker:
    """A device that asks for 10 ms at a time from a thread of its own, and remembers what it got."""

    def __init__(self) -> None:
        self.heard: list[Samples] = []
        self._on = threading.Event()

    def start(self, feed: Generator[Samples, int, None]) -> None:
        self._on.set()
        threading.Thread(target=self._run, args=(feed,), daemon=True).start()

    def close(self) -> None:
        self._on.clear()

    def _run(self, feed: Generator[Samples, int, None]) -> None:
        while self._on.is_set():
            try:
                self.heard.append(feed.send(240)[:, 0])
            except StopIteration:
                return
            time.sleep(0.0005)


@pytest.fixture
def loudspeaker(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Loudspeaker]:
    device = _Loudspeaker()
    monkeypatch.setattr(playback, "_open_device", lambda *_: device)
    yield device
    device.close()


def test_all_is_heard_in_order_and_once(loudspeaker: _Loudspeaker) -> None:
    """Blocks of any length come out as one piece; before, between and after there is only silence."""
    sound = np.arange(1, 20_001, dtype=np.float32)
    player = playback.Player(RATE)
    for block in np.split(sound, [1, 2, 241, 5000, 5000, 19_000]):
        player.write(block)
    player.finish(None)  # type: ignore[arg-type]
    heard = np.concatenate(loudspeaker.heard)
    np.testing.assert_array_equal(heard[heard != 0], sound)
    assert not heard[-round(playback.LATENCY * RATE) :].any()


def test_while_nothing_has_been_made_there_is_silence(loudspeaker: _Loudspeaker) -> None:
    """The device is never kept waiting, and goes on when there is something again."""
    player = playback.Player(RATE)
    player.write(np.ones(1000, np.float32))
    wait_until(lambda: len(loudspeaker.heard) >= 20)
    player.write(np.ones(1000, np.float32))
    player.finish(None)  # type: ignore[arg-type]
    assert np.concatenate(loudspeaker.heard).sum() == 2000


def test_stopping_does_not_wait_for_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while hours of speech are waiting: whoever waits for room is let go."""
    device = _Loudspeaker()
    monkeypatch.setattr(device, "start", lambda _: None)
    monkeypatch.setattr(playback, "_open_device", lambda *_: device)
    player = playback.Player(RATE)

    def write_for_ever() -> None:
        for _ in range(1000):
            player.write(np.ones(RATE, np.float32))

    writer = threading.Thread(target=write_for_ever, daemon=True)
    writer.start()
    writer.join(0.3)
    assert writer.is_alive()
    player.abort()
    writer.join(5)
    assert not writer.is_alive()


def test_an_article_is_played_as_it_would_be_written(loudspeaker: _Loudspeaker, tmp_path: Path) -> None:
    """The loudspeaker gets the samples of the WAV, and no file appears."""
    story = tmp_path / "story.txt"
    story.write_text("Ferry late\n\nIt was late.\n", encoding="utf-8")
    production = narrate.pipeline.api.play(story, engine="tone")
    heard = np.concatenate(loudspeaker.heard)
    assert production.outputs == ()
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]
    assert production.narration.length <= len(heard)
    first, last = np.flatnonzero(heard)[[0, -1]]
    cues = production.narration.cues
    assert last - first == pytest.approx(cues[-1].end - cues[0].start, abs=RATE // 20)


def test_a_real_device_is_driven_at_its_own_pace() -> None:
    """miniaudio's null device takes one second for a second of sound."""
    miniaudio = pytest.importorskip("miniaudio", reason="needs the extra `play`")
    player = playback.Player(RATE, [miniaudio.Backend.NULL])
    start = time.monotonic()
    player.write(np.zeros(RATE, np.float32))
    player.finish(None)  # type: ignore[arg-type]
    assert time.monotonic() - start >= 1


def _has_device() -> bool:
    try:
        playback.Player(RATE).abort()
    except OutputError:
        return False
    return True


def test_without_a_device_it_says_so(tmp_path: Path) -> None:
    """One clear line and no complaint of a library; it comes before the article is spoken."""
    pytest.importorskip("miniaudio", reason="needs the extra `play`")
    if _has_device():
        pytest.skip("there is a sound device here")
    story = tmp_path / "story.txt"
    story.write_text("Ferry late\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "narrate", "play", str(story)], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "no sound device" in result.stderr
    assert "-o" in result.stderr


def test_a_device_that_does_not_start_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program may hold it: one clear error, and the device is closed."""
    device = _Loudspeaker()
    closed: list[bool] = []
    monkeypatch.setattr(device, "start", lambda _: (_ for _ in ()).throw(RuntimeError("device is busy")))
    monkeypatch.setattr(device, "close", lambda: closed.append(True))
    monkeypatch.setattr(playback, "_open_device", lambda *_: device)
    with pytest.raises(OutputError, match=r"does not start: device is busy .*-o"):
        playback.Player(RATE)
    assert closed


def test_without_miniaudio_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package, in the command for the environment that runs."""
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    with pytest.raises(narrate.errors.NarrateError, match="pip install 'miniaudio>="):
        playback.Player(RATE)
