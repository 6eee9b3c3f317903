"""Article to mentions: what a text names, and where."""
