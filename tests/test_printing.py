"""What the command prints harms no terminal, whatever the values in it are and wherever they come from."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from narrate.printing import as_line, escaped_json, harmless
from tests.hostile import HOSTILE, IN_NAME, IN_XML, TITLE, Hostile, environment, hostile_folder

ROOT = str(Path(__file__).parents[1])
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
TONE = ("--engine", "tone", "--no-cache")
COMMANDS: dict[str, tuple[str, ...]] = {
    "narrate": ("{a.txt}", *TONE, "-o", "{out.mp3}", "--report", "--progress", "lines"),
    "narrate a page": ("{a.html}", *TONE, "-o", "{out.vtt}", "--progress", "none"),
    "narrate a book": ("{a.epub}", *TONE, "-o", "{out.vtt}", "--progress", "none"),
    "narrate Markdown": ("{a.md}", *TONE, "-o", "{out.vtt}", "--progress", "none"),
    "narrate SSML": ("{a.ssml}", *TONE, "-o", "{out.vtt}", "--progress", "none"),
    "narrate into a hostile name": ("{a.txt}", *TONE, "-o", f"{{{IN_NAME}.vtt}}", "--progress", "none"),
    "narrate with a hostile cast": ("{a.txt}", "--cast", "{cast.toml}", "--no-cache", "-o", "{out.vtt}"),
    "narrate into a show": ("{a.txt}", *TONE, "--feed", "{show}", "--progress", "none"),
    "script": ("script", "{a.txt}"),
    "script, hostile file name": ("script", f"{{{IN_NAME}.txt}}", "--lexicon", "{a.pls}"),
    "script as JSON": ("script", "{a.txt}", "--format", "json"),
    "script of a page": ("script", "{a.html}"),
    "script of a book": ("script", "{a.epub}"),
    "ledger": ("ledger", "{a.txt}", "--full"),
    "names": ("names", "{a.txt}"),
    "names as a lexicon": ("names", "{a.txt}", "--pls", "-"),
    "ssml": ("ssml", "{a.html}"),
    "ssml for Polly": ("ssml", "{a.ssml}", "--dialect", "polly"),
    "voices": ("voices", "--cast", "{cast.toml}"),
    "voices, heard": ("voices", "--cast", "{cast.toml}", "--audition", f"{{{IN_NAME}}}"),
    "config": ("config", "--config", "{defaults/narrate.toml}"),
    "config as JSON": ("config", "--config", "{defaults/narrate.toml}", "--format", "json"),
    "cache": ("cache", "info"),
    "corrections": ("corrections", "collect", "{corrected}"),
    "script as corrections": ("script", "{a.txt}", "--format", "corrections"),
    "script, hostile corrections": ("script", "{a.txt}", "--corrections", "{bad.toml}"),
    "script, hostile people": ("script", "{a.txt}", "--people", "{bad.toml}"),
    "feed init": ("feed", "init", f"{{{IN_NAME}-show}}", "--title", HOSTILE),
    "feed build": ("feed", "build", "{show}"),
    "feed check": ("feed", "check", "{show}"),
    "feed check, broken": ("feed", "check", "{broken}"),
    "feed remove": ("feed", "remove", "{show}", HOSTILE),
    "feed add": ("feed", "add", "{show}", f"{{{IN_NAME}.mp3}}"),
    "no such file": (f"{{{IN_NAME}}}",),
    "no such command": (HOSTILE,),
    "no such option": ("{a.txt}", f"--{HOSTILE}"),
    "no such subcommand": ("feed", HOSTILE),
    "no such choice": ("script", "{a.txt}", "--format", HOSTILE),
    "no such value": ("script", "{a.txt}", "--rate", HOSTILE),
    "no such cast": ("script", "{a.txt}", "--cast", HOSTILE),
    "no such engine": ("{a.txt}", "--engine", HOSTILE),
    "no such language": ("{a.txt}", "--language", HOSTILE),
    "no such format": ("{a.txt}", "-o", f"{{out.{IN_NAME}}}"),
    "no such address": (f"https://{HOSTILE}/",),
    "broken book": ("{bad.epub}",),
    "broken SSML": ("{bad.ssml}",),
    "broken cast": ("script", "{a.txt}", "--cast", "{bad.toml}"),
    "broken defaults": ("script", "{a.txt}", "--config", "{bad.toml}"),
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return hostile_folder(tmp_path_factory.mktemp("hostile"))


def _arguments(hostile: Hostile, given: tuple[str, ...]) -> list[str]:
    """What stands in braces is a file of the folder."""
    return [re.sub(r"^\{(.*)\}$", lambda found: hostile.at(found[1]), each, flags=re.S) for each in given]


def _on_terminal(arguments: list[str], folder: Path, **variables: str) -> str:
    """What a terminal gets from the command; its own carriage returns before line feeds are taken out."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "narrate", *arguments]
    environ = environment(folder, PYTHONPATH=ROOT, **{"TERM": "dumb", **variables})
    with subprocess.Popen(command, stdout=follower, stderr=follower, env=environ, cwd=folder) as process:
        os.close(follower)
        shown = b"".join(_read(leader))
        process.wait()
    os.close(leader)
    return shown.decode().replace("\r\n", "\n")


def _read(leader: int) -> Iterator[bytes]:
    while True:
        try:
            data = os.read(leader, 65_536)
        except OSError:  # Linux says so when nobody writes any more
            return
        if not data:
            return
        yield data


@pytest.mark.slow
@pytest.mark.parametrize("case", COMMANDS)
def test_no_command_sends_a_control_character_to_the_terminal(case: str, hostile: Hostile) -> None:
    """Whatever it is given: titles, names, casts, metadata, file names, arguments, mistakes."""
    shown = _on_terminal(_arguments(hostile, COMMANDS[case]), hostile.folder)
    assert shown
    assert HARMFUL.findall(shown) == []


@pytest.mark.slow
def test_values_are_shown_and_not_dropped(hostile: Hostile) -> None:
    """A reader sees that the title has an escape character in it."""
    shown = _on_terminal(["script", hostile.at("a.txt")], hostile.folder)
    assert r"Mill\x1b]0;PWNED\x07\x1b[31m\x9b2J\u202eelim" in shown


@pytest.mark.slow
def test_the_bar_sends_its_own_sequences_and_no_others(hostile: Hostile) -> None:
    """It has to redraw itself; what is printed around it stays harmless."""
    arguments = [hostile.at("a.txt"), *TONE, "-o", hostile.at("bar.vtt"), "--progress", "bar"]
    shown = _on_terminal(arguments, hostile.folder, TERM="xterm")
    assert "Narrating" in shown
    assert "\x1b[" in shown
    assert TITLE not in shown
    assert "\x9b" not in shown
    assert "\u202e" not in shown


@pytest.mark.slow
def test_a_traceback_is_harmless(hostile: Hostile) -> None:
    """NARRATE_DEBUG shows where an error was raised, with the value that it is about."""
    code = (
        "import sys, narrate.cli as cli; sys.argv = ['narrate', 'x']\n"
        "def fails(**_): raise RuntimeError(sys.stdin.read() + ' https://a:hidden-word@b.example/?hidden-word')\n"
        "cli.cli.main = fails; cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=HOSTILE, capture_output=True, encoding="utf-8", check=False,
        env=environment(hostile.folder, NARRATE_DEBUG="1", PYTHONPATH=ROOT),
    )  # fmt: skip
    assert r"RuntimeError: Mill\x1b]0;PWNED" in done.stderr
    assert "https://b.example/?…" in done.stderr
    assert "hidden-word@" not in done.stderr.split("RuntimeError: ")[1]
    assert HARMFUL.findall(done.stderr) == []


SECRET = "https://ada:hidden-word@orlow.invalid/a?token=hidden-word#hidden-word"
MISTAKES = (
    (SECRET,), (SECRET, SECRET), ("scirpt", SECRET), (SECRET.removeprefix("https://ada:hidden-word@"),),
    ("{a.txt}", "--cover", SECRET), ("{a.txt}", "--cast", SECRET), ("{a.txt}", "--lexicon", SECRET),
    ("{a.txt}", "--config", SECRET), ("{a.txt}", "-o", f"{SECRET}.mp3"), ("{a.txt}", "--engine", SECRET),
    ("script", "{a.txt}", "-o", SECRET), ("feed", "check", SECRET), ("feed", "add", SECRET, SECRET),
    ("feed", "init", "{new}", "--address", SECRET, "--category", SECRET), ("voices", "--cast", SECRET),
    ("{a.txt}", f"--{SECRET}"), ("{a.txt}", "--preset", SECRET), (SECRET.replace("https", "ftp"),),
    ("script", "{secret.ssml}"),
)  # fmt: skip
"""Command lines with an address in the wrong place, or with one that cannot be read."""


@pytest.mark.slow
@pytest.mark.parametrize("mistake", MISTAKES, ids=range(len(MISTAKES)))
def test_no_mistake_is_told_with_a_secret(mistake: tuple[str, ...], hostile: Hostile) -> None:
    """User info, query and fragment of an address are in no message, whoever writes it."""
    ssml = (
        f'<speak version="1.1"><audio src="{SECRET}">Fog.</audio><lexicon uri="{SECRET}" xml:id="a"/></speak>'
    )
    (hostile.folder / "secret.ssml").write_text(ssml, encoding="utf-8")
    done = _piped(_arguments(hostile, mistake), hostile.folder)
    assert b"hidden-word" not in done.stderr
    assert done.stderr


def _piped(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "narrate", *arguments]
    environ = environment(folder, PYTHONPATH=ROOT)
    return subprocess.run(command, capture_output=True, env=environ, cwd=folder, check=False)


@pytest.mark.slow
def test_programs_get_the_values_as_they_are(hostile: Hostile) -> None:
    """JSON escapes them and means the same; SSML through a pipe has the bytes of the file."""
    read = json.loads(_piped(["script", hostile.at("a.md"), "--format", "json"], hostile.folder).stdout)
    assert "\x1b]0;PWNED" in read["title"]
    assert "\u202e" in read["title"]
    output = hostile.folder / "a-copy.ssml"
    assert _piped(["ssml", hostile.at("a.html"), "-o", str(output)], hostile.folder).returncode == 0
    piped = _piped(["ssml", hostile.at("a.html")], hostile.folder).stdout
    assert piped == output.read_bytes()
    assert "\u202e".encode() in piped


@pytest.mark.slow
def test_text_for_people_is_harmless_in_a_pipe_and_in_a_file_too(hostile: Hostile) -> None:
    """It is looked at later: by a pager, by `cat`, in the log of a service."""
    output = hostile.folder / "script.txt"
    for arguments in (["script", hostile.at("a.txt")], ["ledger", hostile.at("a.txt")], ["no\x1b[31msuch"]):
        done = _piped(arguments, hostile.folder)
        assert HARMFUL.findall((done.stdout + done.stderr).decode()) == []
    _piped(["script", hostile.at("a.txt"), "-o", str(output)], hostile.folder)
    assert HARMFUL.findall(output.read_text(encoding="utf-8")) == []


class _HostileServer(BaseHTTPRequestHandler):
    """A server whose status line, headers and body are hostile; the path says which status."""

    def do_GET(self) -> None:
        said = IN_XML.encode("utf-8").decode("latin-1") + "\x1b]0;PWNED\x07"
        status = self.path.split("/")[1]
        self.send_response(int(status), said)
        self.send_header("content-type", f"text/{said}" if status == "200" else "text/plain")
        self.send_header("location", f"file://{said}")
        self.end_headers()
        self.wfile.write(HOSTILE.encode())

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


@pytest.mark.slow
@pytest.mark.parametrize("status", [200, 302, 401, 403, 404, 418, 500])
@pytest.mark.parametrize("kind", ["page", "speech"])
def test_what_a_server_says_is_harmless(status: int, kind: str, hostile: Hostile) -> None:
    """Its status line, its headers and its text are in the message, as values are."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _HostileServer)
    threading.Thread(target=httpd.serve_forever, args=(0.02,), daemon=True).start()
    address = f"http://127.0.0.1:{httpd.server_address[1]}/{status}"
    page, engine = (address, "tone") if kind == "page" else (hostile.at("a.txt"), "http")
    arguments = [page, "--engine", engine, "--no-cache", "-o", hostile.at("out.vtt"), "--progress", "none"]
    shown = _on_terminal(arguments, hostile.folder, NARRATE_HTTP_URL=address)
    httpd.shutdown()
    httpd.server_close()
    assert shown.startswith("narrate: ")
    assert HARMFUL.findall(shown) == []


def test_letters_of_every_script_stay() -> None:
    """Only what a terminal obeys is shown as a number: joiners, marks of direction and emoji are text."""
    text = "Ζωή, नमस्ते, \u200eשלום\u200f, می‌خواهم, 👩‍🚒, e\u0301, tab\tand\nline"
    assert harmless(text) == text


def test_a_value_cannot_pass_for_a_line_of_its_own() -> None:
    """A line feed inside a value is shown."""
    assert as_line("Mill\nnarrate: all is well") == r"Mill\nnarrate: all is well"


def test_escaped_json_means_the_same() -> None:
    """Another program reads the very value."""
    written = json.dumps({"title": HOSTILE}, ensure_ascii=False)
    assert HARMFUL.findall(escaped_json(written)) == []
    assert json.loads(escaped_json(written)) == {"title": HOSTILE}
