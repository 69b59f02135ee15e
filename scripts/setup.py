"""Make a virtual environment in .venv and install narrate into it.

    python3 scripts/setup.py            to use it
    python3 scripts/setup.py --dev      to change it, too: editable, with everything the checks need

It needs Python 3.11 or newer and the package index, and nothing else. Where the system's Python comes
without pip (Debian and Ubuntu put `ensurepip` into a package of its own), pip's wheel is fetched from the
index, checked against its hash, and run from there.

The syntax of this file is kept to what Python 3.6 can read, so that an old Python gets our message and
not a syntax error.
"""

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import venv
from pathlib import Path
from typing import List, Optional, Tuple
from urllib.parse import urljoin

from setup_progress import PipWatcher, Progress

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
TRIED = ("python3.13", "python3.12", "python3.11")  # what somebody with an old Python is pointed to
INDEX = "https://pypi.org/simple/pip/"
MADE_BY_US = "made-by-narrate-setup"  # a file in the environment: what has it may be completed
LOG = "setup.log"  # all that pip says, in the environment
MEGABYTES = {False: 440, True: 1470}  # measured on Linux; True: with what --dev brings
# A release's wheel on the index's page (PEP 503), with its hash.
LINK = re.compile(
    r'<a [^>]*href="(?P<url>[^"#]*/pip-(?P<version>[\d.]+)-py3-none-any\.whl)#sha256=(?P<sha256>\w+)"[^>]*>'
)


class SetupError(Exception):
    """What went wrong and what to do, in one line."""


def main(arguments: Optional[List[str]] = None) -> int:
    """Run the command; return its exit code."""
    if sys.version_info < OLDEST:
        print(wrong_python(), file=sys.stderr)
        return 2
    options = parser().parse_args(arguments)
    progress = Progress(sys.stdout)
    try:
        install(options, progress)
    except SetupError as error:
        progress.close()
        print(f"setup: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        progress.close()
        print("setup: stopped; run it again to go on", file=sys.stderr)
        return 130
    progress.close()
    return 0


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(
        prog="scripts/setup.py",
        description="Make a virtual environment in .venv, in the folder of this checkout, and install narrate"
        " into it. Nothing outside that folder is changed, except pip's own cache of downloads.",
    )
    made.add_argument(
        "--dev", action="store_true", help="install it editable, with the tools for tests and checks"
    )
    made.add_argument(
        "--recreate",
        action="store_true",
        help="delete a .venv that is there and make a new one, for instance for another Python",
    )
    return made


def wrong_python() -> str:
    """What to tell somebody whose Python is too old."""
    lines = [
        f"setup: narrate needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}",
    ]
    found = [name for name in TRIED if shutil.which(name)]
    if found:
        lines.append(f"setup: found on this machine: {found[0]}; run {found[0]} scripts/setup.py")
    return "\n".join(lines)


def install(options: argparse.Namespace, progress: Progress) -> None:
    """Make the environment, fill it, and see that the command answers."""
    environment = ROOT / ".venv"
    version = sys.version.split()[0]
    if is_to_be_made(environment, options.recreate):
        progress.step(f"1/3  making {environment} with Python {version}", "putting pip into it")
        check_space(options.dev)
        make(environment)
    else:
        progress.step(f"1/3  {environment} is there, with Python {version}")
    size = MEGABYTES[options.dev]
    progress.step(
        f"2/3  installing narrate and what it needs; about {size} MB on disk", "asking the package index"
    )
    target = ["--editable", f"{ROOT}[dev]"] if options.dev else [str(ROOT)]
    run_pip(environment, target, progress)
    progress.step("3/3  trying it", "starting narrate for the first time")
    said = try_command(environment)
    progress.step(f"done: {said} is {program(environment, 'narrate')}")


def is_to_be_made(environment: Path, recreate: bool) -> bool:
    """Whether the environment has to be made; an error where it is somebody else's, or another Python's."""
    if environment.is_symlink() or (environment.exists() and not environment.is_dir()):
        raise SetupError(f"{environment} is not a folder; move it away and run this again")
    if not environment.exists() or not any(environment.iterdir()):
        return True
    ours = (environment / MADE_BY_US).exists()
    if not ours and not (environment / "pyvenv.cfg").exists():
        raise SetupError(
            f"{environment} is there and is no virtual environment; move it away and run this again"
        )
    if recreate:
        return True
    if not ours:
        raise SetupError(
            f"{environment} was not made by this script and stays as it is; run this again with --recreate"
            " to replace it, or install into it yourself: pip install ."
        )
    found = python_of(environment)
    if found is None:
        return True  # ours, and unfinished or broken: nothing of anybody's is lost
    if found != sys.version_info[:2]:
        theirs, this = ("{}.{}".format(*version) for version in (found, sys.version_info[:2]))
        raise SetupError(
            f"{environment} is for Python {theirs} and this is Python {this};"
            " run this again with --recreate to replace it"
        )
    return False


def python_of(environment: Path) -> Optional[Tuple[int, int]]:
    """The version of the environment's Python, (major, minor), or None if it does not start."""
    code = "import sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [str(program(environment, "python")), "-c", code], stdout=subprocess.PIPE, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    major, minor = answer.stdout.split()
    return int(major), int(minor)


def check_space(dev: bool) -> None:
    """Refuse to begin what cannot fit on the disk."""
    free = shutil.disk_usage(str(ROOT)).free // 1_000_000
    if free < MEGABYTES[dev]:
        raise SetupError(f"{MEGABYTES[dev]} MB are needed and {free} MB are free on the disk of {ROOT}")


def make(environment: Path) -> None:
    """A fresh environment, marked as ours before anything else is in it."""
    if Path(sys.prefix).resolve() == environment.resolve():
        raise SetupError("this Python is the one in .venv; run this with the system's Python")
    try:
        if environment.exists():
            shutil.rmtree(str(environment))
        environment.mkdir()
        (environment / MADE_BY_US).write_text("scripts/setup.py may complete and replace this folder\n")
        # Links, as `python -m venv` makes them: three copies of Python are 20 MB.
        venv.create(str(environment), with_pip=has_ensurepip(), symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"{environment} cannot be made: {error}") from error


def has_ensurepip() -> bool:
    """Whether this Python can put pip into an environment."""
    return importlib.util.find_spec("ensurepip") is not None


def run_pip(environment: Path, target: List[str], progress: Progress) -> None:
    """Install with pip, telling how far it is; all that it says goes into the log."""
    watcher = PipWatcher()
    with tempfile.TemporaryDirectory() as folder:
        pip = ["-m", "pip"] if has_ensurepip() else [str(fetch_pip(Path(folder)) / "pip")]
        # --use-pep517: packages that come as source are built in the way that pip does not warn of
        options = ["--disable-pip-version-check", "--no-input", "--progress-bar=off", "--use-pep517"]
        command = [str(program(environment, "python")), *pip, "install", *options, *target]
        code = follow(command, watcher, progress)
    log = keep_log(environment, watcher)
    if code:
        raise SetupError(watcher.failure() + (f". All that pip said is in {log}" if log else ""))


def keep_log(environment: Path, watcher: PipWatcher) -> Optional[Path]:
    """Keep all that pip said, if the disk has room for it."""
    path = environment / LOG
    try:
        path.write_text("\n".join(watcher.lines) + "\n", encoding="utf-8")
    except OSError:
        return None
    return path


def follow(command: List[str], watcher: PipWatcher, progress: Progress) -> int:
    """Run a command, read its output line by line, and return its exit code."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=dict(os.environ, PYTHONUNBUFFERED="1"),
        encoding="utf-8",
        errors="replace",
    )
    with process:
        for line in process.stdout or ():
            words = watcher.words_on(line.rstrip())
            if words:
                progress.news(words)
    return process.returncode


def try_command(environment: Path) -> str:
    """What the installed command says of its version."""
    try:
        answer = subprocess.run(
            [str(program(environment, "narrate")), "--version"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=True,
        )
    except OSError as error:
        raise SetupError(f"narrate was installed but does not start: {error}") from error
    except subprocess.CalledProcessError as error:
        last = error.stdout.decode(errors="replace").strip().rpartition("\n")[2]
        raise SetupError(f"narrate was installed but does not start: {last}") from error
    return answer.stdout.decode().strip()


def program(environment: Path, name: str) -> Path:
    """Where an environment keeps a program."""
    if sys.platform == "win32":
        return environment / "Scripts" / f"{name}.exe"
    return environment / "bin" / name


def fetch_pip(folder: Path) -> Path:
    """Download pip's newest wheel and return its path; a wheel can be run as it is."""
    page = fetch(INDEX).decode()
    links = [link for link in LINK.finditer(page) if "data-yanked" not in link[0]]
    if not links:
        raise SetupError(f"{INDEX} lists no release of pip; is it a package index?")
    newest = max(links, key=lambda link: tuple(map(int, link["version"].split("."))))
    content = fetch(urljoin(INDEX, newest["url"]))
    if hashlib.sha256(content).hexdigest() != newest["sha256"]:
        raise SetupError("pip's wheel does not match the hash that the package index gives; run this again")
    path = folder / newest["url"].rsplit("/", 1)[1]
    path.write_bytes(content)
    return path


def fetch(url: str) -> bytes:
    """What a web address answers."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return bytes(answer.read())
    except (urllib.error.URLError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise SetupError(
            f"{url} cannot be read: {reason}; check the network or the proxy and run this again"
        ) from error


if __name__ == "__main__":
    sys.exit(main())
