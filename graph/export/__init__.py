"""The graph for other programs: one format a module, each a function from a store to files."""

from graph.export.formats import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
