"""What is public: the names, how they are called, and the examples that their help shows."""

from __future__ import annotations

import doctest
import inspect
import pydoc
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import fields
from pathlib import Path
from typing import get_args, get_type_hints

import click
import pytest

import narrate
from narrate import playback
from narrate.cli.ssml import ssml_command
from narrate.formats.audio.streaming import STREAMS
from narrate.options import OptionFields, Options, StreamFormat, described
from narrate.ssml.dialects import DIALECTS

ARTICLE = "Ferry late\n\n“We waited for hours,” said Ada Moreau.\n\nShare this\n"
TYPES = {
    "Article", "Block", "Cast", "NarrateError", "Narration", "Options", "Production", "Quotation", "Script",
    "Speaker", "Utterance", "Voice",
}  # fmt: skip
FUNCTIONS = {
    "audition": ("folder", "cast", "engine"),
    "direct": ("article", "cast", "options"),
    "find_quotations": ("text", "paragraphs"),
    "load_cast": ("name",),
    "load_options": ("source", "config", "**fields"),
    "narrate": ("source", "outputs", "options", "*progress", "**fields"),
    "play": ("source", "options", "*progress", "**fields"),
    "read": ("source", "*private_addresses"),
    "sentences": ("text",),
    "spoken": ("text",),
    "write_script": ("source", "options", "**fields"),
}
"""With their parameters: * before one that can only be named, ** before any number of them."""
MARKS: dict[object, str] = {inspect.Parameter.KEYWORD_ONLY: "*", inspect.Parameter.VAR_KEYWORD: "**"}
OPTIONS = {
    "assets", "bitrate", "brief", "cache_size", "captions", "cast", "check", "chimes", "corrections", "cover",
    "disclose", "engine", "everything", "format", "jobs", "labels", "language", "lexicons", "loudness",
    "model", "pauses", "people", "pitch", "preset", "private_addresses", "quotes", "rate", "sample_rate",
    "strict", "threshold", "words",
}  # fmt: skip


class _Silence:
    """A loudspeaker that takes everything at once."""

    def __init__(self, sample_rate: int) -> None:
        self.sample_rate = sample_rate

    def write(self, samples: object) -> None:
        """Nobody hears it."""

    def finish(self, narration: object) -> None:
        """There is nothing left to play."""

    def abort(self) -> None:
        """There is nothing to stop."""

    close = abort


def test_the_public_names_are_these() -> None:
    """Whoever removes or renames one breaks other people's programs; one that is added has to be kept."""
    assert set(narrate.__all__) == {*TYPES, *FUNCTIONS, "__version__"}


@pytest.mark.parametrize(("name", "parameters"), FUNCTIONS.items())
def test_functions_are_called_like_this(name: str, parameters: tuple[str, ...]) -> None:
    """A parameter that is renamed, or one more that has to be given, breaks other people's programs, too."""
    signature = inspect.signature(getattr(narrate, name))
    assert parameters == tuple(MARKS.get(each.kind, "") + each.name for each in signature.parameters.values())
    assert signature.return_annotation is not inspect.Signature.empty
    required = [each for each in signature.parameters.values() if each.default is each.empty]
    assert len([each for each in required if each.kind is not each.VAR_KEYWORD]) <= 2


def test_options_are_these() -> None:
    """All of them have a default, so that `Options()` is what holds where nothing is said."""
    assert {field.name for field in fields(Options)} == OPTIONS
    assert Options().rate == 1


def test_keywords_are_typed_as_the_fields_are() -> None:
    """A type checker knows every option as a keyword, too, by the same type."""
    assert get_type_hints(OptionFields) == get_type_hints(Options)


@pytest.fixture
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder with the article that the examples take, and no loudspeaker."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setattr(playback, "Player", _Silence)
    with chdir(tmp_path):
        yield


@pytest.mark.usefixtures("_place")
@pytest.mark.parametrize("name", sorted({*TYPES, *FUNCTIONS}))
def test_examples_do_what_they_show(name: str) -> None:
    """Every public name has an example in its help, and a reader who types it in gets that result."""
    example = doctest.DocTestFinder(recurse=False).find(getattr(narrate, name), name, globs={})[0]
    assert example.examples
    runner = doctest.DocTestRunner(verbose=False)
    said: list[str] = []
    assert runner.run(example, out=said.append).failed == 0, "".join(said)


def test_help_shows_the_public_names() -> None:
    """They are there for `help(narrate)` and for completion, although they are imported late."""
    text = pydoc.plain(pydoc.render_doc(narrate))
    assert all(name in dir(narrate) for name in narrate.__all__)
    assert all(f"\n    {name}(" in text for name in FUNCTIONS)
    assert all(f"\n    class {name}(" in text for name in TYPES)
    assert "Read an article: a path, a web address" in text


def test_importing_the_package_imports_nothing_else() -> None:
    """Neither numpy nor any stage is loaded by `import narrate` or by looking at its names."""
    code = "import sys, narrate; dir(narrate); print(*(name for name in sys.modules if 'narrate' in name))"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert sorted(name for name in loaded if name.startswith("narrate")) == ["narrate", "narrate.version"]


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    """As from any other module."""
    with pytest.raises(AttributeError, match="narrat"):
        getattr(narrate, "narrat")  # noqa: B009


def test_help_explains_every_option() -> None:
    """`help(narrate.Options)` says what each field is for, and what it takes."""
    text = pydoc.plain(pydoc.render_doc(Options))
    for option in described(Options):
        assert f"* ``{option.field}``: {option.about.help}" in text
    assert "(0.5 to 3)" in text


def test_formats_that_can_be_streamed_are_those_that_can_be_asked_for() -> None:
    """And dialects of SSML, likewise: the command knows them without loading what makes them."""
    assert set(get_args(StreamFormat)) == set(STREAMS)
    (dialect,) = [each for each in ssml_command.params if each.name == "dialect"]
    assert isinstance(dialect.type, click.Choice)
    assert set(dialect.type.choices) == {"w3c", *DIALECTS}
