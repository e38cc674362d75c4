"""The laboratory's place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class LaboratoryConfig(AppConfig):
    """From the scanned tube to the result."""

    name = "lianfang.response.laboratory"
    label = "laboratory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        from . import flow, models
        from .clocks import turn_times
        from .indicators import ALL
        from .titles import titles

        for name in ("lab_clocks", "tube_rule", "lab_priority", "result_rule", "lab_transport"):
            decisions.register(TABLES / f"{name}.csv")
        decisions.register(TABLES / "lab_capacity.csv", bounds=decisions.filled("per_day", "ahead", "window"))
        kinds = {"tube": models.Tube, "recall": models.Recall}
        pages = {"tube": {**dict.fromkeys(("open", "sealed"), "laboratory:tube"),
                          **dict.fromkeys(("sent", "received", "running"), "laboratory:waits")},
                 "recall": {"due": "laboratory:recall", "sampled": "laboratory:waits"}}
        for table in flow.FLOWS:
            code = table["flow"]
            workflow.register(table, app="laboratory", model=kinds[code], due=turn_times, pages=pages[code], titles=titles[code])
        indicators.register(*ALL)
        looks.add("laboratory.read_result", _("看了您的检测结果"))
        nav.add("sampling", _("采样"), "laboratory:points", icon="test", right="record", order=23)
        nav.add("laboratory", _("检测"), "laboratory:queue", icon="test", right="assay", order=23)
        phones()


def phones():
    """What phones may send from a sampling point, and carry of it."""
    from lianfang.ground import outbox

    from . import actions, forms
    from .queries import sampling_points

    outbox.register("laboratory.seal", form=forms.SentTube, take=actions.take_tubes, right="record", conflict="keep", title=_("采样封管"),
                    tables=["tube_rule"], together=3)  # each is ten people found or recorded: 60 ms
    outbox.carry("sampling", sampling_points)
