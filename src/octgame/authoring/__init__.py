"""What an author runs against a story."""
