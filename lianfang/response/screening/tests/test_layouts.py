"""What somebody has confirmed of a sheet's columns holds where he works and below, and the preview says whose word it is."""
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.response.screening import actions
from lianfang.response.screening.models import Layout
from tests.reading import says

from .conftest import HEADERS, ON, book, row

POISON = {"phone": ["I"], "temperature": []}  # remarks for phones, and nobody has a fever any more


@pytest.fixture(autouse=True)
def _all(db):
    with everything():
        yield


@pytest.fixture
def confirm(cast):
    """Somebody confirms the county's standard sheet for a unit; other columns than those it names itself, if he likes."""
    def confirmed(who, unit, **mapping):
        roster = actions.receive(content=book(row(1)), name="名册.xlsx", kind="returnees", source="community",
                                 unit=cast.units[unit], on=ON, by=who, at=now(),
                                 is_draft=True)
        actions.confirm(roster=roster, layouts=[(HEADERS, mapping)], by=who, at=now())

    return confirmed


def known(cast, unit):
    return list(actions.layouts(cast.units[unit]).values())


def test_a_village_s_word_holds_in_that_village_alone(confirm, cast):
    confirm(cast.cadre, "丰禾社区", **POISON)
    assert known(cast, "丰禾社区") == known(cast, "丰禾第四网格") == [POISON]
    for elsewhere in ("望河社区", "梨花沟村", "禾阳街道", "青禾县"):
        assert known(cast, elsewhere) == []


def test_the_county_s_word_holds_everywhere_and_the_narrower_one_first(confirm, cast):
    confirm(cast.officer, "望河社区", name=["A"])
    assert Layout.objects.get().unit == cast.units["青禾县"]
    assert known(cast, "望河社区") == known(cast, "梨花沟村") == [{"name": ["A"]}]
    confirm(cast.township, "望河社区", name=["B"])
    assert known(cast, "望河社区") == known(cast, "丰禾社区") == [{"name": ["B"]}]
    assert known(cast, "梨花沟村") == [{"name": ["A"]}]


def test_confirmed_anew_it_replaces_one_s_own_word_only(confirm, cast):
    confirm(cast.officer, "青禾县", name=["A"])
    confirm(cast.cadre, "丰禾社区", name=["A"])
    assert Layout.objects.count() == 1  # he said nothing else
    confirm(cast.cadre, "丰禾社区", name=["B"])
    confirm(cast.cadre, "丰禾社区", name=["C"])
    assert known(cast, "丰禾社区") == [{"name": ["C"]}] and known(cast, "青禾县") == [{"name": ["A"]}]


def test_a_poisoned_sheet_reaches_no_other_roster(confirm, bring, cast):
    confirm(cast.cadre, "丰禾社区", **POISON)
    for serial, unit in ((2, "梨花沟村"), (3, "青禾县")):
        assert bring(book(row(serial)), unit=unit).accepted == 1
    assert bring(book(row(4, remark="复工")), unit="丰禾社区").rejected == 1


def test_the_command_line_says_whose_word_it_reads_by(confirm, cast, tmp_path, capsys):
    confirm(cast.cadre, "丰禾社区", **POISON)
    file = tmp_path / "名册.xlsx"
    file.write_bytes(book(row(6)))
    for unit, said in (("990100001001", "丁立春"), ("990100", "")):
        call_command("roster", "import", str(file), "--kind", "returnees", "--source", "community", "--unit", unit, "--dry-run")
        told = capsys.readouterr().out
        assert ("确认过的列" in told) == bool(said) and said in told
    call_command("roster", "import", str(file), "--kind", "returnees", "--source", "community",
                 "--unit", "990100001001", "--dry-run", "--map", "phone=电话")
    assert "确认过的列" not in capsys.readouterr().out


@pytest.fixture
def preview(client, cast):
    """The draft of a standard sheet as the duty officer sees it; gives its address and what the page says."""
    def shown(unit):
        client.force_login(cast.officer)
        given = {"file": SimpleUploadedFile("名册.xlsx", book(row(5, remark="复工"))), "kind": "returnees", "source": "community",
                 "unit": cast.units[unit].pk}
        url = client.post("/rosters/receive/", {**given, "on": "2020-03-10"}).url
        return url, client.get(url).content.decode()

    return shown


def test_the_preview_names_who_confirmed_it(confirm, preview, cast):
    confirm(cast.cadre, "丰禾社区", **POISON)
    said = preview("丰禾社区")[1]
    assert "丁立春" in said and "丰禾社区" in said and "电话位数不对" in said
    assert "丁立春" not in preview("望河社区")[1]


def test_the_columns_can_be_opened_and_tell_no_more_than_the_rows(client, cast):
    client.force_login(cast.officer)
    given = {"file": SimpleUploadedFile("名册.xlsx", book(row(5, name="周明远", address="向阳小区3号楼1单元502"))), "kind": "returnees",
             "source": "community"}
    page = client.post("/rosters/receive/", {**given, "unit": cast.units["青禾县"].pk, "on": "2020-03-10"}, follow=True).content.decode()
    assert '<details class="unfold">' in page and "周明远" not in page and not says(page, "502") and "139" in page


def test_one_may_read_it_afresh(confirm, preview, client, cast):
    confirm(cast.cadre, "丰禾社区", **POISON)
    url, _said = preview("丰禾社区")
    page = client.post(f"{url}confirm/", {"afresh": "1"}).content.decode()
    assert "电话位数不对" not in page and 'value="phone" selected' in page
    client.post(f"{url}confirm/", {"confirm": "1", "s0-C": "phone", "s0-I": "remark", "s0-G": "temperature"})
    [own] = known(cast, "丰禾社区")
    assert own["phone"] == ["C"] and Layout.objects.get().unit == cast.units["青禾县"]
