"""What is meant to become an account: a name, a phone, the posts to be held."""
from dataclasses import dataclass, field
from datetime import date

from ..units.models import Unit
from .models import Account


@dataclass
class Post:
    """A role at a unit for a time, and whether its holder answers for that unit."""

    role: str
    unit: Unit
    from_on: date
    until_on: date | None = None
    answers: bool = False


@dataclass
class Draft:
    """Somebody to be given assignments: an account that stands, or the name and phone of a new one; without login one is made."""

    name: str
    phone: str = ""
    login: str = ""
    posts: list[Post] = field(default_factory=list)
    account: Account | None = None
    is_demo: bool = False
