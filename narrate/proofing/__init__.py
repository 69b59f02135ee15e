"""Proof-listening: a finished recording is recognised and compared with what should have been said."""
