"""Rosters in: who came, from where."""
