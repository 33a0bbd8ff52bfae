"""The files of a story: from a folder to trees of text with positions."""
