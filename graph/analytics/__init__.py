"""Answers from a graph: networks for NetworkX, projections, rankings, circles, timelines; one question a module."""

from graph.analytics.communities import Communities, communities
from graph.analytics.networks import links, network
from graph.analytics.projection import Projection, project
from graph.analytics.ranking import MEASURES, Ranked, Ranking, ranking
from graph.analytics.timeline import Timeline, timeline

__all__ = [
    "MEASURES",
    "Communities",
    "Projection",
    "Ranked",
    "Ranking",
    "Timeline",
    "communities",
    "links",
    "network",
    "project",
    "ranking",
    "timeline",
]
