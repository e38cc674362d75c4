"""What is asked in this room."""
from .notes import AnswerForm, MilestoneForm, PracticeForm, SheetForm, SpreadForm, VisitForm
from .orders import IssueForm, MeasureForm, WhyForm, measures
from .tasks import CallForm, DeferForm, DoneForm, FindingForm, NoteForm, PassForm, TaskForm, said_in

__all__ = ["AnswerForm", "CallForm", "DeferForm", "DoneForm", "FindingForm", "IssueForm", "MeasureForm", "MilestoneForm", "NoteForm",
           "PassForm", "PracticeForm", "SheetForm", "SpreadForm", "TaskForm", "VisitForm", "WhyForm", "measures", "said_in"]
