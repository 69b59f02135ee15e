"""Talk that is laid out: who speaks stands before what is said, as in transcripts, interviews and plays.

`labels` reads what can be a speaker's label at the start of a line, `evidence` decides from all of them
whether the text is talk, and `speakers` tells which labels mean the same person. No list of sites, shows or
names is needed: labels of talk repeat, alternate, and what follows them addresses somebody.
"""
