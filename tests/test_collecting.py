"""A newsroom's own corrections measure who is said to speak, with the scorer of the benchmarks."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner

from benchmarks.quotes_adapter import names
from narrate.cli import cli
from tests.test_corrections import ARTICLE

SCORER = Path(__file__).parents[2] / "shared/dev/quotes/score_quotes.py"
CORRECTIONS = """
[[quotation]]
exact = "I would do it again."
speaker = "Ada Moreau"

[[quotation]]
exact = "bad apples"
speaker = "nobody"
"""


def _collect(folder: Path, *options: str) -> tuple[list[dict[str, Any]], str]:
    """The lines that are written, and what is told."""
    result = CliRunner().invoke(cli, ["corrections", "collect", str(folder), *options])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()], result.stderr


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with a corrected article in a folder of its own, and one without corrections."""
    (tmp_path / "monday").mkdir()
    (tmp_path / "monday" / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "monday" / "ferry.corrections.toml").write_text(CORRECTIONS, encoding="utf-8")
    (tmp_path / "other.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def _labels(record: dict[str, Any]) -> dict[str, tuple[str, str | None]]:
    """Kind and speaker of every quotation, by its words."""
    text = record["text"]
    return {text[q["start"] : q["end"]]: (q["kind"], q["source_text"]) for q in record["quotes"]}


def test_what_was_corrected_is_a_label(newsroom: Path) -> None:
    """And what nobody looked at is none: it counts neither way."""
    (record,), told = _collect(newsroom)
    assert record["id"] == "monday/ferry"
    assert _labels(record) == {
        "The engine was too hot for us,": ("ambiguous", "Lee Brandt"),
        "I would do it again.": ("direct", "Ada Moreau"),
        "It was the fog,": ("ambiguous", "Lee Brandt"),
        "We waited for hours,": ("ambiguous", "Ada Moreau"),
        "bad apples": ("unattributed", None),
    }
    assert "1 articles, 2 quotations with labels" in told


def test_an_article_that_was_checked_has_labels_only(newsroom: Path) -> None:
    """What is right without a correction counts, too."""
    file = newsroom / "monday" / "ferry.corrections.toml"
    file.write_text("checked = true\n" + CORRECTIONS, encoding="utf-8")
    (record,), _ = _collect(newsroom)
    assert "ambiguous" not in {kind for kind, _ in _labels(record).values()}
    assert _labels(record)["We waited for hours,"] == ("direct", "Ada Moreau")


def test_the_article_is_told_from_what_was_made_of_it(newsroom: Path) -> None:
    """A page or a transcript of the same name beside it is not taken for it."""
    folder = newsroom / "monday"
    (folder / "ferry.txt").rename(folder / "ferry.md")
    (folder / "ferry.txt").write_text("Transcript\n\nNothing to see here.\n", encoding="utf-8")
    (record,), _ = _collect(newsroom)
    assert len(record["quotes"]) == 5


def test_what_cannot_be_collected_is_a_line(newsroom: Path) -> None:
    """A file with a mistake, one without its article, one that no longer matches; the rest is collected."""
    (newsroom / "bad.corrections.toml").write_text("[[blok]]\n", encoding="utf-8")
    (newsroom / "gone.corrections.toml").write_text(CORRECTIONS, encoding="utf-8")
    (newsroom / "other.corrections.toml").write_text(CORRECTIONS.replace("apples", "pears"), encoding="utf-8")
    records, told = _collect(newsroom)
    assert [record["id"] for record in records] == ["monday/ferry", "other"]
    lines = told.splitlines()
    assert sum("unknown key `blok`" in line and "bad.corrections.toml, line 1" in line for line in lines) == 1
    assert sum("no article beside" in line and "gone" in line for line in lines) == 1
    assert sum("no words like “bad pears”" in line for line in lines) == 1


def test_a_folder_without_corrections_is_refused(tmp_path: Path) -> None:
    """With what was looked for."""
    result = CliRunner().invoke(cli, ["corrections", "collect", str(tmp_path)])
    assert "no corrections here" in str(result.exception)


@pytest.mark.skipif(not SCORER.exists(), reason="needs the scorer of the development data")
def test_the_scorer_measures_with_them(newsroom: Path) -> None:
    """Without its corrections, the article has one speaker wrong of the one that was corrected."""
    output = newsroom / "labels.jsonl"
    _collect(newsroom, "-o", str(output))
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    measured = _scorer().evaluate(names, records)
    assert measured["gold"] == {"direct": 1, "partial": 0, "unattributed": 1}
    assert measured["speaker"]["all"]["e2e_lastname"] == 0
    assert measured["crashes"] == 0


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_quotes", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
