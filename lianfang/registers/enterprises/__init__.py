"""Enterprises: the county's firms, whom several loops point at; no person stands here."""
