"""What others may ask of the ledger."""
from .cuts import booked, cut_at, cut_of_day, cuts_of_days, differences, lately, stands
from .files import export_csv, export_dhis2, what_is_missing
from .trail import change_titles, changes_named, trail

__all__ = ["booked", "change_titles", "changes_named", "cut_at", "cut_of_day", "cuts_of_days", "differences", "export_csv", "export_dhis2",
           "lately", "stands", "trail", "what_is_missing"]
