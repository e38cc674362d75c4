"""What others may ask of testing."""
from .groups import GROUPS, Group, group, groups, shown_groups
from .members import belongings_of, member_named, outcomes_of
from .scheduling import ahead, next_due

__all__ = ["GROUPS", "Group", "ahead", "belongings_of", "group", "groups", "member_named", "next_due", "outcomes_of", "shown_groups"]
