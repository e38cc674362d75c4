"""On screen from the point to the result: the sampler sees masked people, the laboratory sees codes, a result opens for a reason."""
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianfang.response.laboratory.models import Recall, Run, Sample, Session, Transfer, Tube

ID = "220722198103120042"


@pytest.fixture
def screens(point, client):
    """Post or get a page as somebody, at the point's time; an unexpected answer shows what the page says."""
    def page(who, to, *args, expect=200, **data):
        client.force_login(getattr(point.cast, who))
        address = reverse(f"laboratory:{to}", args=args)
        answer = client.post(address, data, follow=True) if data else client.get(address)
        assert answer.status_code == expect, answer.content.decode()[-3000:]
        return answer.content.decode()

    with time_machine.travel(point.at, tick=False):
        yield page


def test_from_the_point_to_the_result(point, screens):
    unit = point.cast.units["丰禾社区"].pk
    assert ">　　丰禾社区<" in screens("officer", "open_session"), "below its street, which is not the only one of that name"
    screens("cadre", "open_session", name="丰禾广场", unit=unit, reason="voluntary", disease="covid_19")
    session = Session.objects.get(name="丰禾广场")
    assert "登记进这支管" in screens("cadre", "point", session.pk, code="8800000001", places=10, reason="voluntary")
    tube = Tube.objects.get(code="8800000001")
    screens("cadre", "take_sample", tube.pk, id_number=ID, name="周小满", phone="")
    page = screens("cadre", "take_sample", tube.pk, people=[str(point.people[0].pk)])
    assert "周＊满" in page and "周小满" not in page and Sample.objects.filter(tube=tube).count() == 2
    assert "对不上" in screens("cadre", "seal", tube.pk, count=3, expect=422)
    screens("cadre", "seal", tube.pk, count=2)
    screens("cadre", "send", box="BOX-9", tubes=[str(tube.pk)], carrier="李师傅", temperature="4")
    trip = Transfer.objects.get(box__code="BOX-9")
    screens("lab", "receive", trip.pk, codes=["8800000001"], temperature="5", note="")
    queue = screens("lab", "queue")
    assert "8800000001" in queue and "周＊满" not in queue
    screens("lab", "queue", machine="一号机", tubes=[str(tube.pk)])
    run = Run.objects.get()
    assert "周" not in screens("lab", "report", run.pk).split("<main")[1]
    screens("lab", "report", run.pk, **{f"outcome_{tube.pk}": "negative", f"ct_{tube.pk}": ""})
    tube.refresh_from_db()
    assert (tube.state, tube.outcome.open()) == ("reported", "negative")


def test_a_result_opens_for_a_reason_and_the_laboratory_opens_nobody(point, screens):
    point.report(point.filled(point.people[:1], 1), "negative")
    sample = Sample.objects.get()
    assert "阴性" not in screens("cadre", "read_result", sample.pk)
    assert "阴性" in screens("cadre", "read_result", sample.pk, reason="visit")
    screens("lab", "read_result", sample.pk, expect=403)
    screens("lab", "tube", sample.tube_id, expect=403)
    assert "阴性" not in screens("officer", "samples")


def test_who_is_called_is_on_his_page_and_may_be_dropped_for_a_reason(point, screens):
    point.report(point.filled(point.people[:2], 5), "positive")
    recall = Recall.objects.get(person=point.people[0])
    assert "待单采" in screens("cadre", "recall", recall.pk)
    screens("cadre", "recall", recall.pk, why="", expect=422)
    screens("cadre", "recall", recall.pk, why="已住县医院")
    recall.refresh_from_db()
    assert (recall.state, recall.why.open()) == ("dropped", "已住县医院")


def test_what_is_wrong_is_said_on_the_page(point, screens):
    tube = point.tube()
    assert "换一支新管" in screens("cadre", "point", point.session.pk, code=tube.code, places=10, reason="voluntary", expect=422)
    assert "身份证" in screens("cadre", "take_sample", tube.pk, id_number="123", name="", phone="", expect=422)
    assert "请扫身份证" in screens("cadre", "take_sample", tube.pk, id_number="", name="林下", phone="", expect=422)


def test_the_forecast_says_its_formula_and_a_sheet_comes_in_on_screen(point, screens):
    page = screens("lab", "forecast")
    assert "1/n + 1" in page and "最省" in page and "600" in page
    text = "证件号码,姓名,采样时间,检测结果\n220722198103120042,周小满,2020-03-09 09:30,阴性\n,高原,,\n"
    sheet = SimpleUploadedFile("结果.csv", text.encode())
    page = screens("lab", "import_results", file=sheet, disease="covid_19", unit=point.cast.units["青禾县"].pk, mapping="")
    assert "收下 1" in page and "证件号码" in page and Sample.objects.count() == 1
