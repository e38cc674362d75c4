"""What others may have done: orders that shut, their lifting, proof, exemptions, events, services."""
from .events import Wish, apply_event, decline_event, hold_event, permit_event, revoke_event, withdraw_event
from .exempting import Exempt, allow_exemption, end_exemption, propose_exemption, refuse_exemption
from .lifting import lift_closure, lift_part
from .ordering import Order, approve_closure, extend_closure, keep_closure, pass_closures, propose_closure, refuse_closure
from .papers import print_notice, print_register
from .proving import see_open, see_shut
from .sent import take_seen
from .services import add_service, close_service

__all__ = ["Exempt", "Order", "Wish", "add_service", "allow_exemption", "apply_event", "approve_closure", "close_service", "decline_event",
           "end_exemption", "extend_closure", "hold_event",
           "keep_closure", "lift_closure", "lift_part", "pass_closures", "permit_event", "print_notice",
           "print_register", "propose_closure", "propose_exemption", "refuse_closure", "refuse_exemption", "revoke_event",
           "see_open", "see_shut", "take_seen", "withdraw_event"]
