"""What others may ask about persons, categories and register entries."""
from .matching import known_entries, known_people, people_by_phone, refusals
from .register import Places, categories_in_force, household, memberships_of, people_listed, persons, standing, under, whereabouts
from .search import Found, search, whole_number

__all__ = ["Found", "Places", "categories_in_force", "household", "known_entries", "known_people", "memberships_of", "people_by_phone",
           "people_listed", "persons", "refusals", "search", "standing", "under", "whereabouts", "whole_number"]
