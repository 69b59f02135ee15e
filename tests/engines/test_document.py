"""SSML as engines see it: what is spoken, where it stands, and what is refused."""

from __future__ import annotations

import pytest

from narrate.engines.common.document import Pause, Run, parse
from narrate.errors import MarkupError

NAMESPACE = 'xmlns="http://www.w3.org/2001/10/synthesis"'


def _sentences(ssml: str) -> list[list[str | float]]:
    return [[part.seconds if isinstance(part, Pause) else part.text for part in s] for s in parse(ssml)]


def _runs(ssml: str) -> list[Run]:
    return [part for sentence in parse(ssml) for part in sentence if isinstance(part, Run)]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("One two.", [["One two."]]),
        ("<s>One.</s> <s>Two.</s>", [["One."], ["Two."]]),
        ("<p><s>One.</s><s>Two.</s></p><p>Three.</p>", [["One."], ["Two."], ["Three."]]),
        ("<p>Loose <s>one.</s> end.</p>after", [["Loose "], ["one."], [" end."], ["after"]]),
        ("<s>One.</s><break time='250ms'/><s>Two.</s>", [["One."], [0.25], ["Two."]]),
        ("<s>One<break time='+1.5s'/>two.</s>", [["One", 1.5, "two."]]),
        ("<s>One<break/>two.</s>", [["One", 0.25, "two."]]),
        ("<s>One<break strength='none'/>two.</s>", [["One", 0.0, "two."]]),
        ("half<!-- not spoken -->hearted", [["halfhearted"]]),
        ("half<?not spoken?>hearted", [["halfhearted"]]),
        ("<s>a<mark name='m'/> b <emphasis>c</emphasis> d</s>", [["a b c d"]]),
        ("<say-as interpret-as='date'>May 1</say-as>", [["May 1"]]),
        ("<w>one</w> <token>two</token> <lang xml:lang='fr'>trois</lang>", [["one two trois"]]),
        ("<voice gender='female'>one</voice>", [["one"]]),
        ("<audio src='bell.wav'>A bell rings.<desc>a bell</desc></audio>", [["A bell rings."]]),
        ("<lexicon uri='a.pls' xml:id='x'/><lookup ref='x'>Larmouth</lookup>", [["Larmouth"]]),
        ("<meta name='a' content='b'/><metadata><s>Dublin <b/>Core</s></metadata>One.", [["One."]]),
        ("<x:effect xmlns:x='urn:x'>one <x:break time='9s'/>two</x:effect>", [["one two"]]),
        ("a &amp; b &lt;c&gt;", [["a & b <c>"]]),
    ],
)
def test_what_is_spoken_is_all_text_but_that_about_the_document(
    inner: str, expected: list[list[str | float]]
) -> None:
    """Sentences, pauses and text come in document order, with or without SSML's namespace."""
    assert _sentences(f"<speak>{inner}</speak>") == expected
    assert _sentences(f"<speak {NAMESPACE}>{inner}</speak>") == expected


def test_offsets_count_the_text_as_written_with_all_white_space() -> None:
    """Every run's offset finds its own characters in the utterance's text."""
    text = "  The UN met.  Then it left. "
    ssml = (
        "<speak>  <s>The <sub alias='United Nations'>UN</sub><!-- x --> met.</s>  "
        "<s><prosody rate='90%'>Then</prosody> <desc>nothing</desc>"
        "<prosody rate='80%'>it</prosody> left.</s> </speak>"
    )
    runs = _runs(ssml)
    assert [text[run.start : run.start + len(run.text)] for run in runs] == [run.text for run in runs]
    assert [run.text.strip() for run in runs] == ["The", "UN", "met.", "Then", "it", "left."]
    assert [run.spoken for run in runs][1] == "United Nations"


@pytest.mark.parametrize(
    ("attributes", "rate", "pitch", "volume"),
    [
        ("rate='120%'", 1.2, 0.0, 0.0),
        ("rate='x-slow'", 0.5, 0.0, 0.0),
        ("pitch='+2st'", 1.0, 2.0, 0.0),
        ("pitch='-1.5st'", 1.0, -1.5, 0.0),
        ("pitch='+100%'", 1.0, 12.0, 0.0),
        ("pitch='low' volume='soft'", 1.0, -4.0, -6.0),
        ("volume='+6dB'", 1.0, 0.0, 6.0),
        ("rate='fast' pitch='default' volume='medium'", 1.4, 0.0, 0.0),
        ("pitch='200Hz'", 1.0, 12.0, 0.0),
        ("pitch='+100Hz'", 1.0, 12.0, 0.0),
        ("pitch='-50Hz'", 1.0, -12.0, 0.0),
        # Four letters in a quarter of a second are 16 a second, where a voice speaks 19.5.
        ("duration='250ms'", 16 / 19.5, 0.0, 0.0),
        ("duration='1ms'", 4.0, 0.0, 0.0),
    ],
)
def test_prosody_is_read_in_our_units(attributes: str, rate: float, pitch: float, volume: float) -> None:
    """Rates are factors, pitches semitones and volumes decibels."""
    sentences = parse(f"<speak><prosody {attributes}>word</prosody></speak>", hertz=100.0)
    (run,) = (part for sentence in sentences for part in sentence if isinstance(part, Run))
    assert (run.rate, run.pitch, run.volume) == pytest.approx((rate, pitch, volume))


@pytest.mark.parametrize(
    ("value", "factor"),
    [
        ("x-low", 0.0),
        ("high", 1.5),
        ("+100%", 2.0),
        ("-50%", 0.5),
        ("+4st", 2.0),
        ("8st", 2.0),
        ("100Hz", 3.0),
    ],
)
def test_a_range_widens_or_flattens_the_melody(value: str, factor: float) -> None:
    """As a factor of the voice's own; one in semitones or Hz is held against a usual one of 4 semitones."""
    (sentence,) = parse(f"<speak><prosody range='{value}'>word</prosody></speak>", hertz=100.0)
    (run,) = sentence
    assert isinstance(run, Run)
    assert run.range == pytest.approx(factor)


def test_a_contour_is_a_pitch_for_each_word() -> None:
    """On straight lines between its points; what stands beside it is as before."""
    contour = "(0%,+0st) (50%,+6st) (100%,+0st)"
    runs = _runs(f"<speak>on <prosody contour='{contour}'>aaaa bbbb cccc</prosody> off</speak>")
    assert "".join(run.text for run in runs) == "on aaaa bbbb cccc off"
    pitches = {run.text.strip(): run.pitch for run in runs}
    assert pitches["bbbb"] == max(pitches.values()) > 4
    assert pitches["aaaa"] == pytest.approx(12 * 2 / 14)
    assert (pitches["on"], pitches["off"]) == (0.0, 0.0)


def test_prosody_inside_prosody_is_relative_to_it_and_ends_with_it() -> None:
    """Factors multiply, semitones and decibels add up, and what follows is as before."""
    outer = "<prosody rate='50%' pitch='+2st' volume='-3dB'>"
    inner = "<prosody rate='150%' pitch='-5st' volume='+1dB'>"
    runs = _runs(f"<speak>{outer}a {inner}b</prosody> c</prosody> d</speak>")
    assert [(r.text.strip(), r.rate, r.pitch, r.volume) for r in runs] == [
        ("a", 0.5, 2.0, -3.0),
        ("b", 0.75, -3.0, -2.0),
        ("c", 0.5, 2.0, -3.0),
        ("d", 1.0, 0.0, 0.0),
    ]


def test_a_substitution_is_said_once_and_ends_where_it_ends() -> None:
    """A comment inside does not double it, and two alike in a row are two."""
    runs = _runs("<speak><sub alias='a b'>A<!-- x -->B</sub><sub alias='a b'>AB</sub>.</speak>")
    assert [(r.text, r.spoken) for r in runs] == [("AB", "a b"), ("AB", "a b"), (".", ".")]


@pytest.mark.parametrize(
    ("attributes", "phonemes"),
    [("alphabet='ipa' ph='dup'", "dup"), ("ph='dup'", "dup"), ("alphabet='x-sampa' ph='d{p'", None)],
)
def test_phonemes_are_taken_in_ipa_only(attributes: str, phonemes: str | None) -> None:
    """In an alphabet that no engine here reads, the text is spoken as written."""
    (run,) = _runs(f"<speak><phoneme {attributes}>Dup</phoneme></speak>")
    assert (run.text, run.phonemes) == ("Dup", phonemes)


def test_an_encoding_declaration_does_not_matter() -> None:
    """The document is text already, whatever it says that it was encoded in."""
    assert _sentences('<?xml version="1.0" encoding="utf-16"?><speak>café “x”</speak>') == [["café “x”"]]


def test_deep_nesting_that_is_still_xml_is_read() -> None:
    """As deep as the XML parser goes, the text comes out."""
    depth = 200
    assert _sentences(f"<speak>{'<emphasis>' * depth}x{'</emphasis>' * depth}</speak>") == [["x"]]


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("ssml", "named"),
    [
        ("", "empty"),
        ("plain text", "not well-formed"),
        ("<speak>", "not well-formed"),
        ("<speak>a</speek>", "not well-formed"),
        ("<speak>a & b</speak>", "not well-formed"),
        ("<speak>&nbsp;</speak>", "nbsp"),
        ("<speak>\x00</speak>", "not well-formed"),
        ("<speak>\ud800</speak>", "not well-formed"),
        ("<speak>" + "<prosody>" * 100_000 + "x", "depth"),
        ("<!DOCTYPE speak><speak>x</speak>", "document type"),
        ("<!DOCTYPE speak SYSTEM 'speak.dtd'><speak>x</speak>", "document type"),
        ("<!DOCTYPE speak [<!ENTITY a 'b'>]><speak>&a;</speak>", "document type"),
        ("<!DOCTYPE speak [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><speak>&a;</speak>", "document type"),
        (f"<!DOCTYPE speak [<!ENTITY e0 'ha'>{BOMB}]><speak>&e11;</speak>", ""),
        (f"<!DOCTYPE speak [<!ENTITY e0 'ha'>{BOMB}]><speak><sub alias='&e11;'>x</sub></speak>", ""),
        ("<html>x</html>", "html"),
        ("<speak><sub alias='a'>b<break/></sub></speak>", "<break>"),
        ("<speak><phoneme ph='a'><emphasis>b</emphasis></phoneme></speak>", "<emphasis>"),
        ("<speak><break time='soon'/></speak>", "soon"),
        ("<speak><break time='3'/></speak>", "3"),
        ("<speak><break time='4000s'/></speak>", "4000s"),
        ("<speak><break strength='huge'/></speak>", "huge"),
        ("<speak><prosody rate='0%'>x</prosody></speak>", "0%"),
        ("<speak><prosody rate='-20%'>x</prosody></speak>", "-20%"),
        ("<speak><prosody pitch='200'>x</prosody></speak>", "200"),
        ("<speak><prosody contour='up'>x</prosody></speak>", "up"),
        ("<speak><prosody range='wide'>x</prosody></speak>", "wide"),
        ("<speak><prosody volume='11'>x</prosody></speak>", "11"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_one_line(ssml: str, named: str) -> None:
    """A hostile or broken document costs one clear line that names what is wrong, and nothing else."""
    with pytest.raises(MarkupError) as caught:
        parse(ssml)
    message = str(caught.value)
    assert named in message
    assert "\n" not in message
    assert len(message) < 300
