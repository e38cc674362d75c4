"""Sign-in slips on paper: one strip a person, cut apart and handed over."""
from .slips import Slip, SlipSheet

__all__ = ["Slip", "SlipSheet"]
