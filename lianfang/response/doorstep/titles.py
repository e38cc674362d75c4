"""What a turn of doorstep asks for, in the words of the street."""
from django.utils.translation import gettext as _

from .models import Call, Campaign, Mismatch, Seal, Share
from .models.household import REASONS
from .queries.comparing import kind_word


def share_titles(ids) -> dict:
    """入户排查：还差 12 户."""
    found = Share.objects.filter(pk__in=ids).select_related("campaign")
    return {one.pk: _("{campaign}：还差 {n} 户").format(campaign=one.campaign.title, n=one.open_doors) for one in found}


def call_titles(ids) -> dict:
    """再次上门：上次没人在家."""
    return {pk: _("再次上门：{why}").format(why=REASONS[why]) for pk, why in Call.objects.filter(pk__in=ids).values_list("pk", "reason")}


def seal_titles(ids) -> dict:
    """贴骑缝条 2020-00017; look at it; call on who broke it."""
    asked = {"printed": _("贴骑缝条 {number}"), "posted": _("查看骑缝条 {number}"), "broken": _("骑缝条 {number} 破了，今天上门")}
    return {one.pk: asked[one.state].format(number=one.number) for one in Seal.objects.filter(pk__in=ids, state__in=asked)}


def campaign_titles(ids) -> dict:
    """结束排查：2 月返乡人员."""
    return {pk: _("结束排查：{title}").format(title=title) for pk, title in Campaign.objects.filter(pk__in=ids).values_list("pk", "title")}


def calls_open(ids) -> dict:
    """From when a call may be made."""
    return dict(Call.objects.filter(pk__in=ids).values_list("pk", "opens_at"))


def mismatch_titles(ids) -> dict:
    """三对照：登记在册，没找到人."""
    kinds = Mismatch.objects.filter(pk__in=ids).values_list("pk", "kind")
    return {pk: _("三对照：{kind}").format(kind=kind_word(kind)) for pk, kind in kinds}


titles = {"share": share_titles, "call": call_titles, "seal": seal_titles, "campaign": campaign_titles, "mismatch": mismatch_titles}
