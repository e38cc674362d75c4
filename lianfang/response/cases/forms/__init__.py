"""Forms of the cases."""
from .cards import CardForm, DischargeForm, FoundForm, InvestigatedForm, ListForm, NoForm, RevisitForm, SaidForm, WordForm
from .sources import SourceForm

__all__ = ["CardForm", "DischargeForm", "FoundForm", "InvestigatedForm", "ListForm", "NoForm", "RevisitForm", "SaidForm", "SourceForm",
           "WordForm"]
