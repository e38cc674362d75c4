"""While a new index key reaches number after number, whoever lies under the older one is found and matched like everybody else."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.keeping import reindex
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.vault import keys as vault
from lianfang.registers.people.actions import add_entries, shelter
from lianfang.registers.people.drafts import draft_entry, draft_person
from lianfang.registers.people.keys import id_blind
from lianfang.registers.people.models import Entry, Person, Refusal
from lianfang.registers.people.queries import known_people, refusals
from lianfang.registers.people.queries.search import search

NUMBER = "990100198901011238"


@pytest.fixture
def old(cast, monkeypatch):
    """Somebody recorded under the older key, who is not some namesake; from now on there is a newer key."""
    with everything():
        person = draft_person(unit_id=cast.units["502"].pk, name="演练丁", at=cast.at, id_number=NUMBER, phone="13800001234")
        person.save(force_insert=True)
        Refusal.objects.create(person=person, id_blind=person.id_blind, name="演练戊", by=1, at=cast.at)
    older = vault.index()
    monkeypatch.setitem(vault._held, "index", (b"n" * 32, *older))
    monkeypatch.setitem(vault._held, "until", float("inf"))
    monkeypatch.setattr(vault, "ring", lambda *, anew=False: vault._held["ring"])
    return person


def found(text):
    with everything():
        return [one.pk for one in search(text, Reach(TOP)).people]


def everywhere(person):
    """By number, phone and last four; in a roster; and what was refused about him stands."""
    assert found(NUMBER) == found("13800001234") == found("1238") == [person.pk]
    key = id_blind(NUMBER)
    assert known_people([key])[key].pk == person.pk
    with everything():
        assert (person.pk, str(key), "演练戊") in refusals([person], [key])


def test_before_and_after_its_number_is_reached(old):
    everywhere(old)
    done = reindex.Reindexed(key=2)
    reindex.turn_all(done, lambda *_: None)
    assert done.numbers >= 3 and not done.twice
    with everything():
        turned = Person.objects.get(pk=old.pk)
    assert turned.id_blind == str(id_blind(NUMBER)) != old.id_blind and turned.phone_blind != old.phone_blind
    everywhere(old)
    again = reindex.Reindexed(key=2)
    reindex.turn_all(again, lambda *_: None)
    assert again.numbers == 0


def test_a_sheltered_persons_entry_goes_with_him_under_whichever_key_it_lies(old, cast):
    fresh = draft_entry(unit_id=cast.units["502"].pk, source=old.pk, name="演练丁", id_number=NUMBER)
    with everything():
        add_entries(entries=[fresh])
        assert Entry.objects.get().id_blind != old.id_blind
        shelter(person=old, unit=cast.units["丰禾社区"], minder=cast.cadre.pk, by=cast.officer, at=cast.at)
        assert Entry.objects.get().unit == cast.units["丰禾社区"]


def test_a_number_that_came_in_under_both_keys_is_told(old):
    with everything():
        draft_person(unit_id=old.unit_id, name="演练己", at=old.made_at, id_number=NUMBER).save(force_insert=True)
    done = reindex.Reindexed(key=2)
    reindex.turn_all(done, lambda *_: None)
    assert done.twice == 1


def test_a_register_entry_of_somebody_hidden_stays_hidden(old):
    from lianfang.registers.people.drafts import draft_entry

    with everything():
        entry = draft_entry(unit_id=old.unit_id, source=old.pk, name="演练丁", id_number=NUMBER)
        entry.id_blind = old.id_blind  # it lies under the older key still
        entry.save(force_insert=True)
        Person.objects.filter(pk=old.pk).update(id_blind=str(id_blind(NUMBER)), is_sheltered=True)
        assert search(NUMBER, Reach(TOP), entries=Reach(TOP)).entries == []
        Person.objects.filter(pk=old.pk).update(is_sheltered=False)
        assert [one.pk for one in search(NUMBER, Reach(TOP), entries=Reach(TOP)).entries] == [entry.pk]
