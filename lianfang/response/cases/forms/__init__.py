"""Forms of the cases."""
from .cards import CardForm, FoundForm, ListForm, WordForm
from .course import AwayForm, DischargeForm, InvestigatedForm, NoForm, OutForm, RevisitForm, SaidForm
from .inquiry import AnswerForm, AssignForm, ExposedForm, HandForm, SymptomsForm
from .sources import SourceForm

__all__ = ["AnswerForm", "AssignForm", "AwayForm", "CardForm", "DischargeForm", "ExposedForm", "FoundForm", "HandForm",
           "InvestigatedForm", "ListForm", "NoForm", "OutForm", "RevisitForm", "SaidForm", "SourceForm", "SymptomsForm",
           "WordForm"]
