"""What others may have done to cases."""
from .assessing import assess
from .assigning import assign, hand_over, receive_shift
from .closing import recover
from .course import discharge, investigate, move_away, record_death, rule_out, send_out
from .inquiry import DayTold, ExposureTold, fill, finish_basic, take_back, tell
from .intake import Word, take_in
from .linking import Supposed, label, name_source, refuse_source, suppose, suppose_from_rings
from .listing import bring_in, import_linelist
from .pairing import import_links
from .reading import print_card, read_card, write_report
from .reporting import correct, report
from .revisits import drop_revisit, plan_revisits, revisit

__all__ = [
    "DayTold",
    "ExposureTold",
    "Supposed",
    "Word",
    "assess",
    "assign",
    "bring_in",
    "correct",
    "discharge",
    "drop_revisit",
    "fill",
    "finish_basic",
    "hand_over",
    "import_linelist",
    "import_links",
    "investigate",
    "label",
    "move_away",
    "name_source",
    "plan_revisits",
    "print_card",
    "read_card",
    "receive_shift",
    "record_death",
    "recover",
    "refuse_source",
    "report",
    "revisit",
    "rule_out",
    "send_out",
    "suppose",
    "suppose_from_rings",
    "take_back",
    "take_in",
    "tell",
    "write_report",
]
