"""Who stands above whom in the chains of a disease, and what is known of a case's sources."""
from collections import defaultdict

from django.db.models import Q
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused

from ..models import Case, Link


@everything()
def sources_of(disease) -> dict:
    """For each case of a disease (by id) all who may have infected it; who was ruled out is not among them."""
    found = defaultdict(set)
    pairs = Link.objects.filter(case__disease=disease).exclude(certainty="refused").exclude(source=None).values_list("case_id", "source_id")
    for case, source in pairs:
        found[case].add(source)
    return dict(found)


def is_above(case, source, above) -> bool:
    """Whether a case stands above a source already, so that a link from that source to it would close a circle."""
    seen, ahead = set(), [source]
    while ahead:
        one = ahead.pop()
        if one == case:
            return True
        if one not in seen:
            seen.add(one)
            ahead += above.get(one, ())
    return False


def links_of(case) -> list[Link]:
    """What is known of who infected a case: decided ones first, those ruled out last."""
    order = ["named", "unknown", "possible", "refused"]
    found = Link.objects.filter(case=case).select_related("source__person", "source__unit", "by", "case")
    return sorted(found, key=lambda link: (order.index(link.certainty), link.source.onset_on is None if link.source else True, link.at))


def infected_by(case) -> list[Link]:
    """Whom a case infected, or may have."""
    found = Link.objects.filter(source=case).exclude(certainty="refused").select_related("case__person", "case__unit", "source")
    return sorted(found, key=lambda link: (link.certainty != "named", link.case.onset_on is None, str(link.case.onset_on)))


def days_before(link) -> int:
    """By how many days who was infected fell ill before who is said to have infected him; 0 where he did not, or nobody knows."""
    if link.source is None or not link.case.onset_on or not link.source.onset_on:
        return 0
    return max((link.source.onset_on - link.case.onset_on).days, 0)


def case_numbered(number, disease) -> Case:
    """The case of a disease with a number, of its card or of its list; raises Refused where there is none in scope."""
    found = Case.objects.filter(Q(number=number.strip()) | Q(external=number.strip()), disease=disease).select_related("unit").first()
    if found is None:
        raise Refused(_("没有编号 {missing} 的病例；请先导入病例名单，或核对编号和病种。").format(missing=number.strip()))
    return found
