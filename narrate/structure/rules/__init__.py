"""Rules that recognise the parts of an article, each a `Rule`. `recognizing` has their order."""
