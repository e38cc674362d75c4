"""The cast with everything in sight, and a directive of the county on the stage."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.response.directives import actions
from lianfang.response.directives.actions import TaskSpec
from lianfang.response.directives.models import Receipt, Task

HOUR = timedelta(hours=1)


class Room:
    """The county's command room: short words for what its tests do often."""

    def __init__(self, cast):
        self.cast, self.at = cast, cast.at

    def spec(self, where="丰禾社区", words="给12户独居老人送药", **more):
        return TaskSpec(words, self.cast.units[where], **more)

    def given(self, where="丰禾社区", by=None, source="meeting", **more):
        [one] = actions.give(tasks=[self.spec(where, **more)], source=source, by=by or self.cast.officer, at=self.at)
        return one

    def issued(self, *where, tasks=(), **more):
        to = [self.cast.units[name] for name in where]
        return actions.issue(title="关于入户送药的指令", text="各乡镇要当天送到。", to=to, tasks=tasks, by=self.cast.officer, at=self.at,
                             **more)

    def receipt(self, directive, where):
        return Receipt.objects.get(directive=directive, unit=self.cast.units[where])

    def task(self, directive, where):
        return Task.objects.get(directive=directive, unit=self.cast.units[where])

    def done(self, task, by, at=None, **more):
        actions.do(task=task, words="都送到了", by=by, at=at or self.at + HOUR, **more)
        return task


@pytest.fixture
def room(cast):
    with everything():
        yield Room(cast)
