"""The script of the README's first command, with stand-ins for pip and for the package index."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import io
import os
import subprocess
import sys
import threading
import venv
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="the stand-in for the command is a shell script")
PIP_THAT_WORKS = """
import os, pathlib, sys
print("Collecting numpy>=2.0 (from narrate-article)")
print("  Downloading numpy-2.4.0-cp311-cp311-manylinux.whl (16.9 MB)")
print("WARNING: lxml 6.1.3 does not provide the extra 'html_clean'")
print("Installing collected packages: numpy, narrate-article")
command = pathlib.Path(sys.executable).parent / "narrate"
command.write_text("#!/bin/sh\\necho narrate, version 9.9\\n")
command.chmod(0o755)
"""


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script as a module whose checkout is an empty folder; pip is not put into environments."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    spec = importlib.util.spec_from_file_location("setup_script", SCRIPTS / "setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    monkeypatch.setattr(module, "ROOT", checkout)
    monkeypatch.setattr(module, "has_ensurepip", lambda: False)
    return module


@pytest.fixture
def run_instead_of_pip(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[str], None]:
    """Let the script run some code where it would run pip."""

    def replace(code: str) -> None:
        package = tmp_path / "stand-in" / "pip"
        package.mkdir(parents=True)
        (package / "__main__.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr(script, "fetch_pip", lambda _: package.parent)

    return replace


def test_help_says_what_the_script_does() -> None:
    """`--help` prints the options and touches nothing."""
    command = [sys.executable, str(SCRIPTS / "setup.py"), "--help"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert ".venv" in text
    assert "--dev" in text
    assert "--recreate" in text


@POSIX_ONLY
def test_each_step_is_a_line_and_pips_warnings_are_not(
    script: ModuleType,
    run_instead_of_pip: Callable[[str], None],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Three steps and the result are printed; what pip says besides goes into the log."""
    run_instead_of_pip(PIP_THAT_WORKS)
    assert script.main([]) == 0
    printed = capfd.readouterr()
    steps = [line for line in printed.out.splitlines() if not line.startswith("  ")]
    assert [line[:4] for line in steps] == ["1/3 ", "2/3 ", "3/3 ", "done"]
    assert "narrate, version 9.9" in steps[-1]
    assert "WARNING" not in printed.out + printed.err
    log = tmp_path / "checkout" / ".venv" / "setup.log"
    assert "html_clean" in log.read_text(encoding="utf-8")


@POSIX_ONLY
def test_a_second_run_keeps_the_environment(
    script: ModuleType, run_instead_of_pip: Callable[[str], None], tmp_path: Path
) -> None:
    """What somebody added to an environment of ours is still there after another run."""
    run_instead_of_pip(PIP_THAT_WORKS)
    assert script.main([]) == 0
    added = tmp_path / "checkout" / ".venv" / "added.txt"
    added.touch()
    assert script.main([]) == 0
    assert added.exists()
    assert script.main(["--recreate"]) == 0
    assert not added.exists()


@POSIX_ONLY
def test_an_unfinished_environment_of_ours_is_made_again(
    script: ModuleType, run_instead_of_pip: Callable[[str], None], tmp_path: Path
) -> None:
    """A run that was killed while it made the environment is no hindrance for the next one."""
    run_instead_of_pip(PIP_THAT_WORKS)
    environment = tmp_path / "checkout" / ".venv"
    environment.mkdir()
    (environment / script.MADE_BY_US).touch()
    assert script.main([]) == 0


def test_an_environment_that_is_not_ours_stays(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A virtual environment that the script did not make is left alone until --recreate is given."""
    environment = tmp_path / "checkout" / ".venv"
    venv.create(environment)
    before = (environment / "pyvenv.cfg").stat().st_mtime_ns
    assert script.main(["--dev"]) == 1
    assert "--recreate" in capsys.readouterr().err
    assert (environment / "pyvenv.cfg").stat().st_mtime_ns == before


def test_an_environment_of_another_python_stays(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names both Pythons and the option that replaces the environment."""
    environment = tmp_path / "checkout" / ".venv"
    venv.create(environment)
    (environment / script.MADE_BY_US).touch()
    monkeypatch.setattr(script, "python_of", lambda _: (3, 1))
    assert script.main([]) == 1
    message = capsys.readouterr().err
    assert "Python 3.1 " in message
    assert "this is Python {}.{};".format(*sys.version_info) in message
    assert "--recreate" in message


@pytest.mark.parametrize("options", [[], ["--recreate"]])
def test_a_folder_that_is_no_environment_is_never_deleted(
    script: ModuleType, tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of that name with something else in it survives even --recreate."""
    notes = tmp_path / "checkout" / ".venv" / "notes.txt"
    notes.parent.mkdir()
    notes.write_text("mine", encoding="utf-8")
    assert script.main(options) == 1
    assert notes.read_text(encoding="utf-8") == "mine"
    assert "no virtual environment" in capsys.readouterr().err


def test_an_old_python_is_told_which_one_to_use(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message has both versions, and a newer Python of the machine where there is one."""
    monkeypatch.setattr(script.sys, "version_info", (3, 9, 1))
    monkeypatch.setattr(script.sys, "version", "3.9.1 (main)")
    monkeypatch.setattr(script.shutil, "which", lambda name: name if name == "python3.12" else None)
    assert script.main([]) == 2
    message = capsys.readouterr().err
    assert "needs Python 3.11 or newer; this is 3.9.1" in message
    assert "python3.12 scripts/setup.py" in message


@pytest.mark.parametrize("name", ["setup.py", "setup_progress.py"])
def test_old_pythons_can_read_the_script(name: str) -> None:
    """The syntax is that of Python 3.6, so that an old one prints a message and no traceback."""
    source = (SCRIPTS / name).read_text(encoding="utf-8")
    ast.parse(source, name, feature_version=(3, 6))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("WARNING: Retrying after NewConnectionError('name resolution')", "index cannot be reached"),
        ("SSLError(CERTIFICATE_VERIFY_FAILED)", "set PIP_CERT"),
        ("ERROR: Failed building wheel for av", "has no release for this Python"),
        ("ERROR: something that nobody foresaw", "something that nobody foresaw"),
    ],
    ids=["disk-full", "no-network", "certificate", "no-wheel", "unforeseen"],
)
def test_a_failure_says_why_and_what_to_do(
    script: ModuleType,
    run_instead_of_pip: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    said: str,
    expected: str,
) -> None:
    """One line with the cause, and the file that has all that pip said."""
    run_instead_of_pip(f"import sys\nprint({said!r})\nsys.exit(1)\n")
    assert script.main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert expected in line
    assert "setup.log" in line


@POSIX_ONLY
def test_a_disk_too_full_for_the_log_still_gets_a_message(
    script: ModuleType, run_instead_of_pip: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """Where not even pip's words can be kept, the cause is said without naming a log."""
    code = """
import os, sys
os.symlink("/dev/full", os.path.join(sys.prefix, "setup.log"))
print("OSError: [Errno 28] No space left on device")
sys.exit(1)
"""
    run_instead_of_pip(code)
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    assert script.main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "setup: the disk is full; make room and run this again"


def test_too_little_space_is_said_before_anything_is_made(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says how many MB are needed and how many are free."""
    usage = script.shutil.disk_usage(tmp_path)._replace(free=12_000_000)
    monkeypatch.setattr(script.shutil, "disk_usage", lambda _: usage)
    assert script.main([]) == 1
    assert "12 MB are free" in capsys.readouterr().err
    assert not (tmp_path / "checkout" / ".venv").exists()


class Index:
    """A package index in a folder, with one wheel of pip and a yanked newer one."""

    def __init__(self, folder: Path, sha256: str | None = None) -> None:
        wheel = folder / "pip-26.1-py3-none-any.whl"
        wheel.write_bytes(b"a wheel")
        digest = sha256 or hashlib.sha256(b"a wheel").hexdigest()
        page = folder / "index.html"
        page.write_text(
            f'<a href="./pip-9.0-py3-none-any.whl#sha256={digest}">older</a>'
            f'<a href="./{wheel.name}#sha256={digest}">newest</a>'
            f'<a href="./pip-27.0-py3-none-any.whl#sha256={digest}" data-yanked="">yanked</a>',
            encoding="utf-8",
        )
        self.url = page.as_uri()


def test_pip_is_fetched_where_python_has_none(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The newest release that was not withdrawn is taken."""
    monkeypatch.setattr(script, "INDEX", Index(tmp_path).url)
    target = tmp_path / "target"
    target.mkdir()
    assert script.fetch_pip(target).name == "pip-26.1-py3-none-any.whl"


def test_a_wheel_that_was_changed_is_refused(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing runs whose hash is not the one that the index gives."""
    monkeypatch.setattr(script, "INDEX", Index(tmp_path, sha256="0" * 64).url)
    with pytest.raises(script.SetupError, match="does not match the hash"):
        script.fetch_pip(tmp_path)


def test_without_network_the_address_and_the_way_out_are_named(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where pip has to be fetched and cannot be, the message is one line."""
    missing = (tmp_path / "nowhere.html").as_uri()
    monkeypatch.setattr(script, "INDEX", missing)
    assert script.main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert missing in line
    assert "check the network" in line


def test_a_long_step_gives_signs_of_life(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a step prints nothing for a while, a line says what it is busy with."""
    progress_module = sys.modules["setup_progress"]
    monkeypatch.setattr(progress_module, "PATIENCE", 0.001)
    stream = Listener("downloading av")
    progress = script.Progress(stream)
    progress.step("2/3  installing", "asking the package index")
    progress.news("downloading av (34 MB)")
    stream.heard.wait()
    progress.close()
    assert stream.getvalue().startswith("2/3  installing\n")


class Listener(io.StringIO):
    """A stream that tells when a text has been written to it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.heard = threading.Event()

    def write(self, text: str) -> int:
        if self._text in text:
            self.heard.set()
        return super().write(text)
