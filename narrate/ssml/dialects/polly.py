"""Amazon Polly: https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html

A request has one voice, which its parameters name, so `voice` goes. Only what the neural voices take is
written, since a tag that a voice does not support is an error: no `emphasis`, no `pitch`, and no letters
by `say-as`, which make Polly change to another voice (say-as-tag.html). A break lasts 10 s at the most
(break-tag.html), a rate is 20% to 200% (prosody-tag.html), and a request holds 6,000 characters of which
3,000 are text (limits.html).
"""

from __future__ import annotations

from narrate.ssml.dialects.adapting import Dialect, attributes, language_among, rate_within

# https://docs.aws.amazon.com/polly/latest/dg/supported-languages.html
_LANGUAGES = """
    arb ar-AE ca-ES yue-CN cmn-CN cs-CZ da-DK nl-NL nl-BE en-US en-GB en-AU en-IN en-IE en-NZ en-SG en-ZA
    fi-FI fr-FR fr-BE fr-CA hi-IN de-DE de-AT de-CH is-IS it-IT ja-JP ko-KR nb-NO pl-PL pt-PT pt-BR ro-RO
    ru-RU es-ES es-MX es-US sv-SE tr-TR cy-GB
"""

DIALECT = Dialect(
    name="Amazon Polly",
    elements=attributes(
        speak="",
        p="",
        s="",
        **{"break": "time"},
        lang="xml:lang",
        mark="name",
        phoneme="alphabet ph",
        prosody="rate volume",
        say_as="interpret-as format",
        sub="alias",
    ),
    say_as=frozenset(
        {
            "cardinal",
            "number",
            "ordinal",
            "digits",
            "fraction",
            "unit",
            "date",
            "time",
            "address",
            "telephone",
        }
    ),
    limit=6000,
    limit_unit="characters",
    longest_break=10.0,
    values={("prosody", "rate"): rate_within(20, 200), ("lang", "xml:lang"): language_among(_LANGUAGES)},
)
