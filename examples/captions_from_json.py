"""Turn the JSON transcript of a recording into captions of your own: a new line at every pause.

    narrate article.txt -o article.mp3 -o article.json
    python examples/captions_from_json.py article.json

Needs nothing of narrate: the JSON is all that it reads.
"""

import json
import sys
from pathlib import Path
from typing import Any

PAUSE = 200  # milliseconds without a word that end a line

transcript = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))


def clock(milliseconds: float) -> str:
    """Such as 1:02.345."""
    minutes, rest = divmod(round(milliseconds), 60_000)
    return f"{minutes}:{rest / 1000:06.3f}"


for segment in transcript["segments"]:
    name = f"{segment['speaker']}: " if segment["speaker"] else ""
    lines: list[list[dict[str, Any]]] = []
    for word in segment["words"]:
        if not lines or word["start_ms"] - lines[-1][-1]["end_ms"] >= PAUSE:
            lines.append([])
        lines[-1].append(word)
    for line in lines:
        text = " ".join(word["text"] for word in line)
        print(f"{clock(line[0]['start_ms'])} to {clock(line[-1]['end_ms'])}  {name}{text}")
