"""Documents that leave the game."""
