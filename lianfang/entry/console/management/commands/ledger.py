"""`lianfang ledger export`: signed days of the statistics ledger, as CSV or as DHIS2 `dataValueSets`."""
import json
from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext as _

from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.overview.ledger import actions, queries

from ...command import Command as Base
from ...command import Refusal
from ...places import day_in, unit_in

MOST_DAYS = 92


class Command(Base):
    """Hand figures on."""

    help = _("统计台账：把已签核的日子导出成 CSV，或 DHIS2 的 dataValueSets（JSON）；编码表里缺的逐项说明。")
    right = "manage"

    def arguments(self, parser):
        """Which days, in which form, into which file."""
        parser.add_argument("what", choices=["export"], help=_("导出"))
        parser.add_argument("--dhis2", action="store_true", help=_("DHIS2 的 dataValueSets；默认 CSV"))
        parser.add_argument("--from", dest="first", metavar="DAY", help=_("从哪一天，如 2020-03-18；默认和 --on 同一天"))
        parser.add_argument("--on", metavar="DAY", help=_("到哪一天；默认今天"))
        parser.add_argument("--out", type=Path, metavar="FILE", help=_("写到这个文件；默认标准输出"))

    def answer(self, options):
        """The file, or the text of it."""
        last = day_in(options["on"], day_of(self.at))
        first = day_in(options["first"], last)
        if not 0 <= (last - first).days < MOST_DAYS or last > day_of(self.at):
            raise Refusal(_("起止日期不对，一次最多 {n} 天。").format(n=MOST_DAYS))
        county, days = self.covered(unit_in(None)), [first + timedelta(days=n) for n in range((last - first).days + 1)]
        try:
            found = queries.export_dhis2(county, days) if options["dhis2"] else queries.export_csv(county, days)
        except Refused as refused:
            raise Refusal(str(refused)) from None
        form = "json" if options["dhis2"] else "csv"
        content = json.dumps(found, ensure_ascii=False, indent=1).encode() if options["dhis2"] else found
        if options["out"]:
            self._write(options["out"], content)
        actions.taken_away(days=days, unit=county, form=form, by=self.account, at=self.at)
        if options["out"]:
            self.say(_("{n} 天的数写到了 {path}").format(n=len(days), path=options["out"]))
        elif not self.json:
            self.say(content.decode("utf-8-sig"))
        return {"days": [on.isoformat() for on in days], "form": form, "out": str(options["out"] or ""),
                "body": found if options["dhis2"] else found.decode("utf-8-sig")}

    def _write(self, path, content):
        try:
            path.write_bytes(content)
        except OSError as fault:
            raise Refusal(_("写不了文件“{name}”：{fault}").format(name=path, fault=fault.strerror)) from None
