"""`lianfang board`: the figures of a unit and of the units below it, now or as known at a past moment."""
from django.utils.translation import gettext as _

from lianfang.ground import indicators
from lianfang.overview.situation import queries

from ...command import Command as Base
from ...places import moment_in, unit_in

SHOWN = ("managed", "monitoring", "home", "central", "referred", "isolated", "new_today", "released_today", "symptoms_today", "overdue")


class Command(Base):
    """Show a board."""

    help = _("看一个单位的态势：在管、措施、早晚检、逾期等数字，和下级各单位的同样数字；可看过去任一时点。")
    writes = False
    right = "look"

    def arguments(self, parser):
        """Where and when."""
        parser.add_argument("--unit", metavar="CODE", help=_("单位的区划代码或路径；默认本县"))
        parser.add_argument("--at", metavar="MOMENT", help=_("时点，如 2020-03-18T18:45；默认此刻"))

    def answer(self, options):
        """The board."""
        found = queries.board(self.covered(unit_in(options["unit"])), moment_in(options["at"], self.at))
        if not self.json:
            self._print(found)
        units = [{"unit": line.unit.path if line.unit else "", "name": line.name, "code": line.unit.code if line.unit else "",
                  "figures": line.figures} for line in found.lines]
        return {"unit": found.unit.path, "name": found.unit.name, "code": found.unit.code, "at": found.at.isoformat(),
                "figures": found.total.figures, "units": units}

    def _print(self, found):
        heads = [str(indicators.INDICATORS[code]) for code in SHOWN]
        self.say(f"{found.unit.name}  {found.at:%Y-%m-%d %H:%M}")
        self.say("\t".join([_("单位"), *heads]))
        for line in [found.total, *found.lines]:
            self.say("\t".join([line.name or _("本级"), *(str(line[code]) for code in SHOWN)]))
