"""Web addresses on their way through the pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest

from narrate.errors import SourceError
from narrate.pipeline.api import narrate


def test_an_address_longer_than_any_path_is_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output that exists is compared with the article, and no file can have such a name."""
    monkeypatch.setenv("NO_PROXY", "*")
    output = tmp_path / "bridge.wav"
    output.write_bytes(b"old")
    with pytest.raises(SourceError, match="refuses the connection"):
        narrate("http://127.0.0.1:9/" + "x" * 5_000, output, private_addresses="allow")
    assert output.read_bytes() == b"old"
