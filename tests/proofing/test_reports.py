"""What people and programs are shown of a proof-listening."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from selectolax.lexbor import LexborHTMLParser

from narrate.model import Fault, Proof, ProofChapter
from narrate.views import proof_json, proof_page, proof_text
from tests.test_docs import SCHEMAS, closed

MISSING = Fault("missing", "Nobody <was> hurt", "", 3, 2_320_000, 2_330_000, 1, 4, 100, 117)
NAME = Fault("name", "Moreau", "biscuit", 1, 80_000, 96_000, 0, 1, 20, 26)
ADDED = Fault("added", "", "a cat", 2, 57_600_000, 57_608_000, 1, 9)
CHAPTERS = (ProofChapter("Ferry late", 600, 1), ProofChapter("What next?", 400, 5))


def proof(*faults: Fault) -> Proof:
    return Proof("Ferry & fog", "en-GB", "base", 16_000, 58_000_000, CHAPTERS, faults, suspects=7)


def test_json_is_as_its_schema_says() -> None:
    """Everything that is required is there, of its type, and nothing is there that is not described."""
    described = json.loads((SCHEMAS / "check.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(described)
    content = json.loads(proof_json(proof(NAME, MISSING, ADDED), "a.mp3", threshold=5.0))
    problems = Draft202012Validator(closed(described)).iter_errors(content)
    assert [f"{problem.json_path}: {problem.message}" for problem in problems] == []


@pytest.mark.parametrize(
    ("faults", "threshold", "rate", "passed"),
    [
        ((), 0.0, 0, True),
        ((NAME,), 0.0, 0, True),
        ((NAME, MISSING, ADDED), 0.0, 5, False),
        ((NAME, MISSING, ADDED), 5.0, 5, True),
        ((NAME, MISSING, ADDED), 4.9, 5, False),
    ],
)
def test_the_threshold_counts_wrong_words_in_a_thousand(
    faults: tuple[Fault, ...], threshold: float, rate: float, passed: bool
) -> None:
    """Names do not count, and a rate that equals the threshold passes."""
    content = json.loads(proof_json(proof(*faults), "a.mp3", threshold))
    assert (content["fault_rate"], content["passed"]) == (rate, passed)


def test_times_are_milliseconds_of_the_recording() -> None:
    """2,320,000 samples at 16 kHz are 145 seconds."""
    (finding,) = json.loads(proof_json(proof(MISSING), "a.mp3", 0))["findings"]
    assert (finding["start_ms"], finding["end_ms"]) == (145_000, 145_625)


def test_the_terminal_shows_each_finding_with_its_time() -> None:
    """Time and kind, then what should have been said, then what was heard, each on a line of its own."""
    lines = proof_text(proof(NAME, MISSING, ADDED), "a.mp3").splitlines()
    assert lines[0] == "a.mp3: 1,000 words, 3 findings; 4 other doubts cleared by a second hearing"
    assert lines[1] == "  word error rate 0.6 %, recogniser base"
    assert "    in the script: Nobody <was> hurt" in lines
    assert lines.index("  0:05  name, probably said wrong") < lines.index("  2:25  missing")
    assert lines.index("  2:25  missing") < lines.index("  1:00:00  not in the script")


def test_a_page_plays_each_finding() -> None:
    """Each has a link to its place in the recording, named by its time and kind, and text is only text."""
    page = LexborHTMLParser(proof_page(proof(NAME, MISSING, ADDED), "some folder/a.mp3"))
    links = page.css("a")
    assert [link.text() for link in links] == [
        "Play from 0:05: name, probably said wrong",
        "Play from 2:25: missing",
        "Play from 1:00:00: not in the script",
    ]
    assert links[1].attributes["href"] == "some%20folder/a.mp3#t=143.5,146.6"
    assert [audio.attributes["src"] for audio in page.css("audio")] == ["some%20folder/a.mp3"]
    assert [title.text() for title in page.css("h1")] == ["Proof-listening: Ferry & fog"]
    said = page.css("dd[lang=en-GB]")
    assert "Nobody <was> hurt" in [each.text() for each in said]


def test_a_page_without_findings_says_so() -> None:
    """Nothing to play, and the chapters all the same."""
    page = LexborHTMLParser(proof_page(proof(), "a.mp3"))
    assert "None: everything was heard" in page.text()
    assert page.css("a") == []
    assert [cell.text() for cell in page.css("tbody th")] == ["Ferry late", "What next?"]
