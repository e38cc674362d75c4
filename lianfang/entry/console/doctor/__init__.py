"""What is unsafe in this installation, in plain words, each with its mend."""
from .around import AROUND
from .copies import COPIES
from .finding import Finding
from .inside import INSIDE

__all__ = ["Finding", "findings"]


def findings(at, backups=()) -> list[Finding]:
    """Everything found, the unsafe first."""
    found = [one for look in AROUND for one in look(backups)] + [one for look in (*INSIDE, *COPIES) for one in look(at)]
    return sorted(found, key=lambda one: not one.is_unsafe)
