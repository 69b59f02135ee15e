"""The default engine: hibari-tts, whose model comes in its wheel."""
