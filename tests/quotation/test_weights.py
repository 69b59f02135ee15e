"""The fitted tables are whole, and belong to the data that they name."""

from __future__ import annotations

import hashlib
import json
import math
from importlib.resources import files
from pathlib import Path

import pytest

from narrate.quotation import weights

DATA = Path(__file__).parents[3] / "shared" / "dev" / "quotes"


def _content() -> dict[str, object]:
    content = json.loads(files("narrate.quotation").joinpath(weights.FILE).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


@pytest.mark.parametrize("table", [weights.MENTION, weights.CONTINUED, weights.UNSPOKEN, weights.ANTECEDENT])
def test_every_table_has_finite_weights(table: dict[str, float]) -> None:
    """A weight that is not a number would decide every quotation."""
    assert len(table) > 10
    assert all(isinstance(w, float) and math.isfinite(w) and abs(w) < 10 for w in table.values())


def test_the_direction_of_the_clearest_weights() -> None:
    """Verbs of saying speak for their subject and not for whom they address."""
    assert weights.MENTION["says"] > 0 > weights.MENTION["addressee before"]
    assert weights.ANTECEDENT["gender agrees"] > weights.ANTECEDENT["gender differs"]


def test_the_tables_belong_to_the_data_they_name() -> None:
    """Whoever changes the annotated articles fits again."""
    content = _content()
    data = DATA / str(content["fitted_on"]).partition(",")[0]
    if not data.exists():
        pytest.skip(f"the annotated articles are not at {data}")
    assert hashlib.sha256(data.read_bytes()).hexdigest() == content["sha256"]
