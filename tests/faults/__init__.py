"""Faults of the machine around a run: kills, full disks, odd streams, damaged caches.

    python -m tests.faults [--only kills …]

tries all of them, prints a table, and ends with 1 if one fails; `test_faults.py` tries a few of each kind.
"""
