"""Many verdicts at once, each kept with its facts and its row."""
from datetime import date

from django_scopes import scopes_disabled

from lianfang.ground.ids import uuid7

from .. import queries, register, table
from ..actions import Case, rule_many
from ..models import Verdict

ON = date(2020, 3, 10)


def test_each_is_kept_with_facts_row_and_clause(place, small, django_assert_max_num_queries):
    subjects, because = [uuid7() for _ in range(5)], uuid7()
    facts = [{"temperature": 36.0 + n, "code": "red", "came_on": date(2020, 3, 1)} for n in range(4)]
    facts.append({"temperature": float("nan"), "code": "red"})
    cases = [Case(subject, place.town, told, because) for subject, told in zip(subjects, facts, strict=True)]
    rule_many(table="small", cases=cases[:1], on=ON, at=place.at)
    with django_assert_max_num_queries(4):
        ruled = rule_many(table="small", cases=cases[1:], on=ON, at=place.at)
    assert [ruling.row for ruling, _ in ruled] == [4, 3, 3, None]
    with scopes_disabled():
        kept = {v.subject: v for v in Verdict.objects.all()}
    well, doubtful = kept[subjects[1]], kept[subjects[4]]
    assert (well.table, well.version, well.row) == ("small", "2020-01-01", 4)
    assert (well.because, well.on, well.unit_id) == (because, ON, place.town.pk)
    assert well.facts == {"temperature": 37.0, "code": "red", "came_on": "2020-03-01", "days_since": 9}
    assert (well.result, well.document, well.clause) == ({"measure": "home", "days": 14}, "文件", "一律")
    assert (doubtful.row, doubtful.missing, doubtful.malformed) == (None, ["came_on"], ["temperature"])
    assert doubtful.facts["temperature"] == "nan" and doubtful.result["measure"] == "manual_review"


def test_a_clause_may_be_as_long_as_it_is(place, small):
    """PostgreSQL holds a column to its length, where SQLite does not."""
    small.write_text(small.read_text().replace("文件,一律", f"{'文件' * 150},{'一律隔离' * 200}"))
    register(small)
    [(_ruling, kept)] = rule_many(table="small", cases=[Case(uuid7(), place.town, {"temperature": 36.0, "code": "red", "came_on": ON})],
                                  on=ON, at=place.at)
    with scopes_disabled():
        kept.refresh_from_db()
    assert (len(kept.document), len(kept.clause)) == (300, 800)


def test_kept_facts_can_be_asked_about_again(place, small):
    facts = {"temperature": 36.0, "code": "red", "came_on": ON}
    [(ruling, kept)] = rule_many(table="small", cases=[Case(uuid7(), place.town, facts)], on=ON, at=place.at)
    assert table("small").from_json(kept.facts) == facts
    assert queries.row_of("small", kept.version, kept.row) is ruling.hit
