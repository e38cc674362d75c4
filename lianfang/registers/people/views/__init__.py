"""Pages of the register of people."""
from .categories import add_category, categories, end_category, rename_category
from .looks import looks
from .people import open_person, people, person
from .search import search

__all__ = ["add_category", "categories", "end_category", "looks", "open_person", "people", "person", "rename_category", "search"]
