"""Three lists of one unit: who they agree on is counted and forgotten; who not, somebody settles by name, and no list is changed."""
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lianfang.ground import sheets
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.doorstep import actions
from lianfang.response.doorstep.matching import Row
from lianfang.response.doorstep.models import Claim, Mismatch
from lianfang.response.doorstep.queries.comparing import kind_word

N1, N2, N3 = "220722199001010010", "430102198505050055", "220104197812120022"


@pytest.fixture
def compare(cast, doors):
    def made(*rows):
        lists = [[row for row in rows if row.source == slot] for slot in range(3)]
        words = ["户籍登记", "居住证", "入户所见"]
        return actions.compare(unit=cast.units["丰禾社区"], sources=words, lists=lists, by=cast.cadre, at=cast.at)

    return made


@pytest.fixture
def rows(doors):
    """Agreed, gone, unregistered, at another door."""
    here, there = doors["101"], doors["102"]
    return [Row(0, here, "周明远", N1), Row(2, here, "周明远", N1), Row(0, here, "吕春", N2), Row(2, here, "石头"),
            Row(0, there, "白鹭", N3), Row(1, here, "白鹭", N3), Row(2, here, "白鹭", N3)]


def test_only_what_differs_is_kept_by_kind(cast, doors, compare, rows):
    made = compare(*rows)
    assert (made.people, made.agreed, made.rows) == (4, 1, [3, 1, 3])
    assert sorted(Mismatch.objects.values_list("kind", flat=True)) == ["lives_elsewhere", "registered_gone", "unregistered"]
    assert "周明远" not in set(Claim.objects.values_list("name", flat=True))
    assert set(Mismatch.objects.values_list("unit_id", flat=True)) == {doors["101"]}
    turn = Turn.objects.open().filter(flow="mismatch").first()
    assert (turn.role, turn.owner_unit_id) == ("village_cadre", cast.units["丰禾社区"].pk)


def test_where_a_door_could_not_be_read_nothing_agrees(doors, compare):
    here = doors["101"]
    made = compare(Row(0, here, "周明远", N1), Row(1, here, "周明远", N1), Row(2, None, "周明远", N1))
    assert made.agreed == 0 and kind_word(Mismatch.objects.get().kind) == "住址看不清，对不了"


def test_who_stands_at_two_doors_of_one_list_agrees_with_none(doors, compare):
    here, there = doors["101"], doors["102"]
    rows = [Row(0, here, "周明远", N1), Row(0, there, "周明远", N1), Row(1, here, "周明远", N1), Row(2, here, "周明远", N1)]
    assert (compare(*rows).agreed, compare(*reversed(rows)).agreed) == (0, 0)
    assert [kind_word(one.kind) for one in Mismatch.objects.all()] == ["一份名单里登记在两户"] * 2


def test_no_number_lies_in_clear_and_no_name_in_the_journal(compare, rows):
    compare(*rows)
    assert all(N2.encode() not in bytes(claim.id_number.content) for claim in Claim.objects.all())
    assert not any("吕春" in str(line.data) for line in Line.objects.all())


def test_a_named_person_settles_each_once(cast, compare, rows):
    compare(*rows)
    one = Mismatch.objects.get(kind="unregistered")
    with pytest.raises(Refused):
        actions.settle_mismatch(mismatch=one, outcome="whatever", by=cast.cadre, at=cast.at)
    actions.settle_mismatch(mismatch=one, outcome="third", by=cast.cadre, at=cast.at)
    assert (one.state, one.settled_by_id) == ("settled", cast.cadre.pk)
    assert Claim.objects.filter(mismatch=one).count() == 1
    with pytest.raises(Refused):
        actions.settle_mismatch(mismatch=one, outcome="moved", by=cast.cadre, at=cast.at)


def test_an_empty_list_is_refused(compare, rows):
    with pytest.raises(Refused, match="空的"):
        compare(*(row for row in rows if row.source != 1))


def written(*lines):
    out = io.BytesIO()
    sheets.write(out, "表", [sheets.Column(word) for word in ("姓名", "身份证号", "住址")], lines)
    return SimpleUploadedFile("表.xlsx", out.getvalue())


def test_the_pages_from_three_sheets_to_a_settled_difference(cast, doors):
    client = Client()
    client.force_login(cast.cadre, backend="lianfang.ground.accounts.sessions.AccountBackend")
    sent = {"unit": cast.units["丰禾社区"].pk, "first": "sheet", "second": "sheet", "third": "sheet",
            "first_file": written(["周明远", N1, "向阳小区8栋1单元101"], ["吕春", N2, "向阳小区8栋1单元102"]),
            "second_file": written(["石头", N3, "向阳小区8栋1单元201"]),
            "third_file": written(["周明远", N1, "向阳小区8栋1单元101"], ["石头", N3, "向阳小区8栋1单元201"])}
    answer = client.post(reverse("doorstep:compare"), sent)
    one = Mismatch.objects.get()
    assert one.kind == "registered_gone" and one.unit_id == doors["102"]
    page = client.get(answer.url).content.decode()
    assert "登记在册，没找到人" in page and "吕春" not in page
    page = client.get(reverse("doorstep:mismatch", args=[one.pk])).content.decode()
    assert "吕" in page and N2 not in page
    assert client.post(reverse("doorstep:mismatch", args=[one.pk]), {"outcome": "moved"}).status_code == 302
    assert Mismatch.objects.get().outcome == "moved"
    assert client.get(reverse("doorstep:comparisons")).status_code == 200
    broken = client.post(reverse("doorstep:compare"), {**sent, **{f"{slot}_file": SimpleUploadedFile("a.xlsx", b"nothing")
                                                                  for slot in ("first", "second", "third")}})
    assert broken.status_code == 422
