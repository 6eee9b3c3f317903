"""`python -m graph.schema > graph/docs/schema.md` writes the reference page anew."""

from graph.schema.page import page
from graph.schema.reading import schema

print(page(schema()), end="")
