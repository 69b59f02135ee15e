"""Files and standard input."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from narrate.errors import SourceError
from narrate.pipeline.from_article import read
from narrate.reading import document

TEXT = "Bridge closes\n\nThe bridge in Orlow closed on Monday after the river rose.\n"


def test_a_path_and_standard_input_give_the_same_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dash reads standard input."""
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert read("-") == read(path) == read(str(path))


@pytest.mark.parametrize(
    ("name", "problem"), [("missing.txt", "no such file"), (".", "directory"), ("a\0b", "cannot be read")]
)
def test_what_cannot_be_opened_is_named(tmp_path: Path, name: str, problem: str) -> None:
    """The message names the path and says what to do."""
    with pytest.raises(SourceError, match=problem) as caught:
        read(tmp_path / name)
    assert str(tmp_path) in str(caught.value)
    assert caught.value.remedy


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read says so; root may read everything, so the refusal is simulated."""
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match="not allowed to read"):
        read(path)


@pytest.mark.parametrize("from_stdin", [False, True])
def test_more_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_stdin: bool
) -> None:
    """A huge file is refused by its size, and standard input as soon as the limit is passed."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(document.LIMIT + 1)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(bytes(document.LIMIT + 1))))
    with pytest.raises(SourceError, match="larger than 20 MB"):
        read("-" if from_stdin else path)
