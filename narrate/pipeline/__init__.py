"""From a source to files: the only part of the package that imports all stages.

`producing` has the order of the work, `from_article` and `from_ssml` are its two front ends, and `api` is
what others call.
"""
