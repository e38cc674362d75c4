"""Phases of the emergency: which policy holds from which day, by which document, and which editions of the tables hold in it."""
