"""SSML documents are valid, carry the text unchanged, and cannot be broken by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from narrate import direction, ssml
from narrate.model import Mark
from tests.helpers import CAST, NARRATOR, WOMAN, article, utterance
from tests.work import grows_with

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "data" / "ssml-1.1.rng"))
NAMESPACES = {"s": "http://www.w3.org/2001/10/synthesis"}
TEXT = "The UN spoke. It blamed “some forces” again."
SENTENCES = (Mark("sentence", 0, 13), Mark("sentence", 14, 44))
SUB = Mark("sub", 4, 6, "U N")
FRAGMENT = Mark("emphasis", 25, 36, "moderate")


def _parsed(document: str) -> etree._Element:
    root = etree.fromstring(document.encode())
    SCHEMA.assertValid(root)
    return root


def _said(root: etree._Element) -> str:
    return "".join(map(str, root.itertext()))


def test_the_schema_refuses_what_is_not_ssml() -> None:
    """A schema that takes everything would prove nothing."""
    speak = '<speak xmlns="http://www.w3.org/2001/10/synthesis" version="1.1" xml:lang="en">{}</speak>'
    assert SCHEMA.validate(etree.fromstring(speak.format('<break time="1s"/>')))
    for wrong in ("<speak/>", speak.format("<b>x</b>"), speak.format('<break time="1"/>')):
        assert not SCHEMA.validate(etree.fromstring(wrong))


def test_an_utterance_becomes_sentences_in_its_voice() -> None:
    """Voice, sentences, a break between them, the substitution and the fragment's emphasis."""
    root = _parsed(ssml.utterance_document(utterance(TEXT, WOMAN, marks=(*SENTENCES, SUB, FRAGMENT))))
    (voice,) = root
    assert (voice.get("name"), voice.get("gender")) == ("woman", "female")
    assert [etree.QName(child).localname for child in voice] == ["s", "break", "s"]
    assert root.xpath("//s:sub/@alias", namespaces=NAMESPACES) == ["U N"]
    assert root.xpath("string(//s:emphasis)", namespaces=NAMESPACES) == "some forces"
    assert _said(root) == TEXT


@pytest.mark.parametrize(
    "marks",
    [
        (),
        (Mark("sub", 0, 3, "x"),),
        (*SENTENCES, Mark("sub", 10, 20, "over the boundary")),
        (*SENTENCES, Mark("emphasis", 4, 30, "strong")),
        (Mark("sub", 20, 30, "x"), Mark("emphasis", 25, 36, "reduced")),
        (Mark("sentence", 4, 13), Mark("sentence", 14, 30)),
    ],
)
def test_text_survives_marks_that_cross(marks: tuple[Mark, ...]) -> None:
    """A substitution over a sentence's end, a fragment over two sentences: nothing is lost."""
    root = _parsed(ssml.utterance_document(utterance(TEXT, marks=marks)))
    assert _said(root) == TEXT
    subs = root.xpath("//s:sub/@alias", namespaces=NAMESPACES)
    assert subs == [mark.value for mark in marks if mark.kind == "sub"]


@given(st.text(min_size=1))
def test_no_text_can_become_markup(text: str) -> None:
    """Whatever stands in an article, the document is well-formed and says just that."""
    root = etree.fromstring(ssml.utterance_document(utterance(text)).encode())
    said = _said(root)
    # XML 1.0 section 2.11 folds carriage returns; what it cannot hold at all is a space.
    assert len(said.replace("\r\n", "\n")) <= len(text)
    assert [c for c in said if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "]]>", "a\x00b\x0bc", "“q” ' \" <", "\ud83d broken"])
def test_hostile_characters_are_text(text: str) -> None:
    """Markup, control characters and lone surrogates are carried or become a space."""
    root = _parsed(ssml.utterance_document(utterance(text)))
    assert len(_said(root)) == len(text)


def test_a_script_becomes_one_valid_document() -> None:
    """A mark at every utterance, a paragraph per block, the pauses as breaks."""
    story = article(("title", "Ferry late"), ("paragraph", "So it was."))
    root = _parsed(ssml.document(direction.direct(story, [], CAST, {})).split("\n", 1)[1])
    assert root.xpath("//s:mark/@name", namespaces=NAMESPACES) == ["u0", "u1"]
    assert len(root.findall("s:p", NAMESPACES)) == 2
    assert root.xpath("//s:p/s:break/@time", namespaces=NAMESPACES) == ["900ms", "0ms"]


@pytest.mark.parametrize(
    ("honours", "text", "tags"),
    [
        (
            frozenset({"voice", "s", "break", "sub", "prosody"}),
            TEXT,
            {"voice", "s", "break", "sub", "prosody"},  # emphasis is prosody for who does not know it
        ),
        (frozenset({"s"}), TEXT.replace("UN", "U N"), {"s"}),
        (frozenset[str](), TEXT.replace("UN", "U N"), set[str]()),
        (frozenset({"voice", "prosody"}), TEXT.replace("UN", "U N"), {"voice", "prosody"}),
    ],
)
def test_lowering_leaves_what_the_engine_honours(honours: frozenset[str], text: str, tags: set[str]) -> None:
    """An engine that knows no `sub` gets its alias; no tag is left that it would speak."""
    full = ssml.utterance_document(utterance(TEXT, NARRATOR, marks=(*SENTENCES, SUB, FRAGMENT)))
    root = etree.fromstring(ssml.lower(full, honours).encode())
    assert _said(root) == text
    assert {etree.QName(e).localname for e in root.iter()} - {"speak"} == tags


def test_lowering_is_work_in_proportion_to_the_elements() -> None:
    """Eight times the elements are eight times the work; a quadratic rule would be 64 times."""

    def lowered(elements: int) -> None:
        content = "<emphasis>no</emphasis> one <break/>" * elements
        speak = f'<speak xmlns="{NAMESPACES["s"]}">{content}</speak>'
        assert len(_said(etree.fromstring(ssml.lower(speak, frozenset()).encode()))) == 7 * elements

    assert grows_with(lowered, 500, 4_000)


def test_what_is_about_the_document_is_not_spoken() -> None:
    """Metadata and descriptions go with their content; the words around them stay."""
    content = "<metadata><x>a</x>b</metadata>One <desc>c</desc>two"
    speak = f'<speak xmlns="{NAMESPACES["s"]}">{content}</speak>'
    assert _said(etree.fromstring(ssml.lower(speak, frozenset()))) == "One two"
