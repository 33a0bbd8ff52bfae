"""New stories and new entries: skeletons that teach, written beside what is there."""
