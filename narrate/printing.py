"""What is printed for people: control characters of any origin are shown, and obeyed by no terminal.

A title, a file name or a server's status line can hold sequences that move the cursor, set the window's
title or type into the shell, and marks that turn the order of letters around. `guard_streams` puts a guard
on standard output and standard error, through which all goes that the command prints: its own lines, click's
help, warnings and tracebacks. What programs read (`print_product`) passes it unchanged if no terminal is
behind it.
"""

from __future__ import annotations

import codecs
import re
import sys
from io import TextIOWrapper
from typing import TextIO

from narrate.network.addresses import shown_in

_OBEYED = re.compile(
    "["
    "\x00-\x08\x0b-\x1f"  # C0 but for tab and line feed; a carriage return overwrites its line
    "\x7f-\x9f"  # delete, and C1: in UTF-8, too, many terminals take U+009B for ESC [
    "\u2028\u2029"  # separators of lines and paragraphs, which would begin another line
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of the bidirectional algorithm (UAX 9)
    "\ud800-\udfff"  # bytes of file names that are not UTF-8
    "]"
)
"""The marks U+200E, U+200F and U+061C stay: they turn nothing around that stands beside them."""


def harmless(text: str) -> str:
    """The text with everything that a terminal would obey as an escape that it shows: "\\x1b", "\\u202e"."""
    return _OBEYED.sub(_escape, text)


def as_line(text: str) -> str:
    """The same on one line: a value with a line feed in it cannot pass for a line of the program's own."""
    return harmless(text).replace("\n", "\\n")


def escaped_json(text: str) -> str:
    """JSON with the same characters escaped inside its strings: it means the same, and can be looked at."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _escape(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


class GuardedStream(TextIOWrapper):
    """A text stream for people: what is written to it is made harmless."""

    hides_secrets = False
    """Whether addresses in it lose their user info and query, as they should in all but an article's text."""
    unguarded: TextIO
    """The stream that it stands in front of, for a progress bar's own control sequences."""

    def write(self, text: str) -> int:
        """Write the text as `harmless` shows it. Returns the number of characters given."""
        told = shown_in(text) if self.hides_secrets else text
        super().write(harmless(told))
        return len(text)

    def write_unchanged(self, text: str) -> None:
        """Write the text as it is, for programs."""
        super().write(text)


def guard_streams() -> None:
    """Put a guard on the standard streams of this process. Calling it again does nothing."""
    sys.stdout = _guarded(sys.stdout)
    sys.stderr = _guarded(sys.stderr)
    if isinstance(sys.stderr, GuardedStream):
        sys.stderr.hides_secrets = True


def _guarded(stream: TextIO) -> TextIO:
    """The stream behind a guard; a stream that was replaced (or closed: None) stays as it is."""
    if not isinstance(stream, TextIOWrapper) or isinstance(stream, GuardedStream):
        return stream
    stream.flush()
    # Where the system says ASCII, click would bring a stream of its own, past the guard.
    is_ascii = codecs.lookup(stream.encoding).name == "ascii"
    guarded = GuardedStream(
        stream.buffer,
        encoding="utf-8" if is_ascii else stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
    guarded.unguarded = stream
    return guarded


def print_line(text: object, *, error: bool = False) -> None:
    """Print one line on standard output, or on standard error; nowhere if that is closed."""
    print_text(as_line(str(text)) + "\n", error=error)


def print_text(text: str, *, error: bool = False) -> None:
    """Print text for people, which ends its last line itself."""
    stream = sys.stderr if error else sys.stdout
    if stream is not None:
        stream.write(harmless(text))
        stream.flush()


def print_product(text: str) -> None:
    """Print what other programs read: unchanged, unless standard output is a terminal."""
    stream = sys.stdout
    if isinstance(stream, GuardedStream) and not stream.isatty():
        stream.write_unchanged(text)
        stream.flush()
    else:
        print_text(text)
