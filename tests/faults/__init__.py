"""Faults at moments drawn at random: what a store holds afterwards, counted. `python -m tests.faults --help`."""
