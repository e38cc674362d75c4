"""What others may have done to levels and rings."""
from .circles import draw_circle
from .levels import assess, assess_all, confirm_level, end_level, propose_level, refuse_level
from .papers import print_notice
from .rings import confirm_ring, do_task, draw_ring, lift_ring, refuse_ring

__all__ = ["assess", "assess_all", "confirm_level", "confirm_ring", "do_task", "draw_circle", "draw_ring", "end_level", "lift_ring",
           "print_notice", "propose_level", "refuse_level", "refuse_ring"]
