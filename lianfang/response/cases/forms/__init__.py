"""Forms of the cases."""
from .cards import CardForm, DischargeForm, FoundForm, InvestigatedForm, ListForm, NoForm, RevisitForm, SaidForm, WordForm
from .inquiry import AnswerForm, AssignForm, ExposedForm, SymptomsForm
from .sources import SourceForm

__all__ = ["AnswerForm", "AssignForm", "CardForm", "DischargeForm", "ExposedForm", "FoundForm", "InvestigatedForm", "ListForm", "NoForm",
           "RevisitForm", "SaidForm", "SourceForm", "SymptomsForm", "WordForm"]
