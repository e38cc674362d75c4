"""What comes of a notice: arrived, missing and found, seen, told to another county, handed down again."""
import pytest

from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.models import Notice
from lianfang.response.checkpoints.papers.letter import letter_of
from lianfang.response.checkpoints.titles import notice_titles
from tests.reading import text


@pytest.fixture
def told(gate):
    """The notice that follows from somebody's passage."""
    def of(**said):
        gate.comes(gate.someone(**said), plate="禾A58K21")
        return Notice.objects.select_related("passage__vehicle", "passage__post", "unit").latest("told_at")

    return of


def owner(notice):
    return list(Turn.objects.filter(record=notice.pk, closed_at=None).values_list("role", "owner_unit__name"))


def test_he_arrives_and_is_registered(gate, told):
    notice = told(origin="广东深圳")
    assert owner(notice) == [("grid_worker", "丰禾第四网格")]
    actions.arrive(notice=notice, by=gate.cast.grid, at=gate.cast.at)
    notice.refresh_from_db()
    assert (notice.state, notice.closed_by, owner(notice)) == ("arrived", gate.cast.grid, [])


def test_he_does_not_arrive_and_is_looked_for_by_the_township(gate, told):
    notice = told(origin="广东深圳")
    actions.miss(notice=notice, by=gate.cast.grid, at=gate.cast.at)
    assert notice_titles([notice.pk]) == {notice.pk: "查找：没有到家"}
    assert owner(notice) == [("township_cadre", "禾阳街道")]
    with pytest.raises(Refused, match="请写明"):
        actions.give_up(notice=notice, answer=" ", by=gate.cast.township, at=gate.cast.at)
    actions.give_up(notice=notice, answer="电话核实已返回深圳", by=gate.cast.township, at=gate.cast.at)
    assert (notice.state, owner(notice)) == ("gone", [])


def test_another_county_is_told_by_the_command_or_it_is_handed_down(gate, told, cast):
    notice = told(origin="湖北武汉", home=None, destination="邻县柳河镇")
    assert owner(notice) == [("duty_officer", "青禾县")] and notice_titles([notice.pk]) == {notice.pk: "告知外县：已劝返"}
    actions.hand_down(notice=notice, unit=cast.units["丰禾社区"], by=cast.officer, at=cast.at)
    assert owner(notice) == [("village_cadre", "丰禾社区")] and notice_titles([notice.pk]) == {notice.pk: "签收：已劝返"}
    actions.pass_on(notice=notice, to="邻县柳河镇", by=cast.cadre, at=cast.at)
    assert owner(notice) == [("duty_officer", "青禾县")]
    actions.tell(notice=notice, answer="电话告知邻县值班员", by=cast.officer, at=cast.at)
    assert (notice.state, notice.answer.open(), owner(notice)) == ("told", "电话告知邻县值班员", [])


def test_the_letter_says_who_when_and_by_which_clause(gate, told):
    notice = told(origin="湖北武汉", home=None, destination="邻县柳河镇")
    says = text(letter_of(notice, drill=True, on=gate.cast.on).pdf("罗文舒"))
    for word in ("邻县柳河镇", "秦朗", "220722199001010015", "禾A58K21", "劝返", "青禾南收费站", "劝返省外重点疫区车辆", "演练数据"):
        assert word in says.replace("\n", ""), word
