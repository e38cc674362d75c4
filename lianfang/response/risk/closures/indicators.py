"""What is counted of closures, at any moment: orders and places shut, what is not seen yet, exemptions, events refused and permitted."""
from django.db.models import Q

from lianfang.ground.indicators import Indicator

from .models import Area, Check, Closure, Event, Exemption
from .queries.book import closed, holding, in_force


def _unseen(at):
    return Q(asked_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _open(at):
    return Q(open_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _refused(at):
    return Q(state__in=("refused", "declined", "revoked"), decided_at__lte=at)


def _permitted(at):
    return Q(state__in=("permitted", "held"), decided_at__lte=at)


def _figure(code, model, zh, en, where, meaning_zh, meaning_en, page):
    return Indicator(f"closures_{code}", {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, f"closures:{page}")


ALL = [
    _figure("orders", Closure, "执行中的令", "orders in force", in_force, "已经批准、开始执行、还没有结束的封闭关停令",
            "orders approved, begun and not ended", "closures"),
    _figure("areas", Area, "封闭的地方", "places closed", closed, "执行中的封路封村令写明、还没有解除的地方",
            "places named by orders of roads and villages in force and not lifted since", "areas"),
    _figure("unseen", Check, "没有核实", "not seen yet", _unseen, "要求核实、还没有看到已关停的",
            "places of which nobody has seen that they are shut", "checks"),
    _figure("open", Check, "该关没关", "seen open", _open, "去看了、没有关的", "places that were seen open", "checks"),
    _figure("exempt", Exemption, "例外", "exemptions", holding, "批准了、还没有到期的例外", "exemptions that hold", "exemptions"),
    _figure("refused", Event, "活动不批", "events refused", _refused, "按规定不能办、没有同意、收回同意的活动申请",
            "applications for events refused, declined or revoked", "events"),
    _figure("permitted", Event, "活动同意", "events permitted", _permitted, "同意举办的活动申请",
            "applications for events that were permitted", "events"),
]
