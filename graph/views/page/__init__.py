"""The network page: one HTML file that opens offline and shows the sentence behind every line."""

from graph.views.page.document import page, save
from graph.views.page.selection import Selection, left_out_words

__all__ = ["Selection", "left_out_words", "page", "save"]
