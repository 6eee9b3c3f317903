"""The network page: one HTML file that opens offline and shows the sentence behind every line."""

from graph.views.page.document import page

__all__ = ["page"]
