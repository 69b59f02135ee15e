"""A screen reader that tests can listen to: Orca, with Chromium, on a screen that nobody sees.

Everything runs in a folder and on a session bus of its own (Debian: orca at-spi2-core dbus xvfb chromium
xdotool openbox), without a sound device: what Orca says is read from its log. Keys come from the X server, as
those of a keyboard do, so that Orca takes in browse mode what it takes from a person.

Nothing here waits for a number of seconds to be over. A key has been answered when Orca has logged it and its
log has stopped growing; where the answer is known (a golden transcript), when that has been said, too.
"""

from __future__ import annotations

import json
import os
import queue
import re
import shutil
import signal
import subprocess
import threading
import time
import tty
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

PROGRAMS = ("orca", "Xvfb", "xdotool", "openbox", "dbus-daemon", "gsettings", "chromium")
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SILENT = {"general": {"startingProfile": ["Default", "default"]}, "profiles": {"default": {
    "profile": ["Default", "default"], "sayAllOnLoad": False, "enableKeyEcho": False,
}}, "pronunciations": {}, "keybindings": {}}  # fmt: skip
"""Orca's settings: it reads no page by itself, and does not say the keys that are pressed."""
CHROMIUM = (
    "--test-type", "--no-sandbox", "--disable-gpu", "--force-renderer-accessibility", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--autoplay-policy=no-user-gesture-required", "--window-size=1280,900", "--window-position=0,0",
)  # fmt: skip
_SAID = re.compile(r"SPEECH OUTPUT: '(.*?)' *(?:\{.*)?$")
_LOADED = "Finished loading"
_NOT_OURS = re.compile(
    r"Loading\.|Finished loading|Page has |Skip to the \w+\.?( (visited )?link\.)?$|.*(document web|frame)\.$"
    r"|Reader\.$|blank$|Copied selection|[A-Z][a-z ]+ dialog$"
)
"""What Orca says of loading, of the clipboard and, before its first control, of a dialog.

How much of it is said depends on which of Chromium's events arrives first.
"""
_TRIES = 5
"""Times that a page is opened until Orca is in browse mode."""
_QUIET = float(os.environ.get("NARRATE_QUIET", "1"))
"""Seconds without a line in Orca's log that end an answer; 2 or 3 to write transcripts on a busy machine."""
_LONGEST = 30.0
"""Seconds after which something that is waited for counts as missing."""


def missing() -> list[str]:
    """The programs that are needed and not installed."""
    found = [name for name in PROGRAMS if shutil.which(name) is None]
    if _bus_launcher() is None:
        found.append("at-spi2-core")
    return found


def _bus_launcher() -> str | None:
    return next((path for path in BUS_LAUNCHERS if Path(path).exists()), None)


class Log:
    """The lines that Orca writes, as soon as it has written them.

    Orca's log goes to a terminal: into a file it would be written by blocks, long after what it tells of.
    """

    def __init__(self) -> None:
        """Open the terminal; `path` is what Orca is to write to."""
        self._master, slave = os.openpty()
        tty.setraw(slave)
        self.path = os.ttyname(slave)
        self._lines: queue.Queue[str] = queue.Queue()
        self._slave = slave
        threading.Thread(target=self._read, daemon=True).start()

    def next_line(self, longest: float) -> str | None:
        """The next line; None where Orca has written none for `longest` seconds."""
        try:
            return self._lines.get(timeout=longest)
        except queue.Empty:
            return None

    def forget(self) -> None:
        """Drop what has not been read."""
        with suppress(queue.Empty):
            while True:
                self._lines.get_nowait()

    def _read(self) -> None:
        with os.fdopen(self._master, encoding="utf-8", errors="replace", newline="\n") as lines:
            try:
                for line in lines:
                    self._lines.put(line.rstrip("\n"))
            except OSError:
                return


class ScreenReader:
    """Orca and the page that it reads."""

    def __init__(self, log: Log, context: BrowserContext, environment: dict[str, str]) -> None:
        """Use `starting` instead, which starts all that this needs."""
        self.page: Page = context.pages[0] if context.pages else context.new_page()
        self._blank = self.page.url
        self._log = log
        self._environment = environment

    def open(self, address: str, expected: Sequence[str] | None = None) -> list[str]:
        """Load a page, which has the keyboard then, and return what is said of it.

        Chromium tells of what is chosen in lists while it loads a page, and Orca may take one of them for the
        focus, and go into focus mode; then the page is loaded again.
        """
        lines: list[str] = []
        for _ in range(_TRIES):
            self.page.goto(self._blank)
            self._lines(_LOADED, None)
            self._log.forget()
            self.page.goto(address)
            lines = self._lines(_LOADED, expected)
            if not any("'Focus mode'" in line for line in lines):
                break
        return _spoken(lines)

    def start_anew(self) -> None:
        """Leave the page, and forget what pages have stored."""
        self.page.goto(self._blank)
        self.page.evaluate("localStorage.clear()")

    def press(self, key: str, expected: Sequence[str] | None = None) -> list[str]:
        """Press a key, as xdotool names it ("q", "ctrl+alt+p"), and return what is said then.

        `expected` is what should be said: an answer that is late is waited for, and a wrong one is returned.
        """
        self._log.forget()
        *held, last = key.split("+")
        down = [word for each in held for word in ("keydown", each)]
        up = [word for each in reversed(held) for word in ("keyup", each)]
        self._run("xdotool", *down, "key", last, *up)
        return _spoken(self._lines("KEYBOARD_EVENT:", expected))

    def do(self, expression: str, expected: Sequence[str] | None = None) -> list[str]:
        """Evaluate something in the page, wait for what it promises, and return what is said then."""
        self._log.forget()
        self.page.evaluate(expression)
        return _spoken(self._lines("", expected))

    def _lines(self, sign: str, expected: Sequence[str] | None) -> list[str]:
        """What Orca writes until it is quiet, has written a line with `sign`, and said what is expected."""
        lines: list[str] = []
        latest = time.monotonic() + _LONGEST
        while time.monotonic() < latest:
            line = self._log.next_line(_QUIET)
            if line is not None:
                lines.append(line)
                continue
            complete = expected is None or len(_spoken(lines)) >= len(expected)
            if complete and (not sign or any(sign in line for line in lines)):
                break
        return lines

    def _run(self, *command: str) -> str:
        run = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=True)
        return run.stdout


def _spoken(lines: Sequence[str]) -> list[str]:
    """What is said in lines of the log."""
    found = (_SAID.search(line) for line in lines)
    said = (match[1].strip() for match in found if match)
    return [each for each in said if each and not _NOT_OURS.match(each)]


@contextmanager
def starting(folder: Path) -> Iterator[ScreenReader]:
    """Start the screen, the buses, Orca and Chromium, and end them all."""
    from playwright.sync_api import sync_playwright

    environment = _environment(folder)
    log = Log()
    with ExitStack() as started:
        display = folder / "display"
        with display.open("wb") as file:
            _start(
                started, environment, "Xvfb", "-displayfd", str(file.fileno()), "-screen", "0",
                "1280x900x24", pass_fds=(file.fileno(),),
            )  # fmt: skip
        environment["DISPLAY"] = f":{_until_written(display)}"
        address = folder / "address"
        with address.open("wb") as file:
            _start(
                started, environment, "dbus-daemon", "--session", "--nofork",
                f"--print-address={file.fileno()}", pass_fds=(file.fileno(),),
            )  # fmt: skip
        environment["DBUS_SESSION_BUS_ADDRESS"] = _until_written(address)
        setting = ("set", "org.gnome.desktop.interface", "toolkit-accessibility", "true")
        subprocess.run(("gsettings", *setting), env=environment, capture_output=True, check=False)
        _start(started, environment, _bus_launcher() or "", "--launch-immediately")
        _start(started, environment, "openbox")
        _start(started, {**environment, "PATH": _alone(folder)}, "orca", f"--debug-file={log.path}")
        _until(lambda: "Screen reader on." in (log.next_line(_LONGEST) or ""), "Orca")
        blank = folder / "blank.html"
        blank.write_text("<!doctype html><title>Blank</title>", encoding="utf-8")
        driver = started.enter_context(sync_playwright())
        context = driver.chromium.launch_persistent_context(
            folder / "profile", executable_path=shutil.which("chromium"), headless=False,
            env={**environment}, args=[*CHROMIUM, f"--app={blank.as_uri()}"], no_viewport=True,
            ignore_default_args=["--enable-automation", "--mute-audio", "about:blank"],
            reduced_motion="reduce",
        )  # fmt: skip
        started.callback(context.close)
        yield ScreenReader(log, context, environment)


def _environment(folder: Path) -> dict[str, str]:
    home, runtime = folder / "home", folder / "run"
    settings = home / ".local/share/orca/user-settings.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(SILENT), encoding="utf-8")
    runtime.mkdir(mode=0o700)
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8"}
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return {**kept, **own}


def _alone(folder: Path) -> str:
    """A PATH with which Orca finds no other Orca of this user, which it would refuse to run beside.

    It asks `pgrep`, which does not know that the other one has another screen and another bus.
    """
    finds_nothing = folder / "programs" / "pgrep"
    finds_nothing.parent.mkdir()
    finds_nothing.write_text("#!/bin/sh\nexit 1\n")
    finds_nothing.chmod(0o755)
    return f"{finds_nothing.parent}{os.pathsep}{os.environ['PATH']}"


def _start(
    started: ExitStack, environment: dict[str, str], *command: str, pass_fds: tuple[int, ...] = ()
) -> None:
    """Start a program in a group of its own, which is ended as a whole."""
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, pass_fds=pass_fds, start_new_session=True,
    )  # fmt: skip
    started.callback(_end, process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _until_written(path: Path) -> str:
    _until(lambda: path.read_text().endswith("\n"), path.name)
    return path.read_text().strip()


def _until(happened: Callable[[], bool], name: str) -> None:
    latest = time.monotonic() + _LONGEST
    while not happened():
        if time.monotonic() > latest:
            raise RuntimeError(f"{name} has not started within {_LONGEST:g} seconds")
        time.sleep(0.05)
