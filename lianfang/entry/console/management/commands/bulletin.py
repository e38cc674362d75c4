"""`lianfang bulletin`: the bulletin of a cut-off, frozen if it was not yet, as Word, PDF or JSON."""
from pathlib import Path

from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI
from lianfang.overview.situation import actions, cutoffs, queries

from ...command import Command as Base
from ...command import Refusal
from ...places import moment_in, unit_in

FORMS = (".docx", ".pdf")


class Command(Base):
    """Make or print a bulletin."""

    help = _("出一期疫情防控日报：到截数时点冻结数字（已冻结的照原样），写成 Word、PDF 或 JSON；过去的截数也能补出。")

    right = "manage"

    def arguments(self, parser):
        """Which cut-off, of which unit, into which file."""
        parser.add_argument("--at", metavar="MOMENT", help=_("截数时点，如 2020-03-18T18:45；默认最近一次截数"))
        parser.add_argument("--unit", metavar="CODE", help=_("单位的区划代码或路径；默认本县"))
        parser.add_argument("--out", metavar="X.docx|X.pdf", help=_("写到这个文件"))

    def answer(self, options):
        """The figures; the file too where one is named."""
        out = Path(options["out"]) if options["out"] else None
        if out and out.suffix.lower() not in FORMS:
            raise Refusal(_("只能写成 .docx 或 .pdf，不能是“{name}”").format(name=out.name))
        at = moment_in(options["at"], self.at) if options["at"] else cutoffs.latest(self.at, 1)[0].at
        found = actions.freeze(unit=self.covered(unit_in(options["unit"])), cut_off_at=at, by=self.account, at=self.at)
        if out:
            self._write(out, queries.paper(found))
        figures = queries.figures_of(found)
        self.say(_("{unit}疫情防控日报第 {n} 期，截至 {at}，在管 {managed} 人，校验码 {code}").format(
            unit=found.unit.name, n=found.number, at=f"{at:%Y-%m-%d %H:%M}", managed=figures["managed"], code=found.check_code))
        return {"number": found.number, "serial": found.serial, "edition": found.edition, "unit": found.unit.path, "state": found.state,
                "cut_off": found.cut_off_at.astimezone(SHANGHAI).isoformat(), "check_code": found.check_code, "figures": figures,
                "previous_cut_off": found.previous_at.astimezone(SHANGHAI).isoformat(), "out": str(out) if out else None}

    def _write(self, out, paper):
        try:
            out.write_bytes(paper.pdf() if out.suffix.lower() == ".pdf" else paper.docx())
        except OSError as fault:
            raise Refusal(_("写不了文件“{name}”：{fault}").format(name=out, fault=fault.strerror)) from None
