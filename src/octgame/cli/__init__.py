"""The commands, and the wiring of rooms that each of them needs."""
