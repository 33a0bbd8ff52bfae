"""What an author wrote, as values."""
