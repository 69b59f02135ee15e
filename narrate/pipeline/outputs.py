"""Where results go: files, and the pipe."""

from __future__ import annotations

import os
import re
import sys
import textwrap
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from narrate import formats
from narrate.errors import OutputError
from narrate.model import Article
from narrate.options import Options, StrPath
from narrate.pipeline.settings import writer_options_of

PIPE = Path("-")
"""The output that is standard output."""
LONGEST_SLUG = 60  # characters; file systems allow 255 bytes with the suffix


def checked_outputs(source: StrPath, outputs: StrPath | Sequence[StrPath], options: Options) -> list[Path]:
    """The outputs without repeats. Raises OutputError for one that cannot be, before any work is done."""
    named = [outputs] if isinstance(outputs, str | os.PathLike) else outputs
    paths = list(dict.fromkeys(Path(output) for output in named))
    if (PIPE in paths) != (options.format is not None):
        problem = "--format is for standard output" if options.format else "standard output needs a format"
        raise OutputError(problem, options.format, "-o - --format wav|mp3|opus|flac")
    for path in paths:
        if path == PIPE:
            continue
        refuse_to_overwrite(source, path)
        formats.check(path)
    _refuse_twice(paths, options.assets)
    return paths


def _refuse_twice(paths: Sequence[Path], assets: bool) -> None:
    """Raise OutputError where two outputs are one file, which the last of them would get."""
    pages = [path for path in paths if assets and formats.format_suffix(path) == ".html"]
    files = [*(path for path in paths if path != PIPE), *map(formats.sound_beside, pages)]
    places: set[Path] = set()
    for path in files:
        if path.resolve() in places:
            raise OutputError("two outputs would be one file", path, "choose another name with -o")
        places.add(path.resolve())


def refuse_to_overwrite(source: StrPath, output: StrPath) -> None:
    """Raise OutputError where the output is the input."""
    try:
        is_same = Path(output).samefile(source)
    except (OSError, ValueError):  # one of them is not there, or is no path
        return
    if is_same:
        raise OutputError("the output would overwrite the article", output, "choose another name")


def open_pipe(options: Options, sample_rate: int) -> formats.Writer:
    """A writer that sends a master of `sample_rate` Hz to standard output, in `options.format`.

    Raises OutputError for a format that cannot be streamed, and where standard output is a terminal.
    """
    from narrate.formats.audio.streaming import open_stream

    name = options.format or ""
    return open_stream(sys.stdout.buffer, name, sample_rate, writer_options_of(options, Path(f"-.{name}")))


def default_output(article: Article) -> Path:
    """`output/<slug>.mp3` in the current folder, which is made where it is missing."""
    folder = Path("output")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError("cannot make the folder", folder.resolve(), "name an output with -o") from error
    return folder / f"{slug(article.title)}.mp3"


def slug(title: str) -> str:
    """Turn "Aleppo: Ceasefire collapses" into "aleppo-ceasefire-collapses"; at most 60 characters.

    A title in another script keeps its letters, so that two such articles do not have one name.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    if not any(map(str.isalpha, "".join(words))):
        words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in title.lower()).split()
    shortened = textwrap.shorten(" ".join(words), LONGEST_SLUG, placeholder="")
    return shortened.replace(" ", "-") or "-".join(words)[:LONGEST_SLUG] or "article"
