"""Pages of the wall: the screen itself, and the desk and phone from which it is put up and steered."""
