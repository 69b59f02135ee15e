"""What comes with an installation: licences that are told, and a bill of materials that other tools read."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "licences.md"


def _run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "scripts" / script, *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.skipif(
    sys.platform != "linux" or sys.version_info[:2] != (3, 11), reason="the page is of one system"
)
def test_the_table_of_licences_is_what_is_installed() -> None:
    """A package that is new, gone or under another licence changes the page, or this fails."""
    done = _run("licences.py", "--check")
    if done.returncode == 2:
        pytest.skip(done.stderr.strip())
    assert (done.returncode, done.stdout) == (0, "")


def test_nothing_under_the_gpl_comes_with_every_install() -> None:
    """Whoever installs an extra that is, finds it in bold."""
    rows = [
        line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")
    ]
    gpl = {name.strip("| "): origin for name, licence, origin in rows[2:] if licence.startswith("**GPL-")}
    assert {"piper-tts", "phonemizer", "espeakng-loader"} <= set(gpl)
    assert not [name for name, origin in gpl.items() if "every install" in origin]


def test_the_bill_of_materials_is_valid_and_whole(tmp_path: Path) -> None:
    """CycloneDX's own schema accepts it; every package has version, address, licence, and what it needs."""
    pytest.importorskip("cyclonedx")
    file = tmp_path / "narrate.cdx.json"
    done = _run("sbom.py", file)
    assert (done.returncode, done.stderr) == (0, "")
    bill = json.loads(file.read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == version("narrate-article")
    parts = {part["name"]: part for part in bill["components"]}
    assert parts["numpy"]["purl"] == f"pkg:pypi/numpy@{version('numpy')}"
    assert all(part["licenses"] and part["version"] for part in parts.values())
    assert "piper-tts" not in parts
    needed = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert f"lxml=={version('lxml')}" in needed[f"trafilatura=={version('trafilatura')}"]
    assert _run("sbom.py").stdout == file.read_text(encoding="utf-8")


def test_the_bill_of_materials_has_what_an_extra_brings() -> None:
    """It is of one installation, and that may have extras."""
    pytest.importorskip("cyclonedx")
    done = _run("sbom.py", "--extra", "feed")
    if done.returncode == 2:
        pytest.skip(done.stderr.strip())
    assert "pkg:pypi/uvicorn@" in done.stdout
