"""Files that are sound alone."""
