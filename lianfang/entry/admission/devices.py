"""What kind of browser a session lives in, in words its owner knows."""
import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

BROWSERS = (("MicroMessenger", gettext_lazy("微信")), ("DingTalk", gettext_lazy("钉钉")), ("wxwork", gettext_lazy("企业微信")),
            ("Edg", "Edge"), ("Firefox", "Firefox"), ("QQBrowser", "QQ"), ("HuaweiBrowser", "Huawei"), ("Chrome", "Chrome"),
            ("Safari", "Safari"))
SYSTEMS = (("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone|iPad", "iPhone"), ("Windows", "Windows"), ("Mac OS", "Mac"),
           ("Linux", "Linux"))


def device(agent: str) -> str:
    """微信 · Android."""
    found = [next((str(word) for sign, word in known if re.search(sign, agent)), "") for known in (BROWSERS, SYSTEMS)]
    return " · ".join(filter(None, found)) or _("不认识的设备")
