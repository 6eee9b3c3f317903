"""Facts to graph to answers: stores, identity, analytics, views and the command line."""
