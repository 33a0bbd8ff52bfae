"""The proof of a story: what some play meets, and what none does."""
