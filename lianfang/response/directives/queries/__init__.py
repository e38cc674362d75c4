"""What others may ask of directives and of things to be done."""
from .closing import Closure, closure, closure_by
from .groups import groups_on, hand_in, tags_on
from .tasks import lineage, not_closed_by, of_origin, open_tasks, parts_of, risen

__all__ = ["Closure", "closure", "closure_by", "groups_on", "hand_in", "lineage", "not_closed_by", "of_origin", "open_tasks", "parts_of",
           "risen", "tags_on"]
