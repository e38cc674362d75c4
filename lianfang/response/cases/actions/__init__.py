"""What others may have done to cases."""
from .assessing import assess
from .closing import recover
from .course import discharge, investigate, move_away, record_death, rule_out
from .intake import Word, take_in
from .listing import bring_in, import_linelist, mapping_of
from .reading import print_card, read_card
from .reporting import correct, report
from .revisits import drop_revisit, plan_revisits, revisit

__all__ = ["Word", "assess", "bring_in", "correct", "discharge", "drop_revisit", "import_linelist", "investigate", "mapping_of",
           "move_away", "plan_revisits", "print_card", "read_card", "record_death", "recover", "report", "revisit", "rule_out", "take_in"]
