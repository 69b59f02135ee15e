"""The script: nothing lost, nothing said twice, every voice and pause in its place."""

from __future__ import annotations

import pytest

from narrate import direction
from narrate.model import Article, BlockKind, Quotation, Script, Speaker, Utterance
from narrate.options import Directions
from tests.helpers import CAST, MAN, WOMAN, article, quotation

ADA = Speaker("Ada Moreau", "f")
TOM = Speaker("Tom Reyes", "m")
VOICES = {"Ada Moreau": WOMAN, "Tom Reyes": MAN}


def _direct(story: Article, quotations: list[Quotation], **directions: object) -> Script:
    return direction.direct(story, quotations, CAST, VOICES, Directions(**directions))  # type: ignore[arg-type]


def _said(script: Script) -> list[tuple[str, str, str]]:
    return [(u.role, u.voice.name, u.text) for u in script.utterances]


def _paragraph(text: str, words: str, **fields: object) -> tuple[Article, list[Quotation]]:
    story = article(("title", "Ferry late"), ("paragraph", text))
    return story, [quotation(story.source, words, **fields)]  # type: ignore[arg-type]


def test_direct_speech_is_cut_out_with_its_marks() -> None:
    """The speaker's voice says the quotation, the narrator all around it."""
    script = _direct(*_paragraph('She sat. "I waited," Moreau said, "all day."', "I waited,", speaker=ADA))
    assert _said(script)[1:] == [
        ("narration", "narrator", "She sat."),
        ("quote", "woman", '"I waited,"'),
        ("narration", "narrator", 'Moreau said, "all day."'),
    ]


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ('He said: "Go".', "Go", ["He said:", '"Go".']),
        ('"Go!"', "Go!", ['"Go!"']),
        ("“Go", "Go", ["“Go"]),
        ('… "Go," he said.', "Go,", ['… "Go,"', "he said."]),
        ("He said 'go' twice", "go", ["He said", "'go'", "twice"]),
    ],
)
def test_pieces_tile_the_paragraph(text: str, words: str, pieces: list[str]) -> None:
    """No character but white space is lost, and no piece is punctuation alone."""
    script = _direct(*_paragraph(text, words, speaker=TOM))
    assert [u.text for u in script.utterances[1:]] == pieces
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def test_utterances_know_where_they_stand_in_the_source() -> None:
    """`source[start:end]` is the text, for all but announcements."""
    story, quotations = _paragraph('"No," said Reyes. "Never."', "No,", speaker=TOM)
    for utterance in _direct(story, quotations).utterances:
        assert story.source[utterance.start : utterance.end] == utterance.text


def test_a_fragment_stays_with_the_narrator_and_is_marked() -> None:
    """Half a phrase in another voice would sound broken."""
    story, quotations = _paragraph(
        'He blamed "some forces" for it.', "some forces", kind="partial", speaker=TOM
    )
    utterance = _direct(story, quotations).utterances[1]
    (mark,) = utterance.marks
    assert utterance.voice.name == "narrator"
    assert utterance.text[mark.start : mark.end] == "some forces"


def test_nobody_s_words_get_the_voice_for_quotes() -> None:
    """A quotation without a known speaker is still heard as one."""
    script = _direct(*_paragraph('"Keep out," the sign said.', "Keep out,"))
    assert _said(script)[1][:2] == ("quote", "neutral")


def test_announced_quotes_stay_with_the_narrator() -> None:
    """Words instead of voices: "quote" before, "end quote" after."""
    story, quotations = _paragraph('"Go," he said.', "Go,", speaker=TOM)
    script = _direct(story, quotations, quotes="announce")
    assert [u.text for u in script.utterances[1:]] == ["Quote.", '"Go,"', "End quote.", "he said."]
    assert {u.voice.name for u in script.utterances} == {"narrator"}


def test_plain_quotes_leave_the_paragraph_whole() -> None:
    """No cut, no mark."""
    story, quotations = _paragraph('"Go," he said.', "Go,", speaker=TOM)
    assert _said(_direct(story, quotations, quotes="plain"))[1:] == [
        ("narration", "narrator", '"Go," he said.')
    ]


PICTURE: list[tuple[BlockKind, str]] = [
    ("title", "Ferry late"),
    ("caption", "A ferry leaves the harbour."),
    ("credit", "(Jo Lind/AFP)"),
    ("paragraph", "It was late."),
    ("credit", "Additional reporting by Kim Ott"),
]


@pytest.mark.parametrize(
    ("captions", "heard"),
    [
        ("describe", ["Photo.", PICTURE[1][1], "Credit.", PICTURE[2][1], PICTURE[3][1], PICTURE[4][1]]),
        ("brief", ["Photo.", PICTURE[1][1], PICTURE[3][1], PICTURE[4][1]]),
        ("skip", [PICTURE[3][1], PICTURE[4][1]]),
    ],
)
def test_captions_are_described_shortened_or_skipped(captions: str, heard: list[str]) -> None:
    """Only the photograph's credit goes with its caption; the reporters' stays."""
    script = _direct(article(*PICTURE), [], captions=captions)
    assert [u.text for u in script.utterances[1:]] == heard


def test_chapters_are_the_headings_as_written() -> None:
    """What stands before the first heading is titled with the article's title."""
    story = article(
        ("title", "Ferry late"), ("paragraph", "So."), ("heading", "‘Why?’"), ("paragraph", "Fog.")
    )
    script = _direct(story, [])
    assert [(s.title, s.utterance) for s in script.chapters] == [("Ferry late", 0), ("‘Why?’", 2)]
    assert [u.chapter for u in script.utterances] == [0, 0, 1, 1]


def test_boilerplate_is_silent_unless_all_is_asked_for() -> None:
    """`--all` speaks every block of the source."""
    story = article(("title", "Ferry late"), ("boilerplate", "Share this"), silent=[1])
    assert len(_direct(story, []).utterances) == 1
    assert [u.text for u in _direct(story, [], everything=True).utterances] == ["Ferry late", "Share this"]


def test_pauses_grow_with_the_boundary() -> None:
    """A clause is shorter than a sentence, a sentence than a paragraph, a paragraph than a chapter."""
    text = 'He said "go" and "I went." So he said.'
    story = article(
        ("title", "T"), ("paragraph", text), ("paragraph", "B."), ("heading", "H"), ("paragraph", "C.")
    )
    quotations = [quotation(story.source, w, speaker=TOM) for w in ("go", "I went.")]
    pauses = {u.text: u.pause_after for u in _direct(story, quotations).utterances}
    order = [pauses["He said"], pauses['"I went."'], pauses["So he said."], pauses["B."]]
    assert order == sorted(set(order))
    assert pauses["C."] == 0


def test_an_empty_article_has_an_empty_script() -> None:
    """Nothing to say is no error here; the pipeline says it in words."""
    script = _direct(article(("boilerplate", "Share this"), silent=[0]), [])
    assert script.utterances == ()
    assert script.chapters == ()


def test_every_voiced_speaker_is_named_once_in_order() -> None:
    """Fragments and scare quotes need no voice."""
    story = article(("paragraph", '"A," "b" "C," "D,"'))
    quotations = [
        quotation(story.source, "A,", speaker=TOM),
        quotation(story.source, "b", kind="partial", speaker=Speaker("Nobody")),
        quotation(story.source, "C,", speaker=ADA),
        quotation(story.source, "D,", speaker=TOM),
    ]
    assert direction.voiced_speakers(quotations) == [TOM, ADA]


def _plain(utterances: tuple[Utterance, ...]) -> str:
    return "".join("".join(u.text.split()) for u in utterances if u.role != "announcement")


@pytest.mark.parametrize("quotes", ["voice", "announce", "plain"])
@pytest.mark.parametrize("captions", ["describe", "brief"])
def test_every_word_of_the_running_text_is_said_once(quotes: str, captions: str) -> None:
    """Whatever the options, the paragraphs come out whole."""
    story, quotations = _paragraph(
        '"No," said Reyes. "Never." He left \'them\' there.', "Never.", speaker=TOM
    )
    script = _direct(story, quotations, quotes=quotes, captions=captions)
    assert _plain(script.utterances) == "".join(story.source.split())
