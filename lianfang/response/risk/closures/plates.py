"""Plates as they are compared: capitals without blanks and dots, and what equal ones have in common."""
from lianfang.ground.vault import blinds
from lianfang.ground.vault.indexes import turned


def plain_plate(text) -> str:
    """禾A58K21, however it was typed."""
    return "".join(text.split()).replace("·", "").replace(".", "").upper()


def blind_of(plate) -> str:
    """The blind of a plate; nothing of nothing."""
    return turned(blinds("closures.plate", plain_plate(plate))) if plate else ""
