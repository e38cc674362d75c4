"""What others may ask of directives and of things to be done."""
from .closing import Closure, closure, closure_by
from .groups import groups_on, hand_in, tags_on
from .origins import Progress, counts_of, issued_of, progress_of
from .tasks import lineage, not_closed_by, of_origin, open_by_tag, open_tasks, parts_of, risen

__all__ = ["Closure", "Progress", "closure", "closure_by", "counts_of", "groups_on", "hand_in", "issued_of", "lineage", "not_closed_by",
           "of_origin", "open_by_tag", "open_tasks", "parts_of", "progress_of", "risen", "tags_on"]
