"""Google Cloud Text-to-Speech: https://cloud.google.com/text-to-speech/docs/ssml

Voices are named by the product's list (https://cloud.google.com/text-to-speech/docs/voices, which had these,
of these genders, in 2026); the narrator is the voice that the request names. A request holds 5,000 bytes,
tags included (https://cloud.google.com/text-to-speech/quotas). Sounds have to be on a web server, so `audio`
is left out.
"""

from __future__ import annotations

from narrate.ssml.dialects.adapting import Dialect, attributes, rate_within

DIALECT = Dialect(
    name="Google Cloud Text-to-Speech",
    elements=attributes(
        speak="xml:lang",
        p="",
        s="",
        **{"break": "time"},
        emphasis="level",
        lang="xml:lang",
        mark="name",
        phoneme="alphabet ph",
        prosody="rate pitch volume",
        say_as="interpret-as format detail",
        sub="alias",
        voice="name",
    ),
    say_as=frozenset(
        {
            "cardinal",
            "ordinal",
            "characters",
            "fraction",
            "unit",
            "verbatim",
            "spell-out",
            "date",
            "time",
            "telephone",
            "currency",
            "expletive",
        }
    ),
    limit=5000,
    limit_unit="bytes",
    longest_break=10.0,
    voices={
        "f": ("en-US-Neural2-C", "en-US-Neural2-F", "en-US-Neural2-E", "en-US-Neural2-H", "en-US-Neural2-G"),
        "m": ("en-US-Neural2-D", "en-US-Neural2-A", "en-US-Neural2-I", "en-US-Neural2-J"),
    },
    values={("prosody", "rate"): rate_within(25, 400)},
)
