"""What kind of browser a session or a known device is, and where, in words its owner knows."""
import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.queries import sessions_of

BROWSERS = (("MicroMessenger", gettext_lazy("微信")), ("DingTalk", gettext_lazy("钉钉")), ("wxwork", gettext_lazy("企业微信")),
            ("Edg", "Edge"), ("Firefox", "Firefox"), ("QQBrowser", "QQ"), ("HuaweiBrowser", "Huawei"), ("Chrome", "Chrome"),
            ("Safari", "Safari"))
SYSTEMS = (("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone|iPad", "iPhone"), ("Windows", "Windows"), ("Mac OS", "Mac"),
           ("Linux", "Linux"))


def device(agent: str) -> str:
    """微信 · Android."""
    found = [next((str(word) for sign, word in known if re.search(sign, agent)), "") for known in (BROWSERS, SYSTEMS)]
    return " · ".join(filter(None, found)) or _("不认识的设备")


PLACES = {"here": gettext_lazy("服务器本机"), "inside": gettext_lazy("单位内网"), "outside": gettext_lazy("外网")}


def place(word: str) -> str:
    """单位内网, or what the county calls that network."""
    return str(PLACES.get(word, word))


def session_lines(account, at, here="") -> list[dict]:
    """Where an account is signed in, newest first; `here` is the digest of the session that asks."""
    return [_said(row, row.pk == here) for row in sessions_of(account, at)]


def device_lines(account, here="") -> list[dict]:
    """The known devices of an account, the one used last first; `here` is the digest of the token that is shown."""
    return [_said(row, row.digest == here) for row in account.devices.order_by("-seen_at")]


def _said(row, is_here):
    return {"row": row, "device": device(row.agent), "place": place(row.place), "is_here": is_here}
