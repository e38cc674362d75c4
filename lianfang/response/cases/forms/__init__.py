"""Forms of the cases."""
from .cards import (
    AwayForm,
    CardForm,
    DischargeForm,
    FoundForm,
    InvestigatedForm,
    ListForm,
    NoForm,
    OutForm,
    RevisitForm,
    SaidForm,
    WordForm,
)
from .inquiry import AnswerForm, AssignForm, ExposedForm, HandForm, SymptomsForm
from .sources import SourceForm

__all__ = ["AnswerForm", "AssignForm", "AwayForm", "CardForm", "DischargeForm", "ExposedForm", "FoundForm", "HandForm",
           "InvestigatedForm", "ListForm", "NoForm", "OutForm", "RevisitForm", "SaidForm", "SourceForm", "SymptomsForm",
           "WordForm"]
