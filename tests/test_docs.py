"""What the documentation promises to programs is what they get."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "docs" / "reference" / "schemas"
STORY = """Ferry late

By Ida Holm

Photo: The ferry in fog. (Ada Lee/Reuters)

"Fog," said Captain Ada Moreau, who runs the ferry to "the islands".

What next?

"We waited for an hour," said Mr Paul Renner. It rained.

Share this article
"""
SSML = """<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">
<p><mark name="here"/>It rained.</p></speak>"""


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema, which takes no key that it does not describe."""
    if "properties" in schema:
        inner = {key: closed(value) for key, value in schema["properties"].items()}
        schema = {**schema, "properties": inner, "additionalProperties": False}
    if "items" in schema:
        schema = {**schema, "items": closed(schema["items"])}
    return schema


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each kind of JSON that narrate writes."""
    folder = tmp_path_factory.mktemp("json")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "story.ssml").write_text(SSML, encoding="utf-8")
    narrate = [sys.executable, "-m", "narrate"]
    tone = ["--engine", "tone", "--quiet"]
    names = ("transcript.json", "chapters.chapters.json", "ledger.ledger.json")
    outputs = [argument for name in names for argument in ("-o", str(folder / name))]
    for command in (
        [*narrate, str(folder / "story.txt"), *outputs, *tone],
        [*narrate, str(folder / "story.ssml"), "-o", str(folder / "marks.json"), *tone],
        [
            *narrate,
            "script",
            str(folder / "story.txt"),
            "--format",
            "json",
            "-o",
            str(folder / "script.json"),
        ],
    ):
        subprocess.run(command, check=True, cwd=ROOT)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "filename"),
    [
        ("transcript", "transcript.json"),
        ("transcript", "marks.json"),
        ("chapters", "chapters.chapters.json"),
        ("ledger", "ledger.ledger.json"),
        ("script", "script.json"),
    ],
)
def test_json_is_as_its_schema_says(made: Path, schema: str, filename: str) -> None:
    """Everything that is required is there, of its type, and nothing is there that is not described."""
    described = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(described)
    content = json.loads((made / filename).read_text(encoding="utf-8"))
    problems = Draft202012Validator(closed(described)).iter_errors(content)
    assert [f"{problem.json_path}: {problem.message}" for problem in problems] == []


@pytest.mark.slow
def test_the_story_has_what_is_optional(made: Path) -> None:
    """The schemas are tried on people, quotations, marks and text that is left out, not on empty lists."""
    transcript = json.loads((made / "transcript.json").read_text(encoding="utf-8"))
    assert {person["name"] for person in transcript["people"]} == {"Ada Moreau", "Paul Renner"}
    assert any(segment["words"] for segment in transcript["segments"])
    script = json.loads((made / "script.json").read_text(encoding="utf-8"))
    assert any(block["reason"] for block in script["blocks"])
    marks = json.loads((made / "marks.json").read_text(encoding="utf-8"))
    assert [mark["name"] for segment in marks["segments"] for mark in segment.get("marks", ())] == ["here"]


def test_the_first_block_of_the_readme_is_what_ci_runs() -> None:
    """Line 1 installs and narrates, line 2 installs and tests: CI takes the second from there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = readme.split("```")[1].splitlines()[1:]
    assert len(first) == 2
    assert first[0].startswith("python3 scripts/setup.py && .venv/bin/narrate docs/example-article.txt")
    assert first[1] == "python3 scripts/setup.py --dev && .venv/bin/python -m pytest"
