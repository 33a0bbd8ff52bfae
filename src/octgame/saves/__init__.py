"""Journals on disk: slots that lose no line, and the list of them."""
