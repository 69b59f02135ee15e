"""PLS files are read strictly, and a mistake is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from narrate.errors import LexiconError
from narrate.speaking.lexicon import Lexeme, Pronunciation, pls, read_lexemes

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
HEAD = f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="en">'
WHOLE = f"""<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="{NAMESPACE}" xmlns:x="urn:x" alphabet="ipa" xml:lang="en-GB">
  <meta name="author" content="me"/>
  <metadata><x:anything/></metadata>
  <!-- a harbour -->
  <lexeme role="x:noun x:name">
    <grapheme>  Port
       Orvin </grapheme>
    <grapheme>Portorvin</grapheme>
    <phoneme>pɔːt ˈɔːvɪn</phoneme>
    <phoneme prefer="true" alphabet="x-sampa">pO:"tO:vIn</phoneme>
    <example>She sailed from <x:b>Port Orvin</x:b>.</example>
    <x:note>old</x:note>
  </lexeme>
  <lexeme xml:lang="fr"><grapheme>RSB</grapheme><alias>Road Safety Board</alias></lexeme>
</lexicon>
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "mine.pls"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_in_a_lexeme_is_read(tmp_path: Path) -> None:
    """Spellings, both alphabets, aliases, the preferred one, roles, examples and languages."""
    harbour, board = read_lexemes(_file(tmp_path, WHOLE))
    assert harbour.graphemes == ("Port Orvin", "Portorvin")
    assert harbour.pronunciation == Pronunciation("phoneme", "pɔːˈtɔːvɪn", preferred=True)
    assert harbour.pronunciations[0].value == "pɔːt ˈɔːvɪn"
    assert harbour.roles == {"x:noun", "x:name"}
    assert harbour.language == "en-GB"
    assert harbour.examples == ("She sailed from Port Orvin.",)
    assert (board.pronunciation, board.language) == (Pronunciation("sub", "Road Safety Board"), "fr")


def _with(lexeme: str) -> str:
    return f"{HEAD}\n\n{lexeme}\n</lexicon>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_with("<lexeme><grapheme>Orvin</grapheme></lexeme>"), "line 3 (add <phoneme> or <alias>)"),
        (_with("<lexeme><phoneme>a</phoneme></lexeme>"), "no spelling"),
        (_with("<lexeme><grapheme>O</grapheme><phoneme> </phoneme></lexeme>"), "<phoneme> is empty"),
        (_with("<lexeme><grapheme>O</grapheme><phoneme>OR-vin</phoneme></lexeme>"), "'O' is no sign of it"),
        (_with("<lexeme><graphem>O</graphem></lexeme>"), "did you mean grapheme?"),
        (_with('<lexeme rol="x"><grapheme>O</grapheme><alias>o</alias></lexeme>'), "did you mean role?"),
        (
            _with('<lexeme><grapheme>O</grapheme><phoneme alphabet="x-sampa">#</phoneme></lexeme>'),
            "not X-SAMPA",
        ),
        (_with("<lexeme>").replace("</lexicon>", ""), "not well-formed"),
        (_with(""), "holds no word"),
        (HEAD.replace(' xml:lang="en"', "") + "</lexicon>", "no language"),
        (
            HEAD.replace(' alphabet="ipa"', "")
            + "<lexeme><grapheme>O</grapheme><phoneme>o</phoneme></lexeme></lexicon>",
            "no alphabet",
        ),
        ("<lexicon/>", f'<lexicon xmlns="{NAMESPACE}" …>'),
        ('<!DOCTYPE lexicon [<!ENTITY a "b">]>' + _with(""), "document type declaration"),
        ('<!DOCTYPE lexicon SYSTEM "file:///etc/passwd">' + _with(""), "document type declaration"),
        (HEAD + "<lexeme>" * 100_000, "not well-formed"),
        ("", "not well-formed"),
    ],
)
def test_a_mistake_in_a_lexicon_is_named(tmp_path: Path, text: str, said: str) -> None:
    """One line with the file, what is wrong and what to do; nothing hostile is followed."""
    with pytest.raises(LexiconError, match=r"mine\.pls") as caught:
        read_lexemes(_file(tmp_path, text))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_a_lexicon_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Who mistypes a name is told so."""
    with pytest.raises(LexiconError, match=r"no such lexicon: .*mien\.pls"):
        read_lexemes(tmp_path / "mien.pls")


def test_what_is_written_is_valid_pls_and_reads_back(tmp_path: Path) -> None:
    """A text that looks like markup stays text; an independent parser sees PLS 1.0."""
    lexemes = [
        Lexeme(("A & <b>",), (Pronunciation("phoneme", "ˈeɪ"),), "en", examples=("“A & <b>”, she said.",)),
        Lexeme(("RSB", "R.S.B."), (Pronunciation("sub", "Road Safety Board"),), "en"),
    ]
    text = pls(lexemes, "en")
    root = etree.fromstring(text.encode())
    assert (root.tag, root.get("version"), root.get("alphabet")) == (f"{{{NAMESPACE}}}lexicon", "1.0", "ipa")
    assert [child.tag.split("}")[1] for child in root[0]] == ["grapheme", "phoneme", "example"]
    assert read_lexemes(_file(tmp_path, text)) == lexemes


@pytest.mark.parametrize(
    ("entry", "noted"),
    [
        (
            '<lexeme><grapheme positive-lookahead="[ ]+has">Xo</grapheme><alias>no</alias></lexeme>',
            "positive-lookahead",
        ),
        ('<lexeme regex="true"><grapheme>X.</grapheme><alias>no</alias></lexeme>', "regex on <lexeme>"),
        ("<lexeme><grapheme>Xo</grapheme><pos>verb</pos><alias>no</alias></lexeme>", "<pos> in <lexeme>"),
        ('<lexeme><grapheme>Xo</grapheme><phoneme alphabet="x-arpabet">N OW</phoneme></lexeme>', "x-arpabet"),
        ('<lexeme><grapheme>Xo</grapheme><phoneme alphabet="sapi">n ow 1</phoneme></lexeme>', "sapi"),
    ],
)
def test_an_entry_that_asks_for_more_is_skipped_and_noted_with_its_line(
    tmp_path: Path, entry: str, noted: str
) -> None:
    """It is never taken for another meaning, and the rest of the file works."""
    text = (
        f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="en">\n{entry}\n'
        "<lexeme><grapheme>Xo</grapheme><alias>zo</alias></lexeme></lexicon>"
    )
    notes: list[str] = []
    (lexeme,) = read_lexemes(_file(tmp_path, text), notes)
    assert lexeme.pronunciation == Pronunciation("sub", "zo")
    (note,) = notes
    assert "line 2: " in note
    assert noted in note


def test_a_pronunciation_in_another_alphabet_leaves_the_others(tmp_path: Path) -> None:
    """An entry for several systems has one for ours."""
    text = (
        f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="x-arpabet" xml:lang="en"><lexeme>'
        '<grapheme>Xo</grapheme><phoneme>Z OW</phoneme><phoneme alphabet="ipa">zoʊ</phoneme></lexeme>'
        "</lexicon>"
    )
    (lexeme,) = read_lexemes(_file(tmp_path, text))
    assert lexeme.pronunciation == Pronunciation("phoneme", "zoʊ")
