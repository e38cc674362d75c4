"""What the pages of the territory ask."""
from .buildings import AddressesForm, DoorForm, LaneForm, WizardForm
from .editions import EditionForm
from .places import AddForm, AppointForm, Confirmed, FigureForm, IntoForm, RenameForm

__all__ = ["AddForm", "AddressesForm", "AppointForm", "Confirmed", "DoorForm", "EditionForm", "FigureForm", "IntoForm", "LaneForm",
           "RenameForm", "WizardForm"]
