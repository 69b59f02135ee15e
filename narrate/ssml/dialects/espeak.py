"""eSpeak NG, `espeak-ng -m`: https://github.com/espeak-ng/espeak-ng/blob/master/docs/markup.md

Voices are chosen by gender and variant, of which it has five female and eight male ones. It reads phonemes in
its own alphabet only, and says letter by letter what is `characters` (src/libespeak-ng/ssml.c). It speaks
what it does not know, so nothing of that is written. A tag may have 5,000 characters; a document any number.
"""

from __future__ import annotations

from narrate.ssml.dialects.adapting import Dialect, attributes, pitch_percent, rate_within

_WOMEN, _MEN = 5, 8
"""Variants: espeak-ng-data/voices/!v has f1 to f5 and m1 to m8."""


def _volume(value: str) -> str | None:
    """Steps by name: it takes a number for one of its own scale."""
    return None if value.endswith("dB") else value


DIALECT = Dialect(
    name="eSpeak NG",
    elements=attributes(
        speak="xml:lang",
        p="",
        s="",
        **{"break": "time"},
        emphasis="level",
        mark="name",
        prosody="rate pitch volume",
        say_as="interpret-as",
        sub="alias",
        voice="gender variant",
    ),
    say_as=frozenset({"characters", "telephone"}),
    limit=10_000_000,
    limit_unit="characters",
    longest_break=60.0,
    voices={
        "f": tuple(f"female {n}" for n in range(1, _WOMEN + 1)),
        "m": tuple(f"male {n}" for n in range(1, _MEN + 1)),
    },
    values={
        ("prosody", "rate"): rate_within(25, 400),
        ("prosody", "pitch"): pitch_percent(-50, 100),
        ("prosody", "volume"): _volume,
    },
    alphabets=frozenset(),
)
