"""A contact who falls ill may have been infected by whoever's contact he was: supposed at once, for a person to decide."""
from datetime import date

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.response.cases import actions
from lianfang.response.cases.models import Link
from lianfang.response.cases.tests.conftest import Team
from lianfang.response.tracing import actions as tracers
from lianfang.response.tracing import queries as tracing
from lianfang.response.tracing.models import Index


@pytest.fixture
def team(cast):
    with everything():
        yield Team(cast)


def test_who_was_a_contact_may_have_been_infected_by_whoever_he_was_near(team):
    first = team.report()
    [index] = Index.objects.filter(record=first.pk)
    who = tracers.Somebody("高远航", door=team.cast.units["601"].pk)
    tracers.name_contact(index=index, named=tracers.Named(who, "meal", team.cast.on, team.cast.on), by=team.cast.epi, at=team.at)
    [person] = [one.person for one in tracing.proposals(index, team.at) if one.person.name == "高远航"]
    tracers.accept(index=index, people=[person.pk], kind="close", by=team.cast.epi, at=team.at)
    assert not Link.objects.exists()
    ill = team.take_in(name="高远航", person=person, onset_on=date(2020, 3, 9), id_kind="", id_number="", phone="")
    actions.report(case=ill, said=team.said(name="高远航", id_kind="none", id_number="", remark="问不到", onset_on=date(2020, 3, 9)),
                   by=team.cast.epi, at=team.at)
    [link] = Link.objects.all()
    assert (link.source, link.case, link.certainty, link.ground, link.setting) == (first, ill, "possible", "contact", "meal")
    assert Line.objects.get(pk=link.because).verb == "cases.suppose"
