"""What a turn asks for, in the words of samplers and of the laboratory."""
from django.utils.translation import gettext as _

from .models import Recall, Tube


def tube_titles(ids) -> dict:
    """封管：9901000001."""
    says = {"open": _("采满封管：{code}"), "sealed": _("送检：{code}"), "sent": _("接收：{code}"), "received": _("上机：{code}"),
            "running": _("出结果：{code}")}
    return {one.pk: says[one.state].format(code=one.code)
            for one in Tube.objects.filter(pk__in=ids, state__in=says).only("pk", "code", "state")}


def recall_titles(ids) -> dict:
    """单采复核，原管 9901000001: nobody's name; the laboratory reads it too."""
    says = {"due": _("通知本人，单采复核（原管 {code}）"), "sampled": _("复核出结果（原管 {code}）")}
    found = Recall.objects.filter(pk__in=ids, state__in=says).values_list("pk", "state", "sample__tube__code")
    return {pk: says[state].format(code=code or _("外送")) for pk, state, code in found}


titles = {"tube": tube_titles, "recall": recall_titles}
