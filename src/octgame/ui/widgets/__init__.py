"""The widgets, one to a file; each paints its own lines."""
