"""Captions, transcripts and lists of chapters."""
