"""The programs in examples/ run as they stand, and do what their first lines say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import av
import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
STORY = """Ferry late

"Fog," said Mrs Ada Moreau, who runs the ferry.

"We waited for an hour," said Mr Paul Renner. It rained.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def run(
    program: str, *arguments: str | Path, path: str = "", code: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run an example from the root of the repository, with UTF-8 on every system."""
    variables = os.environ | {
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), path))),
    }
    command = [sys.executable, str(EXAMPLES / program), *map(str, arguments)]
    done = subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == code, done.stderr
    return done


def test_every_example_is_short_and_in_the_list() -> None:
    """At most 40 lines, and a row in the table of examples/README.md."""
    listed = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    programs = sorted(EXAMPLES.rglob("*.py"))
    assert len(programs) >= 6
    for program in programs:
        assert len(program.read_text(encoding="utf-8").splitlines()) <= 40, program
        assert program.name in listed or program.parent.name in listed


def test_an_article_becomes_a_recording_captions_and_a_page(story: Path, tmp_path: Path) -> None:
    """All three files are there, and the recording has sound in it."""
    run("narrate_article.py", story, tmp_path, "tone")
    with av.open(str(tmp_path / "article.mp3")) as container:
        assert (container.duration or 0) > 1_500_000  # microseconds
    assert (tmp_path / "article.vtt").read_text(encoding="utf-8").startswith("WEBVTT")
    assert "Moreau" in (tmp_path / "article.html").read_text(encoding="utf-8")


def test_quotations_are_listed_with_their_speakers(story: Path) -> None:
    """Each speaker stands beside the words, and in the count of words."""
    printed = run("list_quotations.py", story).stdout
    assert "Ada Moreau: Fog" in printed
    assert "5  Paul Renner" in printed


def test_a_speaker_gets_the_voice_that_was_chosen(story: Path) -> None:
    """The line of that speaker has that voice in brackets, and the others do not."""
    printed = run("change_a_voice.py", story, "Ada Moreau", "vera").stdout.splitlines()
    assert [line for line in printed if "[vera]" in line] == ['Ada Moreau [vera]: "Fog,"']


def test_ssml_is_written_as_the_platform_takes_it(story: Path, tmp_path: Path) -> None:
    """For Polly there is no <voice>, and what was changed is told."""
    output = tmp_path / "story.ssml"
    told = run("ssml_for_a_platform.py", story, "polly", output).stderr
    written = output.read_text(encoding="utf-8")
    assert "<speak" in written
    assert "<voice" not in written
    assert "changed:" in told


def test_a_bad_article_does_not_stop_the_batch(story: Path, tmp_path: Path) -> None:
    """The missing one is named with what to do, and the other one is made; the exit code tells."""
    done = run("batch.py", tmp_path, tmp_path / "missing.txt", story, code=1)
    assert "missing.txt: no such file" in done.stderr
    with av.open(str(tmp_path / "story.opus")) as container:
        assert (container.duration or 0) > 1_500_000


def test_captions_are_made_from_the_json_transcript(story: Path, tmp_path: Path) -> None:
    """Every word of the article is in a line, with the speaker's name before it."""
    transcript = tmp_path / "story.json"
    command = [sys.executable, "-m", "narrate", str(story), "-o", str(transcript), "--engine", "tone", "-q"]
    subprocess.run(command, cwd=ROOT, check=True)
    printed = run("captions_from_json.py", transcript).stdout
    assert 'Ada Moreau: "Fog,"' in printed
    heard = [
        word["text"] for each in json.loads(transcript.read_bytes())["segments"] for word in each["words"]
    ]
    assert all(word in printed for word in heard)


def test_an_engine_of_somebody_elses_narrates(story: Path, tmp_path: Path) -> None:
    """Installed, as pip would install it, the engine is found by its name."""
    site = tmp_path / "site"
    facts = site / "narrate_whistle-1.0.dist-info"
    facts.mkdir(parents=True)
    shutil.copy(EXAMPLES / "custom_engine" / "narrate_whistle.py", site)
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: narrate-whistle\nVersion: 1.0\n", "utf-8")
    (facts / "entry_points.txt").write_text(
        "[narrate.engines]\nwhistle = narrate_whistle:WhistleEngine\n", encoding="utf-8"
    )
    run("narrate_article.py", story, tmp_path, "whistle", path=str(site))
    with av.open(str(tmp_path / "article.mp3")) as container:
        assert (container.duration or 0) > 1_500_000
