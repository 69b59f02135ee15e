"""Make a virtual environment in .venv and install narrate into it.

    python3 scripts/setup.py          to use it
    python3 scripts/setup.py --dev    to change it, too: editable, with everything the checks need

Needs Python 3.11 and the package index, and nothing else. Where the system's Python comes without
pip (Debian and Ubuntu put `ensurepip` into a package of its own), pip's wheel is fetched from the
index, checked against its hash, and run from there.
"""

import hashlib
import importlib.util
import re
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
INDEX = "https://pypi.org/simple/pip/"
OLDEST = (3, 11)
# A release's wheel on the index's page (PEP 503), with its hash.
LINK = re.compile(
    r'<a [^>]*href="(?P<url>[^"#]*/pip-(?P<version>[\d.]+)-py3-none-any\.whl)#sha256=(?P<sha256>\w+)"[^>]*>'
)


def main() -> None:
    if sys.version_info < OLDEST:
        sys.exit(f"narrate needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    target = [f"{ROOT}[dev]", "--editable"] if "--dev" in sys.argv[1:] else [str(ROOT)]
    has_pip = importlib.util.find_spec("ensurepip") is not None
    venv.create(ENVIRONMENT, with_pip=has_pip)
    with tempfile.TemporaryDirectory() as folder:
        pip = ["-m", "pip"] if has_pip else [f"{fetch_pip(Path(folder))}/pip"]
        python = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        options = ["--quiet", "--disable-pip-version-check"]
        if subprocess.run([python, *pip, "install", *options, *reversed(target)], check=False).returncode:
            sys.exit("the installation failed; the lines above say why")


def fetch_pip(folder: Path) -> Path:
    """Download pip's newest wheel and return its path; a wheel can be run as it is."""
    links = [link for link in LINK.finditer(fetch(INDEX).decode()) if "data-yanked" not in link[0]]
    newest = max(links, key=lambda link: tuple(map(int, link["version"].split("."))))
    content = fetch(urljoin(INDEX, newest["url"]))
    if hashlib.sha256(content).hexdigest() != newest["sha256"]:
        sys.exit("pip's wheel does not match the hash that the package index gives; try again")
    path = folder / newest["url"].rsplit("/", 1)[1]
    path.write_bytes(content)
    return path


def fetch(url: str) -> bytes:
    """What a web address answers."""
    with urllib.request.urlopen(url, timeout=60) as answer:
        return bytes(answer.read())


if __name__ == "__main__":
    main()
