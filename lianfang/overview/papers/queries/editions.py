"""The county's own Word templates: which papers have one, their versions, the one in force."""
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from docx import Document

from lianfang.ground.documents import place_of

from ..models import Edition

ROOT = Path(__file__).resolve().parents[3]
TITLES = {
    "situation/bulletin.docx": _("疫情防控日报"), "papers/weekly.docx": _("疫情防控周报"), "papers/press.docx": _("新闻通稿"),
    "inspection/paper.docx": _("督查排名、督查通报"), "meetings/minutes.docx": _("会议纪要"), "isolation/start.docx": _("隔离告知书"),
    "isolation/release.docx": _("解除隔离通知书"), "tracing/letter.docx": _("协查函"), "tracing/recall.docx": _("撤回协查函"),
    "risk/notice.docx": _("风险区、防控圈通告"), "cases/card.docx": _("传染病报告卡"), "transfers/receipt.docx": _("接收回执"),
    "transfers/sending.docx": _("移交函"), "upward/report.docx": _("上报市指挥部"), "points/weekly.docx": _("风险研判周报"),
    "directives/directive.docx": _("指令"), "directives/milestones.docx": _("大事记"), "testing/work_pass.docx": _("返岗证明"),
    "sites/trip.docx": _("转运单"), "portal/form.docx": _("网上表单"), "incident/sections.docx": _("调查报告、事件档案"),
    "ending/certificate.docx": _("应急结束证明"), "trial/comparison.docx": _("政策试算比较"),
}


def places() -> dict[str, Path]:
    """Every paper's standard Word template by its place, in the order of what a secretary edits most."""
    found = {place_of(path): path for path in sorted(ROOT.rglob("papers/*.docx"))}
    order = list(TITLES)
    return dict(sorted(found.items(), key=lambda one: order.index(one[0]) if one[0] in order else len(order)))


def title_of(place) -> str:
    """What the paper is called."""
    return str(TITLES.get(place) or Document(str(places()[place])).core_properties.title or place)


def editions_of(place) -> list[Edition]:
    """The versions of a template, the newest first."""
    return list(Edition.objects.filter(place=place).defer("content").order_by("-number"))


def in_force() -> dict[str, Edition]:
    """The newest version of each place that has one."""
    return {one.place: one for one in Edition.objects.order_by("number").defer("content")}
