"""What the clock starts: overdue turns are raised, committed lines sealed."""
from ..accounts.queries import SYSTEM, named
from ..clock import job
from .actions import escalate


def raise_overdue(*, at):
    """Raise what is overdue."""
    escalate(at=at, by=named(SYSTEM))


def register():
    """The schedule of turns."""
    job("workflow.raise", "every 60", raise_overdue)
