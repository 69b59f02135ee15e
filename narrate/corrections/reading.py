"""`article.corrections.toml` → Corrections, strictly: whatever means nothing is an error with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from narrate.errors import CorrectionError
from narrate.known_people import read_people
from narrate.model import (
    Anchor,
    BlockCorrection,
    BlockKind,
    Corrections,
    QuotationCorrection,
    QuotationKind,
    WordCorrection,
)
from narrate.phonetics import stranger
from narrate.toml_files import Key, TomlFile, load_toml, nearest, shown

NOBODY = "nobody"
"""The speaker of what nobody says."""
_ANCHOR = ("exact", "prefix", "suffix")
_KEYS = {
    "block": (*_ANCHOR, "kind", "spoken", "cut"),
    "quotation": (*_ANCHOR, "speaker", "kind"),
    "word": (*_ANCHOR, "say", "ipa"),
    "omit": _ANCHOR,
}
"""The arrays of tables of a file, and what each table may have."""
_TOP = (*_KEYS, "people", "checked")
_BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
_QUOTATION_KINDS: tuple[QuotationKind, ...] = get_args(QuotationKind)


def load_corrections(path: Path) -> Corrections:
    """Read a file of corrections. Raises CorrectionError for a mistake in it."""
    file = load_toml(path, "the corrections", CorrectionError)
    file.check_keys(file.data, _TOP)
    reader = _Reader(file)
    return Corrections(
        file=str(path),
        blocks=tuple(reader.blocks()),
        quotations=tuple(reader.quotations()),
        words=(*reader.words(), *reader.omissions()),
        people=read_people(file),
        checked=reader.flag(file.data, "checked", ()) or False,
    )


class _Reader:
    """Checks the tables of a file, and names the line where they are wrong."""

    def __init__(self, file: TomlFile) -> None:
        self._file = file

    def blocks(self) -> Iterator[BlockCorrection]:
        for table, key in self._tables("block"):
            kind = self._choice(table, "kind", key, _BLOCK_KINDS)
            spoken = self.flag(table, "spoken", key)
            if kind is None and spoken is None:
                remedy = 'add kind = "heading", or spoken = false'
                raise self._file.error(key, "the block is given nothing to be", remedy)
            cut = self.flag(table, "cut", key) or False
            yield BlockCorrection(self._anchor(table, key), self._file.place(key), kind, spoken, cut)

    def quotations(self) -> Iterator[QuotationCorrection]:
        for table, key in self._tables("quotation"):
            speaker = " ".join((self._text(table, "speaker", key) or "").split())
            if not speaker:
                remedy = f'add speaker = "Ada Moreau", or speaker = "{NOBODY}"'
                raise self._file.error(key, "the quotation has no speaker", remedy)
            kind = self._choice(table, "kind", key, _QUOTATION_KINDS)
            who = None if speaker == NOBODY else speaker
            yield QuotationCorrection(self._anchor(table, key), self._file.place(key), who, kind)

    def words(self) -> Iterator[WordCorrection]:
        for table, key in self._tables("word"):
            say = self._text(table, "say", key)
            ipa = self._text(table, "ipa", key)
            if bool(say) == bool(ipa):
                remedy = 'write either say = "…" or ipa = "…"; [[omit]] leaves words out'
                raise self._file.error(key, "it is not told how the word is said", remedy)
            self._check_sounds(ipa or "", key)
            yield WordCorrection(self._anchor(table, key), self._file.place(key), say, ipa)

    def _check_sounds(self, ipa: str, key: Key) -> None:
        sign = stranger(ipa)
        if sign is not None:
            problem = f"{shown(ipa)} is not IPA"
            raise self._file.error((*key, "ipa"), problem, f"{sign!r} is no sign of it")

    def omissions(self) -> Iterator[WordCorrection]:
        for table, key in self._tables("omit"):
            yield WordCorrection(self._anchor(table, key), self._file.place(key), say="")

    def flag(self, table: Mapping[str, Any], name: str, key: Key) -> bool | None:
        """True or false; None where it is not said."""
        value = table.get(name)
        if value is None or isinstance(value, bool):
            return value
        raise self._file.error((*key, name), f"`{name}` cannot be {shown(value)}", "write true or false")

    def _tables(self, name: str) -> Iterator[tuple[Mapping[str, Any], Key]]:
        """Each table of an array, with its place."""
        tables = self._file.data.get(name, [])
        if not isinstance(tables, list) or not all(isinstance(table, Mapping) for table in tables):
            raise self._file.error((name,), f"`{name}` is no list of tables", f"write [[{name}]]")
        for index, table in enumerate(tables):
            key: Key = (name, index)
            self._file.check_keys(table, _KEYS[name], key)
            yield table, key

    def _anchor(self, table: Mapping[str, Any], key: Key) -> Anchor:
        exact, prefix, suffix = (self._text(table, name, key) or "" for name in _ANCHOR)
        if not exact.strip():
            remedy = 'add exact = "…", copied from the article'
            raise self._file.error(key, "the words that it is about are missing", remedy)
        return Anchor(exact, prefix, suffix)

    def _text(self, table: Mapping[str, Any], name: str, key: Key) -> str | None:
        value = table.get(name)
        if value is None or isinstance(value, str):
            return value
        raise self._file.error(
            (*key, name), f"`{name}` cannot be {shown(value)}", "write it in quotation marks"
        )

    def _choice(self, table: Mapping[str, Any], name: str, key: Key, choices: Sequence[Any]) -> Any:
        value = table.get(name)
        if value is None or value in choices:
            return value
        hint = nearest(str(value), choices)
        raise self._file.error((*key, name), f"`{name}` cannot be {shown(value)}", hint)
