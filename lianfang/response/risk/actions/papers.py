"""The notice of a zone is printed: written down, with who has it."""
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of


def print_notice(*, level, by, at):
    """Print the notice of a level; returns its line."""
    told = line_of(level, "risk.print_notice", kind="level", by=by, at=at)
    journal.write([told])
    return told
