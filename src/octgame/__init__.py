"""octgame: how the night of 25 October 1917 became four histories."""

__version__ = "0.1.0"
