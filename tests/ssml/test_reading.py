"""SSML from elsewhere becomes utterances and marks."""

from __future__ import annotations

import pytest

from narrate import ssml
from narrate.errors import MarkupError
from narrate.model import Mark, Script, Voice
from tests.helpers import MAN, NARRATOR, NEUTRAL, WOMAN

BRITON = Voice("briton", "tone", "700", language="en-GB", gender="m")
FRENCH = Voice("french", "tone", "800", language="fr-FR", gender="f")
VOICES = (NARRATOR, WOMAN, MAN, NEUTRAL, BRITON, FRENCH)
NAMESPACE = 'xmlns="http://www.w3.org/2001/10/synthesis"'


def _read(inner: str) -> Script:
    return ssml.read(f'<speak version="1.1" {NAMESPACE} xml:lang="en-US">{inner}</speak>', VOICES)


def _marks(inner: str) -> list[tuple[str, str, str, dict[str, str]]]:
    (utterance,) = _read(inner).utterances
    return [(m.kind, utterance.text[m.start : m.end], m.value, dict(m.attributes)) for m in utterance.marks]


def _who(script: Script) -> list[tuple[str, str]]:
    return [(utterance.voice.name, utterance.text) for utterance in script.utterances]


@pytest.mark.parametrize(
    ("inner", "marks"),
    [
        ("<s>One.</s>", [("sentence", "One.", "", {})]),
        ("<sub alias='a &amp; b'>AB</sub>", [("sub", "AB", "a & b", {})]),
        ("<emphasis>so</emphasis>", [("emphasis", "so", "moderate", {})]),
        ("<emphasis level='reduced'>so</emphasis>", [("emphasis", "so", "reduced", {})]),
        ("a<break time='0.5s'/>b", [("break", "", "500ms", {})]),
        ("a<break strength='x-strong'/>b", [("break", "", "900ms", {})]),
        ("a<break strength='none' time='2s'/>b", [("break", "", "2000ms", {})]),
        ("a<mark name='here'/>b", [("mark", "", "here", {})]),
        ("<phoneme ph='dup'>x</phoneme>", [("phoneme", "x", "dup", {})]),
        ("<phoneme alphabet='x-sampa' ph='D{t'>x</phoneme>", [("phoneme", "x", "ðæt", {})]),
        ("<phoneme alphabet='x-other' ph='D{t'>x</phoneme>", []),
        (
            "<say-as interpret-as='date' format='mdy'>1/2/3</say-as>",
            [("say-as", "1/2/3", "date", {"format": "mdy"})],
        ),
        ("<say-as interpret-as='characters'>UN</say-as>", [("sub", "UN", "U.N", {})]),
        ("<say-as interpret-as='spell-out'>a1</say-as>", [("say-as", "a1", "spell-out", {})]),
        ("<token role='noun'>live</token>", [("token", "live", "noun", {})]),
        ("<w>live</w>", [("token", "live", "", {})]),
        ("<lookup ref='x'>Quorl</lookup>", [("lookup", "Quorl", "x", {})]),
        (
            "<prosody rate='8%' pitch='low'>so</prosody>",
            [("prosody", "so", "", {"rate": "8%", "pitch": "low"})],
        ),
        ("<prosody>so</prosody>", []),
        ("<prosody rate='0.8'>so</prosody>", [("prosody", "so", "", {"rate": "80%"})]),
        ("<prosody rate='-20%'>so</prosody>", [("prosody", "so", "", {"rate": "80%"})]),
        ("<prosody rate='+50%'>so</prosody>", [("prosody", "so", "", {"rate": "150%"})]),
        ("<prosody volume='50'>so</prosody>", [("prosody", "so", "", {"volume": "-6.02dB"})]),
        ("<prosody volume='0'>so</prosody>", [("prosody", "so", "", {"volume": "silent"})]),
        ("<prosody volume='+100%'>so</prosody>", [("prosody", "so", "", {"volume": "+6.02dB"})]),
        ("<prosody pitch='10%'>so</prosody>", [("prosody", "so", "", {"pitch": "+10%"})]),
        ("<prosody range='5st'>so</prosody>", [("prosody", "so", "", {"range": "+5st"})]),
        (
            "<prosody contour='(0%,+20Hz) (90%,low)' duration='2s'>so</prosody>",
            [("prosody", "so", "", {"contour": "(0%,+20Hz) (90%,low)", "duration": "2s"})],
        ),
        (
            "<audio src='a.wav' soundLevel='+6dB' clipBegin='1s' maxage='3'><desc>a bell</desc>Ding.</audio>",
            [("audio", "Ding.", "a.wav", {"soundLevel": "+6dB", "clipBegin": "1s", "desc": "a bell"})],
        ),
        (
            "<audio src='a.wav'><desc>a\n small</desc> Ding. <desc xml:lang='en'>bell</desc></audio>",
            [("audio", "Ding.", "a.wav", {"desc": "a small bell"})],
        ),
        (
            "<audio src='a.wav'><audio src='b.wav'><desc>b</desc></audio><desc>a</desc>Ding.</audio>",
            [("audio", "Ding.", "a.wav", {"desc": "a"}), ("audio", "", "b.wav", {"desc": "b"})],
        ),
        ("<audio xml:base='sounds/' src='a.wav'>Ding.</audio>", [("audio", "Ding.", "sounds/a.wav", {})]),
        ("<audio>Ding.</audio>", []),
    ],
)  # fmt: skip
def test_what_an_element_asks_for_becomes_a_mark(
    inner: str, marks: list[tuple[str, str, str, dict[str, str]]]
) -> None:
    """With SSML 1.0's and the platforms' ways to write a value as 1.1 writes it."""
    assert _marks(inner) == marks


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("Hello.", [("narrator", "Hello.")]),
        ("<voice name='man'>Hello.</voice>", [("man", "Hello.")]),
        ("<voice name='nobody man'>Hello.</voice>", [("man", "Hello.")]),
        ("<voice gender='female'>a</voice> b", [("woman", "a"), ("narrator", "b")]),
        ("<voice gender='male' variant='2'>a</voice>", [("briton", "a")]),
        ("<voice gender='male' languages='en-GB'>a</voice>", [("briton", "a")]),
        ("<voice languages='fr'>a</voice>", [("french", "a")]),
        ("<voice gender='male' languages='fr' required='languages'>a</voice>", [("french", "a")]),
        ("<voice gender='male' languages='fr' required='gender' ordering='gender'>a</voice>", [("man", "a")]),
        ("<voice languages='xx' onvoicefailure='keepexisting'>a</voice>", [("narrator", "a")]),
        ("<voice age='8' required='age' gender='male'>a</voice>", [("man", "a")]),
        ("<voice age='30' gender='male'>a</voice>", [("man", "a")]),
        (
            "<voice name='x' gender='male'>a</voice><voice name='y' gender='male'>b</voice>"
            "<voice name='x' gender='male'>c</voice>",
            [("man", "a"), ("briton", "b"), ("man", "c")],
        ),
        ("<lang xml:lang='fr'>oui</lang> yes", [("french", "oui"), ("narrator", "yes")]),
        ("<p xml:lang='fr-CA'>oui</p>", [("french", "oui")]),
        ("<lang xml:lang='de'>ja</lang>", [("narrator", "ja")]),
        ("<s>a <voice name='man'>b</voice> c</s>", [("narrator", "a"), ("man", "b"), ("narrator", "c")]),
    ],
)  # fmt: skip
def test_the_voice_that_fits_best_speaks(inner: str, expected: list[tuple[str, str]]) -> None:
    """By name, gender, variant, language, and what is required (section 3.2.1)."""
    assert _who(_read(inner)) == expected


@pytest.mark.parametrize(
    ("inner", "pauses"),
    [
        ("<p>a</p><p>b</p>", [0.6, 0.0]),
        ("<p>a</p><break time='2s'/><p>b</p>", [2.0, 0.0]),
        ("<p>a<break time='1s'/></p><break time='2s'/><p>b</p>", [3.0, 0.0]),
        ("<p>a</p><break strength='none'/><p>b</p>", [0.0, 0.0]),
        ("<p>a</p><p><break time='1s'/>b<break time='500ms'/></p>", [1.0, 0.5]),
        ("a <voice name='man'>b</voice>", [0.2, 0.0]),
        ("<break time='5s'/>a", [0.0]),
    ],
)
def test_breaks_between_utterances_are_their_pauses(inner: str, pauses: list[float]) -> None:
    """Those at an end count together, and where there is none a paragraph has its own."""
    assert [utterance.pause_after for utterance in _read(inner).utterances] == pauses


def test_marks_go_on_where_the_voice_changes() -> None:
    """A prosody around two voices is on both, and what is open is cut with the utterance."""
    script = _read("<prosody rate='80%'>a <voice name='man'>b</voice> c</prosody>")
    assert [u.text for u in script.utterances] == ["a", "b", "c"]
    assert all(u.marks == (Mark("prosody", 0, 1, "", (("rate", "80%"),)),) for u in script.utterances)


def test_no_text_is_lost_and_no_tag_is_said() -> None:
    """Metadata, descriptions and comments are not spoken; all else is, whatever it is in."""
    script = _read(
        "<lexicon uri='a.pls' xml:id='x'/><meta name='title' content='News'/><metadata><b>no</b></metadata>"
        "<!-- no --><p>a <x:y xmlns:x='urn:x' z='no'>b</x:y> <amazon:effect name='w'>c</amazon:effect></p>"
        "<audio src='s'><desc>no</desc>d <audio src='t'>e</audio></audio><?no no?>"
    )
    assert " ".join(u.text for u in script.utterances) == "a b c d e"
    assert script.article.title == "News"
    assert script.lexicons == (("x", "a.pls"),)
    assert len(script.notes) == 2
    assert all("line 1" in note and "content is spoken" in note for note in script.notes)


def test_addresses_are_relative_to_the_base_around_them() -> None:
    """Bases inside each other add up, and one ends with its element (section 3.1.4)."""
    script = ssml.read(
        f"""<speak version="1.1" {NAMESPACE} xml:lang="en" xml:base="media/"><lexicon uri="n.pls" xml:id="n"/>
        <p xml:base="bells/"><audio src="a.wav"/></p><audio src="b.wav"/>
        <audio xml:base="http://example.org/x/" src="c.wav"/></speak>""",
        VOICES,
    )
    sounds = [mark.value for u in script.utterances for mark in u.marks if mark.kind == "audio"]
    assert sounds == ["media/bells/a.wav", "media/b.wav", "http://example.org/x/c.wav"]
    assert script.lexicons == (("n", "media/n.pls"),)


def test_facts_of_the_metadata_are_the_article_s() -> None:
    """Dublin Core in RDF, as section 3.1.6 shows it."""
    article = _read(
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><r:Description><dc:title>A &amp; B</dc:title>'
        "<dc:creator>Ada Lee</dc:creator><dc:date>2026-01-02</dc:date></r:Description></r:RDF></metadata>Hi."
    ).article
    assert (article.title, article.byline, article.published) == ("A & B", "Ada Lee", "2026-01-02")


@pytest.mark.parametrize(
    "doctype", ["", '<!DOCTYPE speak PUBLIC "-//W3C//DTD SYNTHESIS 1.0//EN" "http://x/y.dtd">']
)
@pytest.mark.parametrize("root", ["<speak>", "<speak version='1.0'>", f'<speak version="1.1" {NAMESPACE}>'])
def test_what_other_systems_write_is_read(doctype: str, root: str) -> None:
    """Without a namespace, as 1.0, and with the W3C's own document type, which is never fetched."""
    (utterance,) = ssml.read(
        f'<?xml version="1.0" encoding="latin-1"?>{doctype}{root}café</speak>', VOICES
    ).utterances
    assert utterance.text == "café"


def test_only_its_own_metadata_gives_roles() -> None:
    """A mark that the metadata knows begins an utterance of that role; the name of a role is checked."""
    record = '<n:script xmlns:n="urn:narrate:script:1"><n:utterance mark="u1" role="{}"/></n:script>'
    told = f"<metadata>{record}</metadata>"
    script = _read(told.format("quote") + "<mark name='u1'/>a<mark name='u2'/>b")
    (utterance,) = script.utterances
    assert (utterance.role, utterance.text) == ("quote", "ab")
    assert [mark.value for mark in utterance.marks] == ["u2"]
    with pytest.raises(MarkupError, match="unknown role"):
        _read(told.format("singer") + "a")


def test_a_recording_is_an_utterance_of_its_own() -> None:
    """With what is said in its place, whole, whatever voices and paragraphs are in that."""
    script = _read("a <audio src='x.wav'><p>b <voice name='man'>c</voice></p></audio> d")
    assert [u.text for u in script.utterances] == ["a", "b c", "d"]
    assert [mark.kind for mark in script.utterances[1].marks] == ["audio"]
