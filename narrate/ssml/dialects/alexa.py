"""Alexa skills: https://developer.amazon.com/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html

Written through `ssml-builder`, which joins strings: everything is escaped before it gets there. Its
`emphasis` writes "strong" for every level, and Polly's voices, which speak for the people quoted, take none
at all, so emphasis is `prosody`. Alexa knows no `mark`, a break lasts 10 s at the most, and a response holds
8,000 characters (best-practice-text-response.html) and 240 s of speech.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from lxml import etree
from ssml_builder.core import Speech

from narrate import prosody
from narrate.ssml.dialects.adapting import Dialect, attributes, language_among, pitch_percent, rate_within
from narrate.ssml.vocabulary import LANG


def _volume(value: str) -> str:
    """The nearest step: ssml-builder lets no dB through."""
    wanted = prosody.volume(value)
    steps = {name: level for name, level in prosody.VOLUMES.items() if name != "default"}
    return min(steps, key=lambda name: abs(steps[name] - wanted))


DIALECT = Dialect(
    name="Alexa",
    elements=attributes(
        speak="",
        p="",
        s="",
        **{"break": "time"},
        lang="xml:lang",
        phoneme="alphabet ph",
        prosody="rate pitch volume",
        say_as="interpret-as",
        sub="alias",
        voice="name",
    ),
    say_as=frozenset(Speech.VALID_INTERPRET_AS),
    limit=8000,
    limit_unit="characters",
    longest_break=10.0,
    # The adult English voices that ssml-builder 1.1 lets through.
    voices={
        "f": ("Joanna", "Amy", "Kendra", "Salli", "Nicole", "Kimberly"),
        "m": ("Matthew", "Brian", "Joey", "Russell"),
    },
    values={
        ("prosody", "rate"): rate_within(20, 200),
        ("prosody", "pitch"): pitch_percent(-33, 50),
        ("prosody", "volume"): _volume,
        ("lang", "xml:lang"): language_among(
            "en-US en-GB en-AU en-CA en-IN de-DE es-ES es-MX es-US fr-FR fr-CA hi-IN it-IT ja-JP pt-BR"
        ),
    },
)


def finish(root: etree._Element) -> str:
    """Write the document with ssml-builder, from its leaves up."""
    speech = Speech()
    speech.add_text(_inside(root))
    return str(speech.speak())


def _inside(element: etree._Element) -> str:
    """What stands in an element, as markup."""
    children = (_written(child) + escape(child.tail or "") for child in element)
    return escape(element.text or "") + "".join(children)


def _written(element: etree._Element) -> str:
    tag = etree.QName(element).localname
    values = {str(name): escape(str(value), {'"': "&quot;"}) for name, value in element.items()}
    return str(_BUILDERS[tag](_inside(element), values))


def _sentence(inside: str, _: Mapping[str, str]) -> str:
    """ssml-builder has no `s`."""
    return f"<s>{inside}</s>"


def _phoneme(inside: str, values: Mapping[str, str]) -> str:
    """Nor has it `phoneme`."""
    return f'<phoneme alphabet="{values.get("alphabet", "ipa")}" ph="{values["ph"]}">{inside}</phoneme>'


_BUILDERS: Mapping[str, Callable[[str, Mapping[str, str]], str]] = {
    "p": lambda inside, _: Speech().p(inside, is_nested=True),
    "s": _sentence,
    "break": lambda _, values: Speech().pause(values["time"], is_nested=True),
    "lang": lambda inside, values: Speech().lang(inside, values[LANG], is_nested=True),
    "phoneme": _phoneme,
    "prosody": lambda inside, values: Speech().prosody(inside, **values, is_nested=True),
    "say-as": lambda inside, values: Speech().say_as(inside, values["interpret-as"], is_nested=True),
    "sub": lambda inside, values: Speech().sub(inside, values["alias"], is_nested=True),
    "voice": lambda inside, values: Speech().voice(inside, values["name"], is_nested=True),
}
