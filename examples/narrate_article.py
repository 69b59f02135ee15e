"""Narrate an article: one run makes the recording, captions and a page that plays it.

python examples/narrate_article.py [ARTICLE [FOLDER]]
"""

import sys
from pathlib import Path

import narrate

article = sys.argv[1] if len(sys.argv) > 1 else "docs/example-article.txt"
folder = Path(sys.argv[2] if len(sys.argv) > 2 else "output")
engine = sys.argv[3] if len(sys.argv) > 3 else None  # None: the default voice


def show(done: int, of: int) -> None:
    """Called after every utterance."""
    print(f"\r{done}/{of} utterances", end="", file=sys.stderr)


# The suffix of an output is its format. All outputs appear together, at the end.
outputs = [folder / "article.mp3", folder / "article.vtt", folder / "article.html"]
made = narrate.narrate(
    article,
    outputs,
    progress=show,
    engine=engine,
    quotes="announce",
    rate=1.1,
)

print(file=sys.stderr)
for path in made.outputs:
    print(path)
