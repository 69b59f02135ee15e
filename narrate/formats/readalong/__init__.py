"""Text and sound together: the page and the book."""
