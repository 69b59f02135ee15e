"""Where results go: files, and the pipe."""

from __future__ import annotations

import os
import re
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from narrate import formats
from narrate.errors import OutputError
from narrate.file_names import allowed, shortened
from narrate.model import Article
from narrate.options import Options, StreamFormat, StrPath
from narrate.pipeline.settings import writer_options_of
from narrate.storage import place_of

PIPE = Path("-")
"""The output that is standard output."""
LONGEST_SLUG = 60
"""Characters. `file_names` limits the bytes, too."""
IN_WORDS = ("L", "M", "N")
"""Unicode's categories of letters, marks and numbers."""


def checked_outputs(source: StrPath, outputs: StrPath | Sequence[StrPath], options: Options) -> list[Path]:
    """The outputs, each once. Raises OutputError for one that is impossible, before any work is done."""
    paths = list(dict.fromkeys(listed(outputs)))
    _check_pipe(PIPE in paths, options.format)
    files = [path for path in paths if path != PIPE]
    for path in files:
        refuse_to_overwrite(source, path)
        formats.check(path)
    _refuse_twice(files, options.assets)
    return paths


def listed(outputs: StrPath | Sequence[StrPath]) -> list[Path]:
    """One output or several, as a list."""
    if isinstance(outputs, str | os.PathLike):
        return [Path(outputs)]
    return [Path(output) for output in outputs]


def _check_pipe(is_asked_for: bool, format_: str | None) -> None:
    """Raise OutputError unless standard output and a format for it are asked for together, or neither is."""
    remedy = f"-o - --format {'|'.join(get_args(StreamFormat))}"
    if format_ and not is_asked_for:
        raise OutputError("--format is for standard output", format_, remedy)
    if is_asked_for and not format_:
        raise OutputError("standard output needs a format", None, remedy)


def _refuse_twice(files: Sequence[Path], assets: bool) -> None:
    """Raise OutputError if two outputs are one file, of which only the last would remain."""
    places: set[Path] = set()
    for path in (*files, *_sounds_beside(files, assets)):
        place = place_of(path).path
        if place in places:
            raise OutputError("two outputs would be one file", path, "choose another name with -o")
        places.add(place)


def _sounds_beside(files: Sequence[Path], assets: bool) -> Iterator[Path]:
    """The files that pages get beside them with `assets`."""
    for path in files:
        if assets and formats.format_suffix(path) == ".html":
            yield formats.sound_beside(path)


def refuse_to_overwrite(source: StrPath, output: StrPath | None) -> None:
    """Raise OutputError if the output is the input; None is standard output."""
    if output is not None and _is_same(output, source):
        raise OutputError("the output would overwrite the article", output, "choose another name")


def refuse_to_replace(output: StrPath | None) -> None:
    """Raise OutputError if a file is there already that somebody may have edited."""
    if output is not None and Path(output).exists():
        raise OutputError("the file is there already, and may hold your corrections", output, "name another")


def _is_same(output: StrPath, source: StrPath) -> bool:
    try:
        return Path(output).samefile(source)
    except (OSError, ValueError):  # one of them does not exist, or is not a path
        return False


def open_pipe(options: Options, sample_rate: int) -> formats.Writer:
    """A writer that sends a master of `sample_rate` Hz to standard output, in `options.format`.

    Raises OutputError for a format that cannot be streamed, and if standard output is a terminal.
    """
    from narrate.formats.audio.streaming import open_stream

    name = options.format or ""
    if sys.stdout is None:
        raise OutputError("standard output is closed", PIPE, "name a file with -o")
    return open_stream(sys.stdout.buffer, name, sample_rate, writer_options_of(options, Path(f"-.{name}")))


def default_output(article: Article) -> Path:
    """`output/<slug>.mp3` in the current folder; the folder is made if it is missing. Raises OutputError."""
    folder = Path("output")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError("cannot make the folder", folder.resolve(), "name an output with -o") from error
    return folder / f"{slug(article.title)}.mp3"


def slug(title: str) -> str:
    """Turn "Aleppo: Ceasefire collapses" into "aleppo-ceasefire-collapses"; at most 60 characters.

    A title in another script keeps its letters, so that two such articles do not have one name. The name is
    one that every common file system takes.
    """
    words = _ascii_words(title)
    if not re.search("[a-z]", "".join(words)):
        words = _words(title)
    whole = textwrap.shorten(" ".join(words), LONGEST_SLUG, placeholder="").replace(" ", "-")
    if not whole:
        # The first word alone is too long.
        whole = "-".join(words)[:LONGEST_SLUG]
    return allowed(shortened(whole)) or "article"


def _ascii_words(title: str) -> list[str]:
    """The words in lower case, without accents and apostrophes; other scripts are dropped."""
    decomposed = unicodedata.normalize("NFKD", title)
    plain = decomposed.encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain.replace("'", ""))


def _words(title: str) -> list[str]:
    """The words in lower case, in any script."""
    kept = [each if unicodedata.category(each)[0] in IN_WORDS else " " for each in title.lower()]
    return "".join(kept).split()
