"""Which mentions of different articles are the same thing: pure, in memory, no store and no clock."""

from graph.identity.clusters import cluster
from graph.identity.comparing import compare
from graph.identity.profiling import profile, profiles
from graph.identity.values import Mention, Profile, Score

__all__ = ["Mention", "Profile", "Score", "cluster", "compare", "profile", "profiles"]
