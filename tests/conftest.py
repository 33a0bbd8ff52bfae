"""What every test shares: property tests that are the same on each machine."""

from hypothesis import settings

settings.register_profile("octgame", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("octgame")
