"""The report: who stands out, by five measures, with the meetings and the sentences behind each rank."""

from graph.views.report.document import report

__all__ = ["report"]
