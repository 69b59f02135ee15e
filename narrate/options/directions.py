"""What can be asked of a script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from narrate.options.checking import check_all
from narrate.options.field import About, option

Quotes = Literal["voice", "tone", "announce", "plain"]
Labels = Literal["voice", "say"]
Captions = Literal["describe", "brief", "skip"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directions:
    """What can be asked of a script: who is heard how, and what is read out at all."""

    quotes: Quotes = option(
        "voice",
        About(
            "How quotations are heard: in voices of their own, also between two soft tones, announced by the "
            "narrator, or like all other text.",
            group="voices",
        ),
    )
    labels: Labels = option(
        "voice",
        About(
            "Who speaks in transcripts, interviews and plays: told by the voices, with each name said once, "
            "or read out at every turn.",
            group="voices",
        ),
    )
    captions: Captions = option(
        "describe", About("Photo captions: with their credits, without, or not at all.", group="text")
    )
    everything: bool = option(
        False, About("Read out what is not part of the article, too.", key="all", group="text")
    )
    chimes: bool = option(
        False, About("Play a short sound before every chapter but the first.", group="text")
    )
    brief: bool = option(
        False, About("Leave out the opening sentence with source, date and listening time.", group="text")
    )
    disclose: bool = option(False, About("Say at the start that the voices are synthetic.", group="text"))
    language: str | None = option(
        None,
        About(
            "The article's language, as a tag such as en-GB.",
            unit="TAG",
            unset="as the article states, or as its words show",
            group="text",
        ),
    )
    strict: bool = option(
        False,
        About(
            "Refuse what is noted otherwise: words that no voice can say, vendors' SSML, text that is lost.",
            group="text",
        ),
    )

    def __post_init__(self) -> None:
        """Raise OptionError for a value that means nothing, before any work is done."""
        check_all(self)
