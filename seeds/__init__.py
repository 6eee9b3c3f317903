"""What is known before reading: data files only (schema, lexicons, corpus, gold facts, queries)."""
