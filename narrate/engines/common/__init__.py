"""What engines share: reading their documents, pieces of text, word times, stretching."""
