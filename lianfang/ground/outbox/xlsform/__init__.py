"""Questions written as a sheet (XLSForm), kept as the house's form JSON, asked as a Django form; some of them may count."""
from .asking import form_of, spoken
from .reading import Unreadable, blank_form, book_of, full_marks, read

__all__ = ["Unreadable", "blank_form", "book_of", "form_of", "full_marks", "read", "spoken"]
