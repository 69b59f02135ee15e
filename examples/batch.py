"""Narrate many articles; one that cannot be read does not stop the others.

    python examples/batch.py FOLDER ARTICLE…

The exit code is 1 if any of them failed.
"""

import sys
from pathlib import Path

import narrate

folder, articles = Path(sys.argv[1]), sys.argv[2:]
options = narrate.Options(engine="tone", brief=True)  # "tone" beeps; leave it out to hear speech
failed = 0
for article in articles:
    output = folder / Path(article).with_suffix(".opus").name
    if output.exists():
        print(f"{article}: already there")
        continue
    try:
        narrate.narrate(article, [output], options)
    except narrate.NarrateError as error:
        # What is wrong, which value, and what to do: nothing was written.
        print(f"{article}: {error.problem} ({error.remedy})", file=sys.stderr)
        failed += 1
    else:
        print(f"{article}: {output}")
sys.exit(1 if failed else 0)
