"""Article to facts: reading files, recognising mentions, finding what the text states."""
