"""What a turn asks for, in the words of the street."""
from django.utils.translation import gettext as _

from lianfang.ground.vault.masks import mask_name

from .models import CONTENTS, Notice, Passage, Shift


def passage_titles(ids) -> dict:
    """等复核：青禾南收费站 高＊."""
    says = {"waiting": _("复核：{post} {name}"), "observing": _("复测：{post} {name}"), "transferring": _("转运：{post} {name}")}
    found = Passage.objects.filter(pk__in=ids).select_related("post")
    return {one.pk: says.get(one.state, "{post} {name}").format(post=one.post.name, name=mask_name(one.name.open()) if one.name else "")
            for one in found}


def notice_titles(ids) -> dict:
    """到家登记; 签收：已转运; 告知外县：已劝返: what is to be done, and of what."""
    says = {"noticed": _("签收：{what}"), "telling": _("告知外县：{what}"), "missing": _("查找：没有到家")}
    found = Notice.objects.filter(pk__in=ids).values_list("pk", "content", "state")
    return {pk: says.get(state, "{what}").format(what=CONTENTS[content]) for pk, content, state in found}


def shift_titles(ids) -> dict:
    """交班：青禾南收费站."""
    return {pk: _("交班：{post}").format(post=name) for pk, name in Shift.objects.filter(pk__in=ids).values_list("pk", "post__name")}


titles = {"passage": passage_titles, "notice": notice_titles, "shift": shift_titles}
