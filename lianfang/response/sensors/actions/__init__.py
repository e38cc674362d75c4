"""What others may have done to sensors: devices, doors, what is told, what is looked at."""
from .alerts import answer_alert
from .bind import bind_device, follow_orders, unbind_device, withdraw_consent
from .devices import register_device, renew_key, retire_device
from .settle import settle
from .take import Told, TooMany, Unheard, take_events

__all__ = ["Told", "TooMany", "Unheard", "answer_alert", "bind_device", "follow_orders", "register_device", "renew_key",
           "retire_device", "settle", "take_events", "unbind_device", "withdraw_consent"]
