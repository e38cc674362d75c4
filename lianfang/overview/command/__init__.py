"""The emergency and its level, heads and groups, the run card, who answers for what, the county's own mechanisms."""
