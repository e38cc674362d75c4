"""A list is filtered, sorted, paged and exported by declared parameters only, in two queries."""

import datetime
import io
from types import SimpleNamespace

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from lianfang.ground.journal.models import Line
from lianfang.ground.ui import tables
from lianfang.ground.ui.columns import Column, Filter, plain, value_of
from lianfang.ground.units.models import Unit

COLUMNS = [Column("name", "名称", "unit"), Column("code", "代码", cell=lambda unit: f"<{unit.code}>"), Column("from_on", "起", "date"),
           Column("level", "级别", sort="")]
FILTERS = [Filter("level", "级别", choices={"village": "村", "grid": "网格"}), Filter("q", "名称", "text", lookup="name__contains"),
           Filter("since", "起", "day", lookup="from_on__gte"),
           Filter("coded", "有代码", "tick", apply=lambda rows, _yes: rows.exclude(code=""))]


@pytest.fixture
def villages(db):
    """Two hundred and fifty units below a county."""
    day = datetime.date(2020, 1, 1)
    county = Unit.objects.create(path="/1/", level="county", name="青禾县", from_on=day)
    return Unit.objects.bulk_create(
        Unit(parent=county, path=f"/1/{n}/", level="village" if n % 2 else "grid", name=f"第{n:03d}村", code=str(n) if n % 5 else "",
             from_on=day + datetime.timedelta(n % 30)) for n in range(250))


def asked(query="", rights=("look", "export"), columns=COLUMNS, **more):
    """The table a request gets."""
    request = RequestFactory().get(f"/units/{query}")
    request.rights, request.assignments = frozenset(rights), []
    request.user, request.resolver_match = SimpleNamespace(id=7, name="罗文舒"), SimpleNamespace(view_name="units:units")
    more.setdefault("default_sort", "name")
    return tables.table(request, Unit.objects.exclude(parent=None), columns, FILTERS, title="单位", **more)


def names(table):
    """What stands in the first column."""
    return [row.name for row in table.page.object_list]


def test_a_page_has_a_hundred_rows_in_two_queries(villages, django_assert_num_queries):
    """One COUNT, one page."""
    with django_assert_num_queries(2):
        table = asked("?page=2")
        body = table.body
    assert table.count == 250 and names(table)[0] == "第100村" and body.count("<tr") == 100


@pytest.mark.parametrize("query, first", [("?sort=-name", "第249村"), ("?sort=name&page=3", "第200村"), ("?sort=-from_on", "第029村")])
def test_sorting_is_by_a_column_and_then_by_key(villages, query, first):
    """Ties are always in one order, so that no row stands on two pages."""
    assert names(asked(query))[0] == first


@pytest.mark.parametrize("query", ["?sort=level", "?sort=parent__path", "?sort=-nonsense", "?sort=-"])
def test_no_other_column_sorts(villages, query):
    """It is said, and the usual order holds."""
    table = asked(query)
    assert names(table)[0] == "第000村" and table.problems


@pytest.mark.parametrize("query, count", [
    ("?level=grid", 125), ("?level=grid&q=第00", 5), ("?since=2020-01-30", 8), ("?coded=1", 200), ("?level=", 250), ("?parent=1", 250)])
def test_filters_narrow(villages, query, count):
    """Only the declared ones."""
    assert asked(query).count == count


@pytest.mark.parametrize("query", ["?level=county", "?since=2020-13-01", "?since=gestern", "?coded=yes"])
def test_a_value_that_is_not_offered_is_said_and_ignored(villages, query):
    """Nobody takes the whole for a part in silence."""
    table = asked(query)
    assert table.count == 250 and len(table.problems) == 1


@pytest.mark.parametrize("page, number", [("0", 3), ("99", 3), ("x", 1), ("", 1)])
def test_a_page_out_of_range_is_a_page(villages, page, number):
    """Never an error."""
    assert asked(f"?page={page}").page.number == number


def test_addresses_keep_what_is_asked(villages):
    """And drop what they change."""
    table = asked("?level=grid&sort=-name&page=2&evil=1", keep=("unit",))
    assert table.url(page=1) == "?level=grid&sort=-name&page=1"
    assert table.picked == [("级别", "网格", "?sort=-name")]
    head = {column.field: (url, now) for column, url, now in table.head}
    assert head["name"] == ("?level=grid&sort=name", "descending") and head["level"] == ("", "")


def test_cells_are_escaped_and_labelled_for_the_phone(villages):
    """A formatter that returns plain text cannot break the page."""
    body = asked().body
    assert "&lt;1&gt;" in body and 'data-label="代码"' in body and 'scope="row"' in body


def test_a_total_row_comes_first_and_may_lack_cells(villages):
    """The whole above its parts."""
    body = asked(total={"name": "合计"}).body
    assert body.startswith('<tr class="total"><th scope="row" class="is-unit">合计</th><td') and body.count("<tr") == 101


def test_the_export_is_the_whole_filtered_list_in_order(villages):
    """All pages, plain values, no markup."""
    answer = tables.sheet(asked("?level=grid&sort=-name"))
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("名称", "代码", "起", "级别") and len(rows) == 126
    assert rows[1][:2] == ("第248村", "248") and rows[1][2].date() == datetime.date(2020, 1, 9)
    assert "%E5%8D%95%E4%BD%8D" in answer["Content-Disposition"]
    told = Line.objects.get()
    assert (told.verb, told.by, told.data) == ("ui.export", 7, {"list": "units:units", "rows": 125})


def test_who_may_not_export_may_not(villages):
    """Neither by the button nor by the address."""
    table = asked(rights=("look",))
    assert not table.can_export
    with pytest.raises(PermissionDenied):
        tables.sheet(table)
    assert not Line.objects.exists()


def test_a_list_computed_elsewhere_sorts_by_its_values():
    """Absent values stand together."""
    request = SimpleNamespace(GET={"sort": "-n"}, rights=())
    rows = [{"n": 3}, {"n": None}, {"n": 12}]
    assert [row["n"] for row in tables.plain_table(request, rows, [Column("n", "件", "number")]).page.object_list] == [None, 12, 3]


def test_groups_make_an_upper_head():
    """Neighbours of one group share a cell."""
    request = SimpleNamespace(GET={}, rights=())
    columns = [Column("a", "单位"), Column("b", "合计", group="在管"), Column("c", "居家", group="在管"),
               Column("d", "村", group="逾期", starts=True)]
    table = tables.plain_table(request, [], columns)
    assert [found[:3] for found in table.groups] == [("", 1, False), ("在管", 2, False), ("逾期", 1, True)]
    assert table.groups[0][3][0].field == "a" and [column.field for column, *_sorting in table.lower] == ["b", "c", "d"]


def test_values_are_found_by_their_path():
    """Through attributes, keys and calls; a path that breaks off is nothing."""
    row = SimpleNamespace(person=SimpleNamespace(name="周明", age=lambda: 46), unit=None)
    assert [value_of(row, path) for path in ("person.name", "person__age", "unit.name")] == ["周明", 46, None]
    assert value_of({"a": {"b": 1}}, "a.b") == 1


def test_plain_values_are_written_as_tables_write_them():
    """Days as 2020-03-18, moments in Shanghai's time."""
    at = datetime.datetime(2020, 3, 18, 10, 45, tzinfo=datetime.UTC)
    assert [plain(v) for v in (None, True, datetime.date(2020, 3, 18), at, 5)] == ["", "是", "2020-03-18", "2020-03-18 18:45", "5"]
