"""Checklists: versions kept, one handed in, a blank one to begin with."""
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.outbox.xlsform import blank_form, book_of
from lianfang.ground.ui import forms, tables

from .. import actions
from ..forms import ChecklistForm
from ..models import Checklist
from ..rules import topic_word, topic_words


@may("inspect", sees="inspect")
def checklists(request):
    """All versions, the newest first."""
    columns = [
        tables.Column("title", gettext_lazy("检查表"), "name"), tables.Column("version", gettext_lazy("版本")),
        tables.Column("topic", gettext_lazy("查哪方面"), cell=lambda one: topic_word(one.topic), text=lambda one: topic_word(one.topic)),
        tables.Column("form", gettext_lazy("几题"), "number", sort="", cell=lambda one: len(one.form["fields"]),
                      text=lambda one: len(one.form["fields"])),
        tables.Column("is_scored", gettext_lazy("能打分")), tables.Column("by.name", gettext_lazy("交来")),
        tables.Column("at", gettext_lazy("时间"), "moment"),
    ]
    filters = [tables.Filter("topic", gettext_lazy("查哪方面"), choices=lambda _request: topic_words())]
    table = tables.table(request, Checklist.objects.select_related("by"), columns, filters, "-at", title=_("检查表"),
                         empty_title=_("还没有检查表"), empty_text=_("下载空白检查表，改成要查的，再交上来。"))
    buttons = [(_("空白检查表"), reverse("inspection:blank"), "download")]
    buttons += [(_("交一份检查表"), reverse("inspection:take_checklist"), "upload")] if "muster" in request.rights else []
    return tables.page(request, "inspection/listed.html", table, buttons=buttons, note=_("旧版都留着，查过的按当时的版本看"))


@may("muster", sees="muster")
def take_checklist(request):
    """Hand one in."""
    form = ChecklistForm(request.POST or None, request.FILES or None)

    def act(filled):
        given = filled.cleaned_data
        actions.take_checklist(content=given["file"], topic=given["topic"], by=request.user, at=now())

    return forms.step(request, "inspection/form.html", form, act, _("收下了，从下一次检查开始按它问。"), "inspection:checklists",
                      heading=_("交一份检查表"), button=_("交上来"), back=reverse("inspection:checklists"))


@may("inspect", sees="inspect")
def blank(_request):
    """A small checklist that may be changed into one's own."""
    return HttpResponse(book_of(blank_form("scored")), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        headers={"Content-Disposition": 'attachment; filename="checklist.xlsx"'})
