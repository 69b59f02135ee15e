"""onnxruntime as the engines use it: one thread for each session, and nothing told to its makers."""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

OFF = "ORT_DISABLE_TELEMETRY"
"""Environment variable that onnxruntime reads once, when it is imported (onnxruntime, pull request 27379).

Without it the import makes an identifier of the device and a database of events in the user's cache, and
sends them where there is a network. Its `disable_telemetry_events` comes too late for that.
"""


def without_telemetry() -> None:
    """Switch it off for this process and those that it starts, unless the variable is set already.

    Has to come before the first import of onnxruntime, also by a library that an engine uses.
    """
    os.environ.setdefault(OFF, "1")


def runtime() -> ModuleType:
    """The module onnxruntime, without telemetry."""
    without_telemetry()
    import onnxruntime

    # On Windows its events go to the system's own log, and only this call stops them.
    onnxruntime.disable_telemetry_events()
    module: ModuleType = onnxruntime
    return module


def open_session(model: bytes | Path, *, arena: bool = True) -> InferenceSession:
    """Load a network from a file or its contents. Raises whatever onnxruntime raises.

    `arena` lets each thread keep the memory that its longest phrase took.
    """
    onnxruntime = runtime()
    options = onnxruntime.SessionOptions()
    # One thread: the pipeline speaks several utterances at once, and small products gain nothing.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = arena
    options.log_severity_level = 3
    content = model if isinstance(model, bytes) else str(model)
    session: InferenceSession = onnxruntime.InferenceSession(
        content, options, providers=["CPUExecutionProvider"]
    )
    return session
