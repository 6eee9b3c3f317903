"""Which mentions of different articles are the same thing: pure, in memory, no store and no clock."""

from graph.identity.candidates import LIMIT, Fetch, binding, neighbourhood
from graph.identity.clusters import cluster
from graph.identity.comparing import compare
from graph.identity.copies import Sketch, reporting, sketch, sketch_from_json, sketch_to_json
from graph.identity.doubting import Units, doubts
from graph.identity.explaining import Pair, bonds, nearest
from graph.identity.implied import is_implied, is_pointer, with_implied, without_implied
from graph.identity.origins import CROWD, Filed, Shelf, regrouped, sources
from graph.identity.profiling import profile, profiles
from graph.identity.values import Mention, Profile, Score, profile_from_json, profile_to_json
from graph.identity.verdictfile import question_line, read_lines, verdict_line
from graph.identity.verdicts import by_mention, consistent, contradiction, touch

__all__ = [
    "CROWD",
    "LIMIT",
    "Fetch",
    "Filed",
    "Mention",
    "Pair",
    "Profile",
    "Score",
    "Shelf",
    "Sketch",
    "Units",
    "binding",
    "bonds",
    "by_mention",
    "cluster",
    "compare",
    "consistent",
    "contradiction",
    "doubts",
    "is_implied",
    "is_pointer",
    "nearest",
    "neighbourhood",
    "profile",
    "profile_from_json",
    "profile_to_json",
    "profiles",
    "question_line",
    "read_lines",
    "regrouped",
    "reporting",
    "sketch",
    "sketch_from_json",
    "sketch_to_json",
    "sources",
    "touch",
    "verdict_line",
    "with_implied",
    "without_implied",
]
