"""Quality on the labelled articles and pages of tests/data: loading them, scoring what narrate makes of them.

    python -m benchmarks.labelled                  the table
    python -m benchmarks.labelled --misses         what was missed, too
    python -m benchmarks.labelled --pin            raise the floors
    python -m benchmarks.labelled --pin --lower    lower them, too: say why in the commit

tests/data/README.md describes the format of the labels.
"""
