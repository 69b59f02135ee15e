"""Casts at work: who speaks where a voice is not here, and the casts that need eSpeak NG."""

from __future__ import annotations

from pathlib import Path

import pytest

import narrate
from narrate.engines.pool import EnginePool
from narrate.pipeline.roster import available_voices, choose_cast
from narrate.views import summary, voices_table

CAST = """
engine = "tone"
[roles]
narration = "anchor"
[pools]
f = ["guest"]
[voices.anchor]
engine = "nosuch"
engine_voice = "anchor"
fallback = ["away", "stand-in"]
[voices.away]
engine_voice = "not a pitch"
fallback = "stand-in"
[voices.stand-in]
engine_voice = "100"
[voices.guest]
engine_voice = "450"
"""


@pytest.fixture
def cast(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(CAST, encoding="utf-8")
    return path


def test_the_summary_says_who_speaks_instead_of_whom(cast: Path, tmp_path: Path) -> None:
    """An engine that is not installed and a voice that it has not are passed over, and the run goes on."""
    story = tmp_path / "story.txt"
    story.write_text('Ferry late\n\n"Fog," said Mrs Ada Moreau.\n', encoding="utf-8")
    pitch = next(voice.name for _, voice in available_voices("tone"))
    cast.write_text(CAST.replace('"100"', f'"{pitch}"'), encoding="utf-8")
    made = narrate.narrate(story, tmp_path / "story.wav", cast=str(cast), cover="none")
    assert "narration: stand-in (anchor is not here)" in summary(made.narration, made.outputs)
    assert {u.voice.engine for u in made.narration.script.utterances} == {"tone"}


def test_the_list_of_voices_says_so_too(cast: Path) -> None:
    """Before anything is narrated."""
    pitch = next(voice.name for _, voice in available_voices("tone"))
    cast.write_text(CAST.replace('"100"', f'"{pitch}"'), encoding="utf-8")
    line = next(
        line for line in voices_table(available_voices(cast=str(cast))).splitlines() if "anchor" in line
    )
    assert f"nosuch anchor is not here: stand-in (tone {pitch})" in line


@pytest.mark.parametrize("name", ["system", "robot"])
def test_the_casts_of_the_system_are_here_where_espeak_is(name: str) -> None:
    """Every voice is one that eSpeak NG has, women and men, and no two are the same."""
    pytest.importorskip("espeakng_loader", reason="needs the extra espeak")
    with EnginePool() as engine_pool:
        cast = choose_cast(name, None, engine_pool)
        there = {voice.name for voice in engine_pool["system"].voices()}
    voices = {v.name: v.engine_voice for pool in cast.pools.values() for v in pool}
    assert set(voices.values()) <= there
    assert len(set(voices.values())) == len(voices) >= 3
    assert {voice.gender for pool in cast.pools.values() for voice in pool} >= {"f", "m"}
