"""How far an installation is, and why it failed: what scripts/setup.py tells of pip's work."""

import re
import threading
import time
from typing import List, Optional, Set, TextIO

PATIENCE = 4.0  # seconds without news after which a line says that work goes on
WIDTH = 79  # characters of a line in a terminal
# What pip's lines look like; only those that tell how far it is.
COLLECTING = re.compile(r"\s*Collecting (?P<name>[\w.-]+)")
DOWNLOADING = re.compile(
    r"\s*(?:Downloading|Using cached) (?P<name>[A-Za-z0-9_.]+)-\S+\.whl \((?P<size>[^)]+)\)"
)
BUILDING = re.compile(r"\s*Building (?:editable|wheel)s? for (?P<name>[\w.-]+)")
RETRYING = re.compile(r"WARNING: Retrying|\s*WARNING: Connection timed out")
UNPACKING = re.compile(r"Installing collected packages: (?P<names>.*)")
# What a failure looks like in pip's output, and what to do about it. The first that is found counts.
REMEDIES = (
    (
        r"No space left on device|not enough space on the disk",
        "the disk is full; make room and run this again",
    ),
    (
        r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError"
        r"|Network is unreachable|Failed to establish a new connection|getaddrinfo failed",
        "the package index cannot be reached; check the network or the proxy and run this again",
    ),
    (
        r"SSLError|CERTIFICATE_VERIFY_FAILED",
        "the package index's certificate is not trusted; behind a proxy that inspects traffic,"
        " set PIP_CERT to the file of its certificate",
    ),
    (
        r"Permission denied|Access is denied|Read-only file system",
        "a file cannot be written; check who owns this folder",
    ),
    (
        r"[Ff]ailed(?: to build|.building wheel)|No matching distribution found",
        "a package has no release for this Python and system; try Python 3.11, 3.12 or 3.13",
    ),
)


class Progress:
    """Tells how far the work is: a line per step, and a sign of life where a step takes long."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._told = time.monotonic()
        self._text = ""
        self._is_line_open = False
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep_telling, daemon=True)
        self._thread.start()

    def step(self, text: str, doing: str = "") -> None:
        """Begin a step: its line is printed at once. `doing` is what it is busy with until there is news."""
        with self._lock:
            self._end_line()
            self._print(text + "\n")
            self._text = doing

    def news(self, text: str) -> None:
        """What the step is busy with; printed when nothing has been for a while."""
        with self._lock:
            self._text = text
            if time.monotonic() - self._told >= PATIENCE:
                self._print_news()

    def close(self) -> None:
        """End the thread that gives signs of life, and the line that it may have begun."""
        self._over.set()
        self._thread.join()
        self._end_line()

    def _keep_telling(self) -> None:
        while not self._over.wait(PATIENCE / 4):
            with self._lock:
                if self._text and time.monotonic() - self._told >= PATIENCE:
                    self._print_news()

    def _print_news(self) -> None:
        seconds = round(time.monotonic() - self._began)
        line = f"  {seconds:>4} s  {self._text}"
        if not self._stream.isatty():
            self._print(line + "\n")
            return
        # In a terminal each sign of life replaces the one before.
        self._print("\r" + line[:WIDTH].ljust(WIDTH))
        self._is_line_open = True

    def _end_line(self) -> None:
        if self._is_line_open:
            self._print("\n")
            self._is_line_open = False

    def _print(self, text: str) -> None:
        self._told = time.monotonic()
        self._stream.write(text)
        self._stream.flush()


class PipWatcher:
    """Reads what pip prints and turns it into a few words on how far it is."""

    def __init__(self) -> None:
        self._seen: Set[str] = set()
        self.lines: List[str] = []

    def words_on(self, line: str) -> Optional[str]:
        """A few words on what pip does now, or None if the line says nothing of it."""
        self.lines.append(line)
        for pattern, words in (
            (DOWNLOADING, "downloading {name} ({size})"),
            (BUILDING, "building {name}"),
            (COLLECTING, "choosing versions, {number} packages so far: {name}"),
        ):
            match = pattern.match(line)
            if match:
                self._seen.add(match["name"])
                return words.format(number=len(self._seen), **match.groupdict())
        if RETRYING.match(line):
            return "no answer from the package index; pip tries again"
        match = UNPACKING.match(line)
        if match:
            number = len(match["names"].split(","))
            return f"unpacking {number} package{'s' if number > 1 else ''}"
        return None

    def failure(self) -> str:
        """Why pip failed, in one line with what to do about it."""
        text = "\n".join(self.lines)
        for pattern, remedy in REMEDIES:
            if re.search(pattern, text):
                return remedy
        errors = [line for line in self.lines if line.startswith("ERROR")]
        return errors[-1] if errors else "pip failed and did not say why"
