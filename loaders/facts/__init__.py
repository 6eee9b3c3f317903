"""Mentions to facts: who holds which office, who met whom, who signed what, each with its sentence."""
