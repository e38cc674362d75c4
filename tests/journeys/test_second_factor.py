"""In a real installation: a slip, then an authenticator or a passkey; the next sign-in asks for it; a lost phone is mended by the unit."""
import re
from datetime import datetime

import pytest
from allauth.mfa.totp.internal.auth import hotp_value

from lianfang.ground.days import SHANGHAI

from .conftest import BEGIN
from .county import County

pytestmark = pytest.mark.journey
PASSWORD = "mai-miao-2020"
FINGER = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
          "automaticPresenceSimulation": True}


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """The small county as a real one: a second factor is demanded; its address is a name, since passkeys are bound to one."""
    county = County(tmp_path_factory.mktemp("guarded")).begin()
    county.env["LIANFANG_SECOND_FACTOR"] = "on"
    county.url = county.url.replace("127.0.0.1", "localhost")
    county.open_at(BEGIN)
    county.units = county.ask("tests.journeys.setting.put_up")
    yield county
    county.close()


def digits(county, secret):
    """What the authenticator shows at the county's moment."""
    at = datetime.fromisoformat(county.at).replace(tzinfo=SHANGHAI)
    return f"{hotp_value(secret, int(at.timestamp()) // 30):06d}"


def by_slip(county, walk):
    """The slip is typed, a password chosen; the role's pages lead to the second factor."""
    walk.open(f"/slip/{county.ask('tests.journeys.setting.slip_for', login=walk.who)}").sees("这台手机（电脑）的这个浏览器就绑定了")
    walk.fill(password=PASSWORD, again=PASSWORD).press("设好，进入").sees("要先加一道验证才能往下办")
    return walk


def password(walk):
    """Name and password, as everybody."""
    walk.open("/sign-in").fill(username=walk.who, password=PASSWORD).press("登录")
    return walk


def test_an_authenticator_is_enrolled_on_the_phone_and_asked_for_the_next_time(guarded, phone, desk):
    cadre = by_slip(guarded, phone(guarded, "cadre", signed_in=False)).follow("用手机验证器的六位数字")
    cadre.page.locator("main details summary").click()
    secret = re.sub(r"\s", "", cadre.text_of(".otp-secret"))
    cadre.fill(code="000000").press("加上").sees("这个码不对")
    cadre.fill(code=digits(guarded, secret)).press("加上").sees("备用码：现在就抄在纸上")
    paper = cadre.page.locator(".codes code").all_inner_texts()
    assert len(paper) == 10
    cadre.follow("抄好了，去工作").sees("我的待办")

    guarded.move_to("2020-03-04T10:00")
    elsewhere = password(desk(guarded, "cadre", signed_in=False)).sees("第二道验证")
    elsewhere.fill(code="123456").press("进入").sees("这个码不对")
    elsewhere.fill(code=digits(guarded, secret)).press("进入").sees("我的待办")
    elsewhere.open("/sessions").sees("正在登录的地方", "绑定的手机和电脑", "第二道验证：1 样，备用码还剩 10 个")
    without = password(phone(guarded, "cadre", signed_in=False))
    without.fill(code=paper[0]).press("进入").sees("还剩 9 个")
    the_phone_is_lost(guarded, elsewhere, phone)


def the_phone_is_lost(county, cadre, phone):
    """The cadre of the town above asks who he is, resets, and prints a slip; every browser of before is out."""
    township = by_slip(county, phone(county, "township", signed_in=False))
    township.follow("用手机验证器的六位数字").page.locator("main details summary").click()
    township.fill(code=digits(county, re.sub(r"\s", "", township.text_of(".otp-secret")))).press("加上").follow("抄好了，去工作")
    township.open(township.open("/accounts/").address_of("丁立春")).confirm("手机丢了：重置第二道验证").sees("第二道验证已重置")
    cadre.open("/").sees("登录")
    assert "sign-in" in cadre.path
    password(cadre).sees("这台手机（电脑）还没绑定")
    by_slip(county, cadre).sees("重置了您的第二道验证")


def test_a_passkey_of_the_desk_is_made_and_proved(guarded, desk):
    leader = desk(guarded, "leader", signed_in=False)
    chrome = leader.context.new_cdp_session(leader.page)
    chrome.send("WebAuthn.enable")
    finger = chrome.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})["authenticatorId"]
    by_slip(guarded, leader).follow("用指纹、人脸或锁屏密码").fill(name="办公室电脑").press("加上")
    leader.sees("备用码：现在就抄在纸上").follow("抄好了，去工作").sees("我的待办")

    leader.page.locator(".menu.account summary").click()
    leader.press("退出登录", within="header")
    password(leader).sees("用通行密钥").press("用通行密钥").sees("我的待办")
    [credential] = chrome.send("WebAuthn.getCredentials", {"authenticatorId": finger})["credentials"]
    assert credential["rpId"] == "localhost" and credential["signCount"] == 2
    leader.open("/second").sees("通行密钥 · 办公室电脑", "纸上的备用码还剩 10 个")
    another_s_finger_is_not_taken(guarded, leader, chrome, finger)


def another_s_finger_is_not_taken(county, leader, chrome, finger):
    """Without the key that was made, nothing opens, and the page says what else to do."""
    chrome.send("WebAuthn.clearCredentials", {"authenticatorId": finger})
    leader.open("/sessions").page.locator(".menu.account summary").click()
    leader.press("退出登录", within="header")
    password(leader).press("用通行密钥").sees("没有成，请再按一次；不行就填下面的码。")
    assert leader.path == "/sign-in/second"
