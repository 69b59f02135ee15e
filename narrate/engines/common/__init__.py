"""What engines share: reading their documents, segments of text, word times, stretching."""
