"""How engines are found."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from narrate import engines
from narrate.engines import tone
from narrate.errors import EngineError
from narrate.model import Voice


def test_an_engine_is_opened_by_its_name() -> None:
    """The registry key leads to the class, which calls itself the same."""
    engine = engines.open_engine("tone")
    assert isinstance(engine, tone.ToneEngine)
    assert engine.name == "tone"


@pytest.mark.parametrize("name", ["nobody", "", "narrate.engines.tone:ToneEngine", "TONE"])
def test_an_unknown_engine_is_named_with_all_that_there_are(name: str) -> None:
    """The message holds what was asked for and every name that would do."""
    with pytest.raises(EngineError) as caught:
        engines.open_engine(name)
    assert caught.value.value == name
    assert all(known in caught.value.remedy for known in engines.names())


def test_the_default_engine_is_named_first_and_all_built_in_ones_are_there() -> None:
    """What a list shows first is what is used when nobody chooses."""
    assert engines.names()[0] == engines.DEFAULT
    assert {"hibari", "system", "tone"} <= set(engines.names())


def test_an_engine_is_imported_only_when_it_is_asked_for() -> None:
    """Looking at the registry loads no engine, and opening one loads no other, nor the big libraries."""
    program = (
        "import sys, narrate.engines as e; e.names();"
        "print(*(m for m in sys.modules if m.startswith('narrate.engines.')));"
        "e.open_engine('tone');"
        "print(*sorted({'av', 'scipy', 'onnxruntime', 'pyttsx3', 'hibari'} & set(sys.modules)),"
        " *(m for m in ('narrate.engines.hibari.engine', 'narrate.engines.system.engine')"
        " if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_engine_that_the_guide_shows_works() -> None:
    """Who copies the example from docs/engines.md has an engine that keeps to the protocol."""
    guide = Path(__file__).parents[2] / "docs" / "engines.md"
    example = re.search(r"```python\n(.*?)```", guide.read_text("utf-8"), re.DOTALL)
    assert example is not None
    scope: dict[str, type[engines.Engine]] = {}
    exec(example[1], scope)
    engine = scope["HumEngine"]()
    low, high = (Voice("v", "hum", voice.name) for voice in engine.voices())
    ssml = "<speak>Ten signs.<break time='1s'/><sub alias='five'>5</sub></speak>"
    assert len(engine.synthesize(ssml, low).samples) == round((1 + 14 * 0.06) * engine.sample_rate)
    assert not (engine.synthesize(ssml, low).samples == engine.synthesize(ssml, high).samples).all()
    with pytest.raises(EngineError):
        engine.synthesize(ssml, Voice("v", "hum", "nobody"))
    engine.close()
