"""Series of meetings, their facts frozen at the cut-off, an agenda that writes itself, decisions, minutes."""
