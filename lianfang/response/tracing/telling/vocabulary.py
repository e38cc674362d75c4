"""How people tell a day: times, what they did, and in which row they sat; Chinese words, and the plain English ones."""
import re

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

SPOKEN = {"在家": "home", "家": "home", "回家": "home", "上班": "work", "单位": "work", "上课": "work", "学校": "work", "干活": "work",
          "吃饭": "meal", "聚餐": "meal", "早饭": "meal", "午饭": "meal", "晚饭": "meal", "娱乐": "fun", "打牌": "fun", "唱歌": "fun",
          "串门": "visit", "做客": "visit", "探视": "visit", "走亲戚": "visit", "看病": "medical", "就诊": "medical", "乘车": "transport",
          "坐车": "transport", "公交": "transport", "火车": "transport", "打车": "transport", "购物": "shop", "买菜": "shop",
          "买东西": "shop", "办事": "shop", "户外": "outdoor", "散步": "outdoor", "其他": "other",
          "home": "home", "work": "work", "school": "work", "meal": "meal", "fun": "fun", "visit": "visit", "doctor": "medical",
          "bus": "transport", "train": "transport", "shop": "shop", "outdoors": "outdoor", "other": "other"}
OFFERED = {"在家": "home", "上班": "work", "上课": "work", "吃饭": "meal", "娱乐": "fun", "串门": "visit", "看病": "medical",
           "乘车": "transport", "购物": "shop", "户外": "outdoor", "其他": "other"}
IN_ENGLISH = {"home": "home", "work": "work", "school": "work", "meal": "meal", "fun": "fun", "visit": "visit", "doctor": "medical",
              "bus": "transport", "shop": "shop", "outdoors": "outdoor", "other": "other"}
CLOCK = r"(\d{1,2})[:：点.]?([0-5]\d)?分?"
TO = r"\s*(?:-|–|—|~|～|至|到|to)\s*"
LINE = re.compile(rf"{CLOCK}{TO}(次日)?{CLOCK}(?!\d)[\s，,、]*(.*)")
DAY = r"(?:(\d{1,2})\s*[月/]\s*)?(\d{1,2})\s*([日号])?"
HEADING = re.compile(rf"{DAY}(?:{TO}{DAY})?[\s:：]*")
SEAT = re.compile(r"(?:^|\s)(?:第?(?=\d+排)|row\s+(?=\d))(\d{1,3})排?(?=\s|$)")
BETWEEN = re.compile(r"[\s，,、;；]+")
EXAMPLE = _("0730-0800 乘车 12路 禾A1023 6排\n0800-1200 上班 棉纺厂二车间\n1215-1300 吃饭 同福酒家\n1830-2400 在家\n"
            "9日到10日\n0800-1800 上班 棉纺厂二车间")


def offered() -> dict:
    """The words one is told to use, in the language of the reader, with what each means."""
    return IN_ENGLISH if (get_language() or "").startswith("en") else OFFERED
