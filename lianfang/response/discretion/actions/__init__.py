"""What others may have done to glimpses and protected addresses."""
from .glimpse import acknowledge, break_glass, end_glimpse, open_across
from .protect import agree_protection, end_protection, lapse, open_address, protect, refuse_protection, renew_protection

__all__ = ["acknowledge", "agree_protection", "break_glass", "end_glimpse", "end_protection", "lapse", "open_across", "open_address",
           "protect", "refuse_protection", "renew_protection"]
