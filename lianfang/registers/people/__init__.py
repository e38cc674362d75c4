"""Persons, their doors, dated categories, register entries."""
