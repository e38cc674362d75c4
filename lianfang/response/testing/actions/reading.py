"""Opening what a test found: written down, and the person can see it."""
from lianfang.registers.people.actions import read_words


def read_outcome(*, member, reason, by, at):
    """Write down who opens somebody's results, and why; they stay open to him for the reason's minutes."""
    read_words(record=member, verb="testing.read_outcome", flow="member", reason=reason, by=by, at=at)
