"""The tables' place in the house: the flow of their versions, its hours, its jobs."""
from datetime import timedelta
from pathlib import Path

from django.apps import AppConfig

TABLES = Path(__file__).parent / "tables"


class DecisionsConfig(AppConfig):
    """Decision tables and verdicts."""

    name = "lianfang.ground.decisions"
    label = "decisions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from .. import workflow
        from . import flow, jobs, models, registry

        registry.register(TABLES / "apart.csv")
        registry.register(TABLES / "versions.csv")
        pages = dict.fromkeys(("draft", "asked", "asked_health", "approved", "in_force"), "decisions:version")
        workflow.register(flow.VERSION, app="decisions", model=models.TableVersion, due=turn_times, pages=pages, titles=titles)
        jobs.register()


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a version that has come into a state."""
    from ..days import day_of
    from ..workflow.rising import rising
    from .current import decide

    row = decide("versions", {"stage": state.clock}, on=day_of(at)).result
    begun = record.from_at if state.code == "approved" else at
    due = begun + timedelta(minutes=row["within"])
    return rising(due, row)


def titles(ids) -> dict:
    """批准规则表新版：来人措施判定表 own-3."""
    from django.utils.translation import gettext as _

    from .models import TableVersion
    from .registry import shipped

    asked = {"draft": _("起草规则表新版：{table}"), "approved": _("等生效：{table}"), "in_force": _("县级规则再看一次：{table}")}
    other = _("批准规则表新版：{table}")
    found = [(one, f"{shipped(one.table).title} {one.mark}") for one in TableVersion.objects.filter(pk__in=ids)]
    return {one.pk: asked.get(one.state, other).format(table=table) for one, table in found}
