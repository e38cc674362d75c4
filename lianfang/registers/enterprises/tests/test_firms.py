"""Firms: held to their credit code, one a code, found by their signed code."""
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.fields import Reach
from lianfang.ground.workflow import Refused
from lianfang.registers.enterprises import actions, credit, queries

CODE = "91330106673959654P"  # an example of GB 32100-2015 in public use


def test_a_code_is_held_to_its_check_sign():
    body = "9199010000000001X"
    good = body + credit.check_sign(body)
    assert credit.read(f" {good.lower()} ") == good and credit.read(CODE) == CODE
    assert {credit.read(wrong) for wrong in (good[:-1], CODE[:-1] + "Q", CODE.replace("9133", "9I33"), "")} == {""}


def test_a_firm_is_entered_once_and_found_by_its_code(cast):
    with everything():
        said = {"unit": cast.units["丰禾社区"], "office": "0438-1234567", "by": cast.officer, "at": cast.at}
        firm = actions.add_firm(title="青禾米业", code=CODE, **said)
        for code in (CODE, CODE[:-1] + "Q"):
            with pytest.raises(Refused):
                actions.add_firm(title="另一家", code=code, **said)
        code = queries.firm_code(firm)
        spoilt = code[:-1] + ("1" if code.endswith("0") else "0")
        assert queries.firm_of_code(code.lower().replace("-", " ")) == firm and queries.firm_of_code(spoilt) is None
        actions.close_firm(firm=firm, by=cast.officer, at=cast.at)
        assert queries.firm_of_code(code) is None and actions.add_firm(title="青禾米业", code=CODE, **said).number == 2


def test_who_enlists_enters_and_amends_a_firm(cast, client):
    client.force_login(cast.cadre)
    unit = cast.units["丰禾社区"].pk
    refused = client.post("/firms/new/", {"title": "青禾米业", "code": "123", "unit": ""})
    assert refused.status_code == 422 and set(refused.context["form"].errors) == {"code", "trade", "unit"}
    page = client.post("/firms/new/", {"title": "青禾米业", "code": CODE, "trade": "factory", "unit": unit}, follow=True).content.decode()
    with everything():
        firm = queries.firm_of_code(queries.firm_code(queries.Firm.objects.get()))
    assert "青禾米业" in page
    client.post(f"/firms/{firm.pk}/amend/", {"title": "青禾米业公司", "trade": "mall", "office": "", "unit": unit})
    client.force_login(cast.far_cadre)
    assert client.get(f"/firms/{firm.pk}/amend/").status_code == 404


def test_a_sheet_of_market_bodies_comes_in_once_and_says_what_is_wrong(cast, client):
    def code(n):
        body = f"91990100000001{n:03d}"
        return body + credit.check_sign(body)

    lines = ["名称,信用代码,行业,乡镇,村,电话", f"城关农贸市场,{code(1)},农贸市场,禾阳街道,丰禾社区,",
             f"青禾影城,{code(2)},影剧院,禾阳街道,,0438-5550188",
             f"又一家,{code(2)},餐饮,禾阳街道,,", f"远处的,{code(3)},餐饮,梨花沟镇,无此村,", "没代码,123,餐饮,禾阳街道,,",
             f"火箭厂,{code(4)},火箭,禾阳街道,,"]
    sheet = "\n".join(lines).encode()
    with everything():
        said = {"name": "名录.csv", "reach": Reach("/"), "by": cast.officer, "at": cast.at}
        added, mended, faults = actions.import_firms(content=sheet, **said)
        assert (added, mended, [row for row, _says in faults]) == (2, 0, [4, 5, 6, 7])
        words = [says for _row, says in faults]
        assert "第 3 行" in words[0] and "无此村" in words[1] and "校验位" in words[2] and "火箭" in words[3]
        assert actions.import_firms(content=sheet, **said)[:2] == (0, 0)
        assert actions.import_firms(content=sheet.replace("影剧院".encode(), "餐饮".encode()), **said)[:2] == (0, 1)
        found = {one.title: (one.trade, one.unit.name) for one in queries.Firm.objects.select_related("unit")}
    assert found == {"城关农贸市场": ("market", "丰禾社区"), "青禾影城": ("restaurant", "禾阳街道")}
    client.force_login(cast.officer)
    assert client.get("/firms/import/blank/").content[:2] == b"PK"
    page = client.post("/firms/import/", {"file": SimpleUploadedFile("名录.csv", sheet)}).content.decode()
    assert "第 5 行" in page and "更正 1 家" in page
    town = Reach(cast.units["梨花沟镇"].path)
    theirs = "\n".join([lines[0], f"抢来的,{code(1)},餐饮,梨花沟镇,,", f"镇影院,{code(5)},影剧院,梨花沟镇,,"]).encode()
    with everything():
        added, mended, [(row, says)] = actions.import_firms(content=theirs, **said | {"reach": town, "by": cast.far_cadre})
        assert (added, mended, row, "别的地方" in says) == (1, 0, 2, True)
        assert queries.Firm.objects.get(code=code(1)).title == "城关农贸市场", "whose firm it is another town's sheet does not say"
        phoned = sheet.replace("禾阳街道,丰禾社区,".encode(), "禾阳街道,丰禾社区,0438-5550199".encode())
        actions.import_firms(content=phoned, **said)
        assert queries.Firm.objects.get(code=code(1)).office == "0438-5550199"
