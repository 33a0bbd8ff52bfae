"""A class that plays together: its lesson, its votes, its record."""
