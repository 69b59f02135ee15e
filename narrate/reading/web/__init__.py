"""Articles from the web: one polite request, bounded in every way."""

from narrate.reading.web.fetch import MOST_REDIRECTS, SECONDS, download

__all__ = ["MOST_REDIRECTS", "SECONDS", "download"]
