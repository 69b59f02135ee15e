"""A show served to this process, and requests as they are on the wire."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Answer:
    """Status, header fields by their names in lower case, and content."""

    status: int
    fields: dict[str, str]
    body: bytes


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve a show, and give the port."""
    pytest.importorskip("starlette", reason="needs starlette and uvicorn: the extra feed")
    pytest.importorskip("uvicorn", reason="needs starlette and uvicorn: the extra feed")
    from narrate.feed.serving import address_of, bound, server

    with bound(0) as listener:
        running = server(folder, address_of(listener))
        thread = threading.Thread(target=running.run, args=([listener],))
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            running.should_exit = True
            thread.join()


def ask(port: int, path: str, method: str = "GET", **fields: str) -> Answer:
    """One request; underscores in names of fields are hyphens. The path goes out as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(
        method, path, headers={name.replace("_", "-"): value for name, value in fields.items()}
    )
    answer = connection.getresponse()
    found = Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
    connection.close()
    return found
