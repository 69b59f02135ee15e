"""Podcasts: a folder that can be put on the web as it is.

    SHOW/show.toml                what the podcast says of itself; yours to edit
    SHOW/artwork.jpg              its picture
    SHOW/feed.xml                 the feed, made from the other files alone
    SHOW/episodes/NAME.toml       what the feed says of an episode
    SHOW/episodes/NAME.mp3 …      its audio, transcripts, chapters and picture

It works on files that were made, whoever made them. The feed is written last and in one step; a file that an
older feed names keeps its bytes until then (an episode that changes gets new file names, `NAME.2.mp3`). So
what is there is whole at every moment, wherever a run is interrupted.
"""

from narrate.feed.adding import Added, Conflicts, add, build, remove
from narrate.feed.checking import Finding, check
from narrate.feed.files import EPISODES, put
from narrate.feed.serving import serve
from narrate.feed.show import ARTWORK, FEED, Show, create, read

__all__ = [
    "ARTWORK",
    "EPISODES",
    "FEED",
    "Added",
    "Conflicts",
    "Finding",
    "Show",
    "add",
    "build",
    "check",
    "create",
    "put",
    "read",
    "remove",
    "serve",
]
