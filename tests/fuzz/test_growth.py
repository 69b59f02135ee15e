"""Time grows in proportion to the input, for every reader and stage, with what might make it grow faster.

Work is counted, not timed: `tests/work.py`. What happens inside one call of C has no lines; where that goes
wrong it takes minutes, which the time limit of a test ends.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

import narrate
from narrate.reading.epub.references import without_declarations
from tests.fuzz import targets
from tests.work import grows_with

SMALL, LARGE = 100, 400
"""Repetitions."""
_PROSE = "It rained all day in the valley, said Ada Moreau, and nobody went out to the mill."


def _page(unit: str) -> Callable[[int], bytes]:
    return lambda count: f"<html><body><h1>Mill</h1><p>{_PROSE}</p>{unit * count}<p>{_PROSE}".encode()


def _article(unit: str) -> Callable[[int], bytes]:
    return lambda count: f"Mill opens\n\n{_PROSE}\n\n{unit * count}\n\n{_PROSE}\n".encode()


def _markdown(unit: str) -> Callable[[int], bytes]:
    return lambda count: f"# Mill\n\n{_PROSE}\n\n{unit * count}\n\n{_PROSE}\n".encode()


def _ssml(unit: str) -> Callable[[int], bytes]:
    return lambda count: f"<speak>It rained. {unit * count} It ends.</speak>".encode()


def _lexicon(unit: str) -> Callable[[int], bytes]:
    head = '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa"'
    return lambda count: f'{head} xml:lang="en">{unit * count}</lexicon>'.encode()


def _subtitles(unit: str) -> Callable[[int], bytes]:
    return lambda count: f"WEBVTT\n\n{unit * count}".encode()


def _table(unit: str) -> Callable[[int], bytes]:
    """TOML; "#" in the unit is a number."""
    return lambda count: "".join(unit.replace("#", str(at)) for at in range(count)).encode()


SHAPES: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "cells that span": ("html", _page("<table><tr><td colspan=9 rowspan=9>x<td>y<tr><td>z</table>")),
    "captions": ("html", _page("<p class=caption>A ferry</p>")),
    "captions in captions": ("html", _page("<div class=caption>")),
    "hidden elements": ("html", _page("<div hidden><div hidden>a</div></div>")),
    "nested lists": ("html", _page("<ul><li>a")),
    "links": ("html", _page("<p><a href=x>Read more</a></p>")),
    "quotations of a page": ("html", _page("<p>“It rained,” said Bob Lee, the mayor.</p>")),
    "opening quotation marks": ("text", _article("“a ")),
    "single marks": ("text", _article("‘a’ ")),
    "quotations": ("text", _article("“I waited,” said Bob Lee. ")),
    "lines": ("text", _article("a\n")),
    "numbers": ("text", _article("$1 and 1,000 km. ")),
    "joined emoji": ("text", _article("👩\u200d")),
    "tags of SSML": ("text", _article("<speak>")),
    "brackets": ("markdown", _markdown("[a](b) [")),
    "quotations of Markdown": ("markdown", _markdown("> a\n\n")),
    "emphasis": ("markdown", _markdown("*a **b ")),
    "notes": ("markdown", _markdown("[^a] ")),
    "chapter": ("epub-chapter", _page("<p>It rained &amp; rained &foo; &#xD800;.</p>")),
    "breaks": ("ssml", _ssml("<break/>")),
    "prosody": ("ssml", _ssml('<prosody rate="fast">a</prosody> ')),
    "words in other words": ("ssml", _ssml('<sub alias="b">a</sub> ')),
    "paragraphs of SSML": ("ssml", _ssml("<p>a</p>")),
    "namespaces": ("ssml", _ssml('<a:b xmlns:a="c">a</a:b>')),
    "lexemes": ("lexicon", _lexicon("<lexeme><grapheme>a</grapheme><alias>b</alias></lexeme>")),
    "cues": ("subtitles", _subtitles("00:00:01.000 --> 00:00:03.500\n<v Mara>It rained and\n\n")),
    "voices": ("cast", _table('[voices.a#]\nengine = "tone"\n')),
    "corrections": ("corrections", _table('[[word]]\ntext = "a#"\nalias = "b"\n')),
    "quotations in the API": ("api", _article("“I waited,” said Bob Lee. (“")),
}


@pytest.mark.parametrize("name", SHAPES)
def test_work_grows_with_the_input(name: str) -> None:
    """Four times as much of it takes four times the work, and not sixteen."""
    target, make = SHAPES[name]

    def read(count: int) -> None:
        targets.run(targets.TARGETS[target], make(count))

    assert grows_with(read, SMALL, LARGE)


@pytest.mark.parametrize(
    "text",
    ["(0%,+2Hz)  " * 60 + "x", "1" * 100_000 + "x", " " * 100_000],
    ids=["points of a contour", "digits", "spaces"],
)
@pytest.mark.parametrize("name", ["contour", "pitch", "rate"])
def test_a_value_that_means_nothing_is_refused_at_once(name: str, text: str) -> None:
    """No pattern tries every way in which it could match."""
    targets.run(targets.marked_up, f'<speak><prosody {name}="{text}">a</prosody></speak>'.encode())


def test_references_take_time_by_their_number() -> None:
    """Sections and references that never end are looked at once."""
    for unit in ("<![CDATA[", "&", "&#", "&a", "&#x1", "<!DOCTYPE a [<!ENTITY a "):
        assert without_declarations(unit * 100_000)


def test_every_text_is_a_text_for_the_api() -> None:
    """Halves of characters, control characters and very long words are text like any other."""
    for text in ("\ud800", "\0", "\x1b[31m", "a" * 300_000, "\u202e“a” " * 1_000, "👩\u200d" * 10_000):
        assert "".join("".join(narrate.sentences(text)).split()) == "".join(text.split())
        narrate.spoken(text)
        narrate.find_quotations(text)
