"""How a case came to where it stands: its own lines of the journal, in the words of its flow."""
from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import FLOWS

from ..words import moment_word

SIGNS = {"take_in": "user-plus", "report": "note", "correct": "refresh", "investigate": "search",
         "finish_basic": "check", "assign": "people",
         "discharge": "exit", "revisit": "heat",
         "recover": "done", "read_card": "eye", "print_card": "print", "read_file": "eye", "print_file": "print", "raise": "bell"}
TYPED = ("cases.fill", "cases.tell", "cases.take_back")


def story_of(case) -> list[dict]:
    """The steps of one case, oldest first; each answer of the form stands on the form."""
    lines = list(Line.objects.filter(record__in=[case.pk, *case.revisits.values_list("pk", flat=True)]).exclude(verb__in=TYPED)
                 .order_by("at", "id"))
    names = dict(Account.objects.filter(pk__in={told.by for told in lines}).values_list("pk", "name"))
    other = {"cases.read_card": _("看了报告卡"), "cases.print_card": _("打印了报告卡"), "workflow.raise": _("逾期，转县指挥部"),
             "workflow.urge": _("催办"), "cases.name_source": _("定了传染来源"), "cases.refuse_source": _("排除了一个来源"),
             "incident.read_file": _("看了事件档案"), "incident.print_file": _("打印了事件档案")}
    return [{"title": other.get(told.verb) or _step(told), "at": moment_word(told.at), "sign": SIGNS.get(told.verb.split(".")[1], "check"),
             "note": _("经办 {name}").format(name=names.get(told.by, "")), "text": _text(told),
             "tone": "bad" if told.verb == "workflow.raise" else ""} for told in lines]


def _step(told) -> str:
    flow = FLOWS.get(told.kind)
    step = flow.steps.get(told.verb.split(".", 1)[1]) if flow else None
    return f"{flow} · {step}" if step else told.verb


def _text(told) -> str:
    return _("第 {n} 张卡，改了 {k} 项").format(n=told.data["edition"], k=len(told.data["changed"])) if told.data.get("changed") else ""
