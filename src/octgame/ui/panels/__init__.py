"""What the panel shows: one file per thing, each a function from the desk to rows."""
