"""A sampling point in the cast's county, over everything, and people to be sampled there."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.laboratory import actions
from lianfang.response.laboratory.models import Sample, Tube

NAMES = "周建明 高原 林下 秦朗 白鹭洲 钱多多 李树生 何晓晨 安然 方舟".split()


class Point:
    """What is done at a sampling point and in the laboratory, in a test."""

    def __init__(self, cast):
        self.cast, self.at, self.codes = cast, cast.at, 9_900_000
        self.people = add_people(people=[draft_person(unit_id=cast.units["502"].pk, name=name, at=self.at) for name in NAMES],
                                 by=cast.grid, at=self.at)
        self.session = actions.open_session(unit=cast.units["丰禾社区"], name="丰禾社区采样点", disease="covid_19", reason="voluntary",
                                            **self.sampler())

    def later(self, **time):
        return self.at + timedelta(**time)

    def sampler(self, at=None):
        return {"by": self.cast.grid, "at": at or self.at}

    def lab(self, at=None):
        return {"by": self.cast.lab, "at": at or self.at}

    def tube(self, places=10, at=None, **said):
        self.codes += 1
        return actions.open_tube(session=self.session, code=str(self.codes), places=places, **said, **self.sampler(at))

    def filled(self, people, places=10, at=None, reason=""):
        """A sealed tube of these people."""
        tube = self.tube(places, at, reason=reason)
        actions.take_samples(tube=tube, swabs=[actions.Swab(who, reason) for who in people], **self.sampler(at))
        actions.seal(tube=tube, count=len(people), **self.sampler(at))
        return Tube.objects.get(pk=tube.pk)

    def tested(self, tubes, at=None):
        """Sent, received and on a machine."""
        pks = [tube.pk for tube in tubes]
        trip = actions.send(box=f"BOX-{self.codes}", tubes=tubes, carrier="禾A0001", temperature=4.0, unit=self.session.unit,
                            **self.sampler(at))
        actions.receive(transfer=trip, codes=[tube.code for tube in tubes], temperature=5.0, note="", **self.lab(at))
        found = list(Tube.objects.filter(pk__in=pks).order_by("code"))
        actions.run(tubes=found, machine="一号机", unit=self.cast.units["青禾县"], **self.lab(at))
        return found

    def report(self, tube, outcome, at=None):
        [tube] = self.tested([tube], at)
        return actions.report(found=[actions.Found(tube, outcome)], **self.lab(at))

    def samples(self, tube):
        return list(Sample.objects.filter(tube=tube).order_by("position"))


@pytest.fixture
def point(cast):
    with everything():
        yield Point(cast)
