"""Sheets that offices hand in: people by name and number, results by number and time."""
from .reading import Row, read_people, read_results

__all__ = ["Row", "read_people", "read_results"]
