"""An outside oracle: stories as ink, and the same plays by both."""
