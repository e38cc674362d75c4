"""Every model says how long it is kept; what is said holds: whoever has sealed text or points at a person is somebody's."""
from datetime import date

import pytest
from django.apps import apps
from django.db import models

from lianfang.ground.days import moment
from lianfang.ground.kept import NOBODY
from lianfang.ground.retention.classes import about, kept_of, personal, roots
from lianfang.ground.retention.queries import codes
from lianfang.ground.retention.rules import ANONYMISE, DELETE, KEEP, rule
from lianfang.ground.vault.fields import SealedText
from lianfang.registers.people.models import Entry, Person

PERSONS = {"people.Person", "people.Entry", "accounts.Session"}
BARE = {"subject", "name", "phone", "birth_on", "id_number"}
NAMES_OF_PLACES = {"units.Unit", "units.Naming", "territory.Edition", "auth.Permission", "auth.Group", "socialaccount.SocialApp",
                   "checkpoints.Post"}
CODES = {"decisions.Verdict": {"result", "missing"}, "screening.Import": {"mapping", "layouts"},
         "redress.Appeal": {"deciders", "decided_units"},
         "isolation.Order": {"test_days", "release", "later"}}  # words of tables, headers of sheets, days, accounts, units
AT = moment(date(2022, 3, 10), "09:00")


def undeclared(models_):
    """Models nobody has said anything of."""
    return [model._meta.label for model in models_ if kept_of(model) is None]


def looks_personal(model) -> bool:
    """Whether anything about a model says that it is about somebody."""
    for field in model._meta.concrete_fields:
        if isinstance(field, SealedText) or (field.is_relation and field.related_model._meta.label in PERSONS):
            return True
        if field.name in BARE and model._meta.label not in NAMES_OF_PLACES:
            return True
    return False


def test_every_model_says_how_it_is_kept():
    assert undeclared(apps.get_models()) == []


def test_a_new_personal_model_that_says_nothing_is_found():
    class Planted(models.Model):
        person = models.ForeignKey(Person, models.CASCADE, related_name="+")

        class Meta:
            app_label = "people"
            managed = False

    try:
        assert undeclared([Planted]) == ["people.Planted"] and looks_personal(Planted)
    finally:
        del apps.all_models["people"]["planted"]
        apps.clear_cache()


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.label)
def test_who_says_nobody_points_at_nobody(model):
    assert not (kept_of(model).by == NOBODY and looks_personal(model))


def never_due(models_):
    """Models of a class that is swept of which no row is ever due, with nobody whose rows they go with."""
    return [model._meta.label for model in models_ if rule((kept := kept_of(model)).by, AT).days is not None
            and not (kept.closed or kept.about or kept.record or kept.is_root)]


def left_standing(model) -> set:
    """What a row that stays without its person would still hold: sealed columns, and lists that anything may stand in."""
    stays = kept_of(model).blanks is not None and rule(kept_of(model).by, AT).then == ANONYMISE
    free = {f.name for f in model._meta.local_concrete_fields if isinstance(f, SealedText | models.JSONField)} if stays else set()
    return free - set(kept_of(model).blanks or {}) - CODES.get(model._meta.label, set())


def test_whatever_is_somebodys_comes_to_be_due(db):
    assert never_due(personal()) == []


@pytest.mark.parametrize("model", personal(), ids=lambda model: model._meta.label)
def test_a_row_that_stays_without_its_person_holds_nothing_of_him(db, model):
    assert left_standing(model) == set()


@pytest.mark.parametrize("model", personal(), ids=lambda model: model._meta.label)
def test_a_row_that_stays_is_widened_by_places_it_has(model):
    """The nightly sweep widens them one by one, and would stop at a place that is not there."""
    kept = kept_of(model)
    places = {f.name for f in model._meta.local_concrete_fields if f.is_relation and f.related_model._meta.label == "units.Unit"}
    assert kept.blanks is None or set(kept.places) <= places


def test_every_class_has_its_row_with_a_clause(db):
    for code in codes():
        said = rule(code, AT)
        assert said.document and said.clause, code
        assert said.then != KEEP or said.days is None, code


def test_what_is_about_a_person_hangs_on_a_root():
    for model in personal():
        if kept_of(model).about:
            assert any(model in about(root) for root in roots()), model._meta.label
    assert {Person, Entry} <= set(roots())


def test_nothing_that_stays_at_the_end_points_at_what_goes(db):
    gone = {model for model in personal() if rule(kept_of(model).by, AT).at_end == DELETE}
    for model in set(apps.get_models()) - gone:
        assert not [f.name for f in model._meta.concrete_fields if f.is_relation and f.related_model in gone], model._meta.label
