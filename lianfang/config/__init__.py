"""The composition of the house: settings, addresses, and the hand-over of reactions."""
