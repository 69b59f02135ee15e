"""Input that once failed, and as much again made from it: all of it gives a result or one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, run

CORPUS = Path(__file__).parent / "corpus"
SEEDS = {name: sorted((CORPUS / name).iterdir()) for name in TARGETS}
TRIES = {"html": 20, "markdown": 20, "text": 20, "subtitles": 20, "title": 15}
"""Of a target in CI; 60 of the faster ones. `scripts/fuzz` tries for as long as it is told to."""
_PIECES = [
    *(b"\x00", b"\x1b[31m", b"\xff", b"\xed\xa0\x80", "\u202e".encode(), "👩\u200d".encode(), "⑴".encode()),
    *(b"<", b">", b"&", b"&#xD800;", b"&foo;", b"<![CDATA[", b"<!DOCTYPE a [", b"--", b'"', b"'", b"[", b"{"),
    *(b"\n", b"\n\n", b" " * 40, b"9" * 40, b"-1", b"1e400", b"nan", b"\\ud800", b"~a", b"../", b"a" * 300),
]  # fmt: skip


@st.composite
def mutants(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A seed with up to five edits: a stretch is left out, said again, replaced, or moved in from another."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(start + draw(st.integers(0, 30)), len(data))
        stretch = data[start:end]
        other = draw(st.sampled_from(seeds))
        at = draw(st.integers(0, len(other)))
        edit = draw(st.sampled_from([b"", stretch * 12, other[at : at + 40], *_PIECES]))
        data = data[:start] + edit + data[end:]
    return data


@pytest.mark.parametrize(
    "path", [path for paths in SEEDS.values() for path in paths], ids=lambda path: path.name
)
def test_what_once_failed_gives_a_result_or_one_line(path: Path) -> None:
    """Every file is named by what is in it; a NarrateError is the one line."""
    run(TARGETS[path.parent.name], path.read_bytes())


@pytest.mark.fuzz
@pytest.mark.parametrize("name", TARGETS)
def test_what_is_made_of_it_gives_a_result_or_one_line(name: str) -> None:
    """A minute of fuzzing, the same in every run."""
    seeds = [path.read_bytes() for path in SEEDS[name]]

    @seed(1)
    @settings(max_examples=TRIES.get(name, 60), database=None, suppress_health_check=list(HealthCheck))
    @given(mutants(seeds))
    def try_all(data: bytes) -> None:
        run(TARGETS[name], data)

    try_all()
