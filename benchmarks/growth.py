"""How the time to write a script grows with the size of its text, for texts of every bad kind.

    python benchmarks/growth.py [--largest 10_000_000] [--only paragraphs ...]

prints processor seconds for 10 kB to 10 MB. Ten times the text may take ten times as long, and no more.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from itertools import chain, count, islice
from pathlib import Path

from narrate.cli import GARBAGE_EVERY
from narrate.pipeline.api import write_script

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
"""Bytes, in UTF-8."""
_SENTENCE = "Mayor Ada Quill of Orlow said that 1,200 people had crossed the bridge by 7:30 p.m. on Dec. 14. "
_SPEECH = '"We have waited," said Jo Marsh of the ferry firm, "and the river (which rose) has not." '
_ARABIC = "أُغلق الجسر القديم في المدينة يوم الاثنين بعد ارتفاع النهر. "
_CHINESE = "市长表示，旧桥将于周一关闭，渡船每小时一班。居民说河水已经上涨两米。"
KINDS: dict[str, str] = {
    "paragraphs": (_SENTENCE * 3 + _SPEECH).strip() + "\n\n",
    "one line": _SENTENCE * 3 + _SPEECH,
    "no spaces": "bridge",
    "no full stops": "The river rose and Ada Quill left the bridge while Jo Marsh stayed ",
    "unbalanced quotes": _SPEECH.replace(',"', ",") + "He said “it rained and ‘nobody came. ",
    "nested brackets": "(the [old (new [",
    "short lines": "River\n",
    "right to left": _ARABIC * 3 + "\n\n",
    "Chinese": _CHINESE * 3 + "\n\n",
    "Chinese, one line": _CHINESE,
    "control characters": "The \x07river \u200f\u202erose\u202c\x1b \ufeff\ufffd again. ",
    "digits": "1 ",
    "signs": "@#$%^&*-+=_~|\\/<>{}",
    "exclamations": "no! ",
    "malformed HTML": "<p class=a'><b>The river <i>rose</b> № times on Monday</i> &amp the bridge &#x; "
    "was closed <!- no -></p><br/ <a>",
    "nested HTML": "<div><b>The river rose № times on Monday, and the old bridge was closed. ",
    "nested Markdown": "> - *The [river **rose. ",
}
"""What the text repeats, with a number for "№": of a web page, a line that comes again is read once."""
SUFFIXES = {"malformed HTML": ".html", "nested HTML": ".html", "nested Markdown": ".md"}


def text_of(kind: str, size: int) -> str:
    """A text of one kind with so many bytes."""
    numbered = (KINDS[kind].replace("№", str(number)) for number in count())
    text = "".join(islice(chain.from_iterable(numbered), size))
    return text.encode()[:size].decode(errors="ignore")


def seconds(text: str, suffix: str = ".txt") -> float:
    """Processor time for the script of a text in a file with this suffix."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "article").with_suffix(suffix)
        path.write_text(text, encoding="utf-8")
        started = time.process_time()
        write_script(path)
        return time.process_time() - started


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--only", nargs="*", choices=KINDS, default=list(KINDS))
    arguments = parser.parse_args()
    gc.set_threshold(GARBAGE_EVERY)  # as in the command
    sizes = [size for size in SIZES if size <= arguments.largest]
    seconds(text_of("paragraphs", SIZES[0]))  # models and tables are loaded once
    print("| text | " + " | ".join(f"{size // 1000} kB" for size in sizes) + " |")
    print("|---|" + "---:|" * len(sizes))
    for kind in arguments.only:
        times = (seconds(text_of(kind, size), SUFFIXES.get(kind, ".txt")) for size in sizes)
        print(f"| {kind} | " + " | ".join(f"{time:.2f}" for time in times) + " |", flush=True)


if __name__ == "__main__":
    main()
