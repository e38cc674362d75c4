"""Records of what is ordered and of what becomes of it."""
from .desk import Call, Shift
from .directive import EVIDENCE, HANDED, KINDS, SOURCES, URGENCY, Directive, Receipt
from .notes import SIDES, Adoption, Milestone, Practice, Visit
from .task import DOING, OPEN, Task

__all__ = [
           "DOING",
           "EVIDENCE",
           "HANDED",
           "KINDS",
           "OPEN",
           "SIDES",
           "SOURCES",
           "URGENCY",
           "Adoption",
           "Call",
           "Directive",
           "Milestone",
           "Practice",
           "Receipt",
           "Shift",
           "Task",
           "Visit",
]
