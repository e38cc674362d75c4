"""What a campaign asks beside the usual: a sheet (XLSForm), kept as the house's form JSON, asked as a Django form."""
from .asking import form_of, spoken
from .reading import Unreadable, blank_form, read

__all__ = ["Unreadable", "blank_form", "form_of", "read", "spoken"]
