"""The gates' place in the house: flows, tables, figures, pages and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class CheckpointsConfig(AppConfig):
    """Posts, passages, shifts, passes."""

    name = "lianfang.response.checkpoints"
    label = "checkpoints"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.ground.vault.indexes import indexed
        from lianfang.registers.people import keys, looks

        from . import asking, flow, models
        from .clocks import turn_times
        from .indicators import ALL
        from .titles import titles

        for name in ("gate", "quick", "skips", "shift", "passes", "gate_clocks"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"passage": models.Passage, "notice": models.Notice, "shift": models.Shift}
        pages = {"passage": dict.fromkeys(("waiting", "observing", "transferring"), "checkpoints:passage"),
                 "notice": dict.fromkeys(("open", "missing", "noticed", "telling"), "checkpoints:notice"),
                 "shift": {"on_duty": "checkpoints:hand_over_shift"}}
        for table in flow.FLOWS:
            code = table["flow"]
            workflow.register(table, app="checkpoints", model=kinds[code], due=turn_times, pages=pages[code], titles=titles[code])
        indicators.register(*ALL)
        indexed(models.Passage, "id_number", "id_blind", keys.id_blind)
        indexed(models.Vehicle, "plate", "plate_blind", asking.plate_blind)
        looks.add("checkpoints.print_letter", _("打印了告知函"))
        looks.add("checkpoints.know", _("在卡口输入了证件号码"))
        looks.add("checkpoints.pass_vehicle", _("过卡口时核对了身份"))
        phones()
        nav.add("gates", _("卡口"), "checkpoints:gates", icon="gate", right="guard", order=22)
        nav.add("posts", _("卡口台账"), "checkpoints:posts", icon="gate", right="look", order=28)


def phones():
    """What phones may send from a gate, and carry of it."""
    from lianfang.ground import outbox

    from .actions import sent
    from .forms import sent as forms
    from .queries import carried, shut

    def let(name, form, take, title, conflict="keep", right="guard", **more):
        outbox.register(f"checkpoints.{name}", form=form, take=take, right=right, conflict=conflict, title=title, **more)

    let("pass_vehicle", forms.SentCar, sent.take_cars, _("卡口查验"), tables=["gate", "skips", "risk_places"])
    let("quick", forms.SentQuick, sent.take_quicks, _("卡口简易登记"), tables=["quick", "skips"])
    let("tally", forms.SentTally, sent.take_tallies, _("卡口点数"))
    let("open_shift", forms.SentShift, sent.take_shifts, _("上岗"))
    let("hand_over_shift", forms.SentHandOver, sent.take_hand_overs, _("交班"), "hold", turns=[("shift", "on_duty")])
    let("recheck", forms.SentRecheck, sent.take_rechecks, _("复测复核"), "hold", turns=[("passage", "waiting"), ("passage", "observing")])
    let("hand_to_site", forms.SentStep, sent.take_fetched, _("转运组接走"), "hold", turns=[("passage", "transferring")])
    let("arrive", forms.SentAnswer, sent.take_arrivals, _("到家登记"), "hold", "record", turns=[("notice", "open")])
    outbox.carry("posts", carried)
    outbox.carry("shut", shut)
