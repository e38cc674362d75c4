"""What others may have done in transfers: one verb each."""
from .departing import cancel_departure, chase_receipt, print_letter, send_case, take_receipt
from .letters import Letter, county_of, open_letter, print_receipt, send_receipt, settle, take_letter, void_letter
from .naming import Told, name_people, tell_found
from .sheets import import_people

__all__ = ["Letter", "Told", "cancel_departure", "chase_receipt", "county_of", "import_people", "name_people", "open_letter",
           "print_letter", "print_receipt", "send_case", "send_receipt", "settle", "take_letter", "take_receipt", "tell_found",
           "void_letter"]
