"""Who says a quotation, of what kind it is, and what is known about the speaker."""

from __future__ import annotations

import pytest

from narrate.model import Quotation
from narrate.quotation import find_quotations

INTRODUCED = "Nadia Kessler, the mayor of Oldtown, met Viktor Brandt, a baker, on Monday.\n"


def _last(text: str) -> Quotation:
    return find_quotations(text)[-1]


def _name(quotation: Quotation) -> str | None:
    return quotation.speaker.name if quotation.speaker else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We will rebuild,” Nadia Kessler said.", "Nadia Kessler"),
        ("“We will rebuild,” said Nadia Kessler.", "Nadia Kessler"),
        ("“We will rebuild,” said Oldtown mayor Nadia Kessler.", "Nadia Kessler"),
        ("Nadia Kessler said: “We will rebuild.”", "Nadia Kessler"),
        ("“We will,” Nadia Kessler said, “rebuild.”", "Nadia Kessler"),
        ("According to Nadia Kessler, “we will rebuild.”", "Nadia Kessler"),
        ("Nadia Kessler told Viktor Brandt: “We will rebuild.”", "Nadia Kessler"),
        ("“Why now?” asked Viktor Brandt.", "Viktor Brandt"),
        ("Nadia Kessler was asked by Viktor Brandt, “Why now?”", "Viktor Brandt"),
        ("The prize went to Nadia Kessler, who said, “We will rebuild.”", "Nadia Kessler"),
        ("Viktor Brandt will stay, Nadia Kessler said, adding, “We will rebuild.”", "Nadia Kessler"),
        ("Likewise, a report by the board said, “We will rebuild.”", "a report"),
        ("A spokeswoman for Viktor Brandt could only quip: “We were asleep.”", "a spokeswoman"),
        ("A forecast by Oldtown Economics, made for Nadia Kessler, said, “It will rain.”", "a forecast"),
        ("When Viktor Brandt fell ill, a columnist for the Post wrote, “We miss him.”", "a columnist"),
        ("In Ulm, after the vote in Ohio, Gov. Viktor Brandt (R-OH), said, “We won.”", "Viktor Brandt"),
        (
            "Viktor Brandt lost to the mayor, Nadia Kessler. “We will rebuild,” the mayor said.",
            "Nadia Kessler",
        ),
        ("“Why now?” asked another Chatterbox user, Viktor Brandt.", "Viktor Brandt"),
        ("Nadia Kessler, who was born here, wrote on Twitter: “We will rebuild.”", "Nadia Kessler"),
        ("Nadia Kessler shot back, saying, “We will rebuild.”", "Nadia Kessler"),
        ("“We will rebuild,” said Susan King.", "Susan King"),
        ("“We were sleeping,” a witness said.", "a witness"),
        ("“We are investigating,” police said.", "police"),
        ("“We are tired,” Nurses Without Pay said.", "Nurses Without Pay"),
        (INTRODUCED + "“We will rebuild,” Kessler said.", "Nadia Kessler"),
        (INTRODUCED + "“We will rebuild,” the mayor said.", "Nadia Kessler"),
        (INTRODUCED + "“The oven is gone,” the baker said.", "Viktor Brandt"),
        (INTRODUCED + "“We will rebuild,” she said.", "Nadia Kessler"),
        (INTRODUCED + "“The oven is gone,” he said.", "Viktor Brandt"),
        (
            "“We will,” said Nadia Kessler.\n“It will take years, but we will rebuild this town.”",
            "Nadia Kessler",
        ),
        ("Mr. Brandt wept.\nMrs. Brandt did not. “We will rebuild,” Mrs. Brandt said.", "Mrs. Brandt"),
        ("KESSLER led the talks.\n“KESSLER: We will rebuild this town, and soon.”", "KESSLER"),
    ],
)
def test_speakers_are_found(text: str, name: str) -> None:
    """Verbs of saying before, after and inside; offices, pronouns and last names; unnamed sources."""
    assert _name(_last(text)) == name


@pytest.mark.parametrize(
    "text",
    [
        "She starred in the film “Night Train to Ulm” last year.",
        "Viktor Brandt said in May on the podcast “Here’s the Oven.”",
        "The man known as “the Hermit” has died.",
        "The so-called “kettle tax” will rise.",
        "Streets here are “paved” with mud.",
    ],
)
def test_titles_nicknames_and_scare_quotes_are_nobodys(text: str) -> None:
    """No one speaks them, so no other voice comes in."""
    quotation = _last(text)
    assert (quotation.kind, quotation.speaker) == ("scare", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will rebuild,” Nadia Kessler said.", "direct"),
        ("Nadia Kessler said “We will rebuild.”", "direct"),
        ("“We will,” Nadia Kessler said, “rebuild it all.”", "direct"),
        ("Nadia Kessler said they had hope, “but what now? Help us.”", "direct"),
        ("Nadia Kessler said that the town “is ready to rebuild.”", "partial"),
        ("Nadia Kessler said the plans “should shame” the builders.", "partial"),
        ("Nadia Kessler said that “we will rebuild” the town.", "partial"),
        ("Nadia Kessler called the plan “a farce.”", "partial"),
    ],
)
def test_only_words_that_stand_alone_are_voiced(text: str, kind: str) -> None:
    """Clauses and sentences are speech; what the reporter's grammar needs is a fragment."""
    assert _last(text).kind == kind


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("“We will,” said Mr. Kassimov.", "m"),
        ("“We will,” said Mrs. Kassimov.", "f"),
        ("“We will,” said King Oddvar Thrane.", "m"),
        ("“We will,” said the actress Zsazi Quill.", "f"),
        ("Xu Qelim, a spokeswoman for the port, was calm. “We will,” Xu Qelim said.", "f"),
        ("Xu Qelim said he was calm. “We will,” Qelim said.", "m"),
        ("Xu Qelim came late.\n“We will,” she said.", "f"),
        ("“We will,” said Susan Quill.", "f"),
        ("“We will,” said Robert Quill.", "m"),
        ("“We will,” said Xu Qelim.", None),
        ("“We will,” said Jamie Quill.", None),
        ("“We will,” said Mr. Susan Quill.", "m"),
        ("“We will,” the company said.", None),
    ],
)
def test_gender_is_what_the_text_or_the_first_name_shows(text: str, gender: str | None) -> None:
    """Titles and descriptions, then pronouns, then first names; shared and unknown names show nothing."""
    speaker = _last(text).speaker
    assert speaker is not None
    assert speaker.gender == gender
