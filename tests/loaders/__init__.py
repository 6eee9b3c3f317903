"""Tests of the loaders, room by room."""
