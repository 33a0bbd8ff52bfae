"""The interface for authors: the game's own, with the workbench beside it."""
