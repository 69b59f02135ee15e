"""`narrate feed serve`: a show on this machine alone, as a host on the web would serve it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.errors import FeedError
from narrate.extras import install_command
from narrate.feed import show
from narrate.feed.show import FEED

if TYPE_CHECKING:
    import uvicorn

HOST = "127.0.0.1"
SECONDS_TO_END = 1
"""How long a download may go on once the server is to end."""


def serve(folder: Path, port: int, listening: Callable[[str], object]) -> None:
    """Serve a show until interrupted; `listening` gets the feed's address once it is there.

    Port 0 is any that is free. Raises FeedError if there is no show, or if the port is taken.
    """
    with bound(port) as listener:
        address = address_of(listener)
        running = server(folder, address)
        listening(address + FEED)
        running.run([listener])


def bound(port: int) -> socket.socket:
    """A listening socket of this machine alone. Raises FeedError if the port is taken."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        problem = f"cannot listen: {error.strerror or error}"
        raise FeedError(problem, f"{HOST}:{port}", "choose another with --port") from error


def address_of(listener: socket.socket) -> str:
    """Where what is served through a socket begins."""
    return f"http://{HOST}:{listener.getsockname()[1]}/"


def server(folder: Path, address: str) -> uvicorn.Server:
    """What serves a show whose feed names `address`. Raises FeedError."""
    show.read(folder)
    try:
        import uvicorn

        from narrate.feed.published import published
    except ImportError as error:
        raise FeedError("serving needs an extra", error.name, install_command("feed")) from error
    application = published(folder, address, HOST)
    config = uvicorn.Config(
        application,
        log_level="warning",
        use_colors=False,  # control sequences in what it logs are shown, its own too
        lifespan="off",
        timeout_graceful_shutdown=SECONDS_TO_END,
    )
    return uvicorn.Server(config)
