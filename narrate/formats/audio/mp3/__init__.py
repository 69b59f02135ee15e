"""MP3: LAME on all cores, and the ID3 tag."""
