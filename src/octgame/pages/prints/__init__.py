"""What a lesson needs on paper: whole HTML files, made to be printed."""
