"""What apps show of an episode: descriptions and dates."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from narrate import feed

SENTENCE = "The ferry to Port Ansel was late again, said Mrs. Moreau of the U.S. Board, and nobody knew why."
LONG = "and the fog came in over the harbour " * 30


def description(show: Path, ferry: Path, *bodies: str, **stated: str) -> str:
    """That of the episode in the feed, of an article whose text is these paragraphs."""
    transcript = ferry.with_suffix(".json")
    data = json.loads(transcript.read_text(encoding="utf-8"))
    model = next(segment for segment in data["segments"] if segment["role"] == "narration")
    data["segments"] = [{**model, "body": body} for body in bodies]
    transcript.write_text(json.dumps(data | stated), encoding="utf-8")
    feed.add(show, ferry)
    return str(ElementTree.parse(show / "feed.xml").findtext("channel/item/description"))


def test_a_description_ends_with_a_sentence(show: Path, ferry: Path) -> None:
    """As many whole sentences as apps show; abbreviations end none."""
    text = description(show, ferry, *[SENTENCE] * 9)
    summary, _ = text.split(" Read by synthetic voices")
    assert summary == " ".join([SENTENCE] * 4)


@pytest.mark.parametrize(
    ("bodies", "ending"),
    [
        (["A short text without an end"], "without an end. Read by"),
        ([f"First {LONG[:500]}end. {SENTENCE}"], "end. Read by"),
        ([f"Without end {LONG}{LONG}"], " …"),
        (["渡し船は遅れた。" * 90], "渡し船は遅れた。 Read by"),
    ],
)
def test_any_text_has_a_description(show: Path, ferry: Path, bodies: list[str], ending: str) -> None:
    """Of a long first sentence all, of one that nobody would read the beginning, and Japanese sentences."""
    text = description(show, ferry, *bodies, language="ja" if "渡" in bodies[0] else "en")
    assert ending in text
    assert len(text) < 950


def test_what_follows_the_shows_description_is_a_sentence_of_its_own(show: Path, ferry: Path) -> None:
    """Also if its user has written no full stop."""
    path = show / "show.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("read aloud.", "read aloud"), encoding="utf-8")
    feed.add(show, ferry)
    text = ElementTree.parse(show / "feed.xml").findtext("channel/description")
    assert text == "Articles, read aloud. The voices are synthetic."


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2021-03-03T08:30:00+01:00", "Wed, 03 Mar 2021 08:30:00 +0100"),
        ("2021-03-03T23:30:00-08:00", "Wed, 03 Mar 2021 23:30:00 -0800"),
        ("2021-03-03T08:30:00Z", "Wed, 03 Mar 2021 08:30:00 +0000"),
        ("2021-03-03", "Wed, 03 Mar 2021 00:00:00 +0000"),
    ],
)
def test_a_date_keeps_its_time_and_its_zone(show: Path, ferry: Path, published: str, expected: str) -> None:
    """From the transcript through the episode's file into the feed."""
    description(show, ferry, SENTENCE, published=published)
    assert ElementTree.parse(show / "feed.xml").findtext("channel/item/pubDate") == expected


def test_who_is_quoted_is_named_in_the_notes_alone(published: Path) -> None:
    """A real person took no part in the episode: neither as its guest nor as one of its voices."""
    root = ElementTree.parse(published / "feed.xml").getroot()
    for element in root.iter():
        if element.tag.endswith("encoded"):
            assert "Quoted in the article, and spoken by synthetic voices here: Ada Moreau" in str(
                element.text
            )
        elif not element.tag.endswith("description"):
            assert "Moreau" not in str(element.text)
