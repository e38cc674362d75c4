"""Words of the gate's tables in the reader's language."""
from lianfang.ground import decisions
from lianfang.ground.vault.masks import STAR


def gate_word(column, code) -> str:
    """A code of the gate table."""
    return decisions.shipped("gate").labels.of(column, code)


def step_word(code) -> str:
    """扫码, 测温, 查验."""
    return decisions.shipped("skips").labels.of("step", code)


def reason_word(code) -> str:
    """A reason of the list."""
    return decisions.shipped("skips").labels.of("reason", code)


def mask_plate(plate) -> str:
    """禾A58K21 → 禾A＊21: enough to tell the car that stands there."""
    return plate if len(plate) < 5 else f"{plate[:2]}{STAR}{plate[-2:]}"
