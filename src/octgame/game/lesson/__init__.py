"""A lesson as it is run: what a step projects, decides, and how long it takes."""
