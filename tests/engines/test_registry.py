"""How engines are found."""

from __future__ import annotations

import subprocess
import sys

import pytest

from narrate import engines
from narrate.engines import tone
from narrate.errors import EngineError


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
        " *(m for m in ('narrate.engines.hibari', 'narrate.engines.system') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
