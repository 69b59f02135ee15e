"""The rules: each one cuts and marks pieces, and drops nothing. `recognizing` has their order."""
