"""What others may ask of sensors."""
from .asking import hand_in
from .doors import door_of_order, own_door, own_doors

__all__ = ["door_of_order", "hand_in", "own_door", "own_doors"]
