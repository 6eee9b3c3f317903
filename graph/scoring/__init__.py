"""Extractions against gold facts: how much of what a careful reader finds was found, and how much of it is right."""

from graph.scoring.folders import Scores, score_article, score_folders
from graph.scoring.tally import KINDS, Row, Tally

__all__ = ["KINDS", "Row", "Scores", "Tally", "score_article", "score_folders"]
