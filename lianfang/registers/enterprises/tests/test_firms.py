"""Firms: held to their credit code, one a code, found by their signed code."""
import pytest

from lianfang.ground.accounts.scope import everything
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
    assert client.post("/firms/new/", {"title": "青禾米业", "code": "123", "unit": unit}).status_code == 422
    page = client.post("/firms/new/", {"title": "青禾米业", "code": CODE, "trade": "factory", "unit": unit}, follow=True).content.decode()
    with everything():
        firm = queries.firm_of_code(queries.firm_code(queries.Firm.objects.get()))
    assert "青禾米业" in page
    client.post(f"/firms/{firm.pk}/amend/", {"title": "青禾米业公司", "trade": "mall", "office": "", "unit": unit})
    client.force_login(cast.far_cadre)
    assert client.get(f"/firms/{firm.pk}/amend/").status_code == 404
