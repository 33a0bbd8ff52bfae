"""A story played while it is written: no Textual, no clock, nothing kept."""
