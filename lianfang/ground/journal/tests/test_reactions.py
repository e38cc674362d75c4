"""Reactions: a verb's lines reach its adapters in one call, and what an adapter writes must be declared."""
import uuid

import pytest
from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from lianfang.ground.days import now
from lianfang.ground.journal import actions, line, reactions
from lianfang.ground.journal.models import Line

REACTIONS = import_string(settings.REACTIONS)
pytestmark = pytest.mark.django_db


@pytest.fixture
def installed():
    yield reactions.install
    reactions.install(REACTIONS)


def told(verb, **more):
    return line(verb, kind="thing", record=uuid.uuid4(), by=1, at=now(), **more)


def follow(lines):
    actions.write([told("tests.follow", because=ln.id) for ln in lines])


def test_one_call_with_all_lines_of_the_verb(installed):
    calls = []
    installed([reactions.Reaction("tests.find", calls.append, ())])
    with transaction.atomic():
        actions.write([told("tests.find"), told("tests.other"), told("tests.find")])
    assert [[ln.verb for ln in call] for call in calls] == [["tests.find", "tests.find"]]


def test_what_follows_carries_its_cause(installed):
    installed([reactions.Reaction("tests.find", follow, ("tests.follow",))])
    with transaction.atomic():
        [first] = actions.write([told("tests.find")])
    assert Line.objects.get(verb="tests.follow").because == first.id


def test_an_undeclared_verb_undoes_everything(installed):
    installed([reactions.Reaction("tests.find", follow, ())])
    with pytest.raises(reactions.UndeclaredVerb), transaction.atomic():
        actions.write([told("tests.find")])
    assert not Line.objects.exists()


def test_no_reaction_causes_itself_in_the_end():
    causes = {}
    for reaction in REACTIONS:
        causes.setdefault(reaction.verb, set()).update(reaction.causes)
    for start in causes:
        reached, new = set(), {start}
        while new:
            reached |= new
            new = {verb for known in new for verb in causes.get(known, ())} - reached
            assert start not in {verb for known in reached for verb in causes.get(known, ())}, start


def test_a_line_outside_a_transaction_is_refused(transactional_db):
    with pytest.raises(AssertionError):
        actions.write([told("tests.find")])
