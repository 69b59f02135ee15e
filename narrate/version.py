"""The version, in one place: the package, its metadata and what it says to servers take it from here."""

__version__ = "0.2.0"
