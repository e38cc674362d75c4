"""`lianfang trace`: whom the rule proposes as contacts of a case, each with what speaks for it."""
from uuid import UUID

from django.utils.translation import gettext as _

from lianfang.ground.vault.masks import mask_name
from lianfang.response.tracing import queries

from ...command import Command as Base
from ...command import Refusal


class Command(Base):
    """Propose contacts."""

    help = _("看一个病例的密接：判定表提名了谁、凭什么、哪一行；只看，不定。姓名遮蔽。")
    writes = False
    right = "investigate"

    def arguments(self, parser):
        """Which case."""
        parser.add_argument("case", nargs="?", metavar="CASE", help=_("排查的编号，或者病例记录的编号；不写就列出正在排查的"))

    def answer(self, options):
        """The proposals of one, or those that are traced."""
        if not options["case"]:
            return self._open()
        try:
            index = queries.index_of_case(UUID(options["case"]))
        except ValueError:
            index = None
        if index is None:
            raise Refusal(_("没有编号为“{case}”的排查；不写编号，看正在排查的有哪些").format(case=options["case"]))
        found = queries.proposals(index, self.at)
        rows = queries.in_words(found)
        told = [{"person": str(one.person_id), "name": mask_name(one.person.name), "ring": one.ring, "kind": one.kind,
                 "last_exposed_on": one.last_on.isoformat(), "row": one.ruling.row, "because": one.ruling.because, "evidence": speaks}
                for one, speaks in zip(found, rows, strict=True)]
        if not self.json:
            for one in told:
                self.say(f"{one['name']}\t{one['kind']}\t{one['last_exposed_on']}\t{_('；').join(one['evidence'])}\t{one['because']}")
            self.say(_("{n} 人待定").format(n=len(told)))
        return {"index": str(index.pk), "from": index.from_on.isoformat(), "proposals": told}

    def _open(self):
        told = [{"index": str(one.pk), "name": mask_name(one.person.name), "disease": one.disease, "from": one.from_on.isoformat()}
                for one in queries.open_indexes()]
        for one in [] if self.json else told:
            self.say("\t".join(one.values()))
        return {"indexes": told}
