"""What is made for all tests of podcasts: see `shows`."""

from tests.feed.shows import ferry, master, published, recorded, show

__all__ = ["ferry", "master", "published", "recorded", "show"]
