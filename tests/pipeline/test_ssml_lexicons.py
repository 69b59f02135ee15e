"""Which words of an SSML document the lexicons that it refers to are for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from narrate.pipeline.api import write_script

SPEAK = '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US">{}</speak>'
PLS = """<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa"
 xml:lang="en"><lexeme><grapheme>Quorl</grapheme><alias>{}</alias></lexeme></lexicon>"""


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("Quorl <lookup ref='o'>Quorl</lookup>", [("Quorl", None), ("Quorl", "one")]),
        (
            "<lookup ref='o'>Quorl <lookup ref='t'>Quorl</lookup></lookup>",
            [("Quorl", "one"), ("Quorl", "two")],
        ),
        ("Quorl", [("Quorl", "one")]),
        ("Quorl <lookup ref='t'>Quorl</lookup>", [("Quorl", "one"), ("Quorl", "two")]),
    ],
)
def test_a_lexicon_is_for_the_text_that_looks_it_up(
    tmp_path: Path, inner: str, said: list[tuple[str, str | None]]
) -> None:
    """The innermost <lookup> counts; a lexicon that none names is for all of the document."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.pls").write_text(PLS.format(name), encoding="utf-8")
    lexicons = "<lexicon uri='one.pls' xml:id='o'/>" + "<lexicon uri='two.pls' xml:id='t'/>" * (
        "'t'" in inner
    )
    source = tmp_path / "a.ssml"
    source.write_text(SPEAK.format(lexicons + inner), encoding="utf-8")
    (utterance,) = write_script(source, engine="tone").utterances
    subs = {mark.start: mark.value for mark in utterance.marks if mark.kind == "sub"}
    places = [match.start() for match in re.finditer("Quorl", utterance.text)]
    assert [("Quorl", subs.get(place)) for place in places] == said
