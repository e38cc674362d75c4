"""Somebody as his papers say is taken up once: a number bears one name, and a number of nobody needs a name."""
from lianfang.registers.people import actions
from lianfang.registers.people.models import Person

NUMBER = "220722198103120042"


def taken(cast, *asked):
    return actions.take_up(asked=list(asked), unit_id=cast.units["丰禾社区"].pk, by=cast.officer, at=cast.at)


def test_two_rows_of_one_number_are_one_person(cast):
    first, again = taken(cast, actions.Somebody("高原", "id_card", NUMBER), actions.Somebody("高原", "id_card", NUMBER))
    assert first.pk == again.pk and first.unit == cast.units["丰禾社区"]


def test_one_number_under_two_names_of_one_sheet_is_a_sentence(cast):
    another = actions.Somebody("李树", "id_card", NUMBER, door=cast.units["601"].pk)
    first, other = taken(cast, actions.Somebody("高原", "id_card", NUMBER), another)
    assert first.name == "高原" and "另一个姓名" in other and not Person._base_manager.filter(name="李树").exists()


def test_a_number_of_nobody_needs_a_name(cast):
    [said] = taken(cast, actions.Somebody("", "id_card", NUMBER))
    assert "请填姓名" in said
