"""`lianfang trace`: whom the rule proposes as contacts of a case, each with what speaks for it; accepted in bulk for a reason."""
from uuid import UUID

from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import CONSOLE
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import Refused
from lianfang.response.cases import queries as cases
from lianfang.response.tracing import actions, queries

from ...command import Command as Base
from ...command import Refusal

SURE = ("close", "second", "general")


class Command(Base):
    """Propose contacts, or accept them."""

    help = _("看一个病例的密接：判定表提名了谁、凭什么、哪一行；加 --accept 一起定下。姓名遮蔽。")
    right = "investigate"

    def arguments(self, parser):
        """Which case, and whom to accept why."""
        parser.add_argument("case", nargs="?", metavar="CASE", help=_("报告卡的编号，或者排查、病例记录的编号；不写就列出正在排查的"))
        parser.add_argument("--accept", nargs="?", const="all", choices=["all", *SURE], metavar="KIND",
                            help=_("把提名的定为接触者：{kinds}，不写就全部；规则定不了的要在页面上一个一个定").format(kinds="close、second、general"))
        parser.add_argument("--reason", choices=sorted(actions.REASONS), metavar="REASON",
                            help=_("为什么一起定：{reasons}").format(reasons=_("；").join(f"{k} {v}" for k, v in actions.REASONS.items())))

    def answer(self, options):
        """The proposals of one, or those that are traced."""
        self.writes = bool(options["accept"])
        if not options["case"]:
            return self._open()
        index = self._index(options["case"].strip())
        found = queries.proposals(index, self.at)
        told = [_told(one, speaks) for one, speaks in zip(found, queries.in_words(found), strict=True)]
        if not self.json:
            for one in told:
                self.say(f"{one['name']}\t{one['kind']}\t{one['last_exposed_on']}\t{_('；').join(one['evidence'])}\t{one['because']}")
            self.say(_("{n} 人待定").format(n=len(told)))
        accepted = self._accepted(index, found, options) if options["accept"] else []
        return {"index": str(index.pk), "from": index.from_on.isoformat(), "proposals": told, "accepted": accepted}

    def _index(self, case):
        try:
            pk = UUID(case)
        except ValueError:
            pk = cases.case_of_card(case)
        index = queries.index_of_case(pk) if pk else None
        if index is None:
            raise Refusal(_("没有编号为“{case}”的排查；不写编号，看正在排查的有哪些").format(case=case))
        return index

    def _accepted(self, index, found, options) -> list[str]:
        if self.account.login == CONSOLE:
            raise Refusal(_("定接触者要有人负责：请用 --as 写明是谁定的"))
        if not options["reason"]:
            raise Refusal(_("请用 --reason 写明为什么一起定：{reasons}").format(reasons=_("、").join(actions.REASONS)))
        kinds = SURE if options["accept"] == "all" else (options["accept"],)
        people = [one.person_id for one in found if one.kind in kinds]
        try:
            made = actions.accept(index=index, people=people, by=self.account, at=self.at, reason=options["reason"]) if people else []
        except Refused as refused:
            raise Refusal(str(refused)) from None
        self.say(_("定了 {n} 人，留给人定的 {left} 人").format(n=len(made), left=len(found) - len(made)))
        return [str(one.pk) for one in made]

    def _open(self):
        told = [{"index": str(one.pk), "name": mask_name(one.person.name), "disease": one.disease, "from": one.from_on.isoformat()}
                for one in queries.open_indexes()]
        for one in [] if self.json else told:
            self.say("\t".join(one.values()))
        return {"indexes": told}


def _told(one, speaks) -> dict:
    """A proposal for a reader, the name masked."""
    return {"person": str(one.person_id), "name": mask_name(one.person.name), "ring": one.ring, "kind": one.kind,
            "last_exposed_on": one.last_on.isoformat(), "row": one.ruling.row, "because": one.ruling.because, "evidence": speaks}
