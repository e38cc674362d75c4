"""Invented people: names of the region, rare characters and four-part Mongolian names among them; numbers that pass their check digit."""
from datetime import date, timedelta
from random import Random

SURNAMES = ("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
            "汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文仇解单")
GIVEN = ("建国 建军 秀英 桂兰 玉梅 文静 海燕 国强 志强 小龙 丽华 淑珍 永胜 春生 秋菊 冬梅 立春 谷雨 芒种 "
         "小满 明远 怀瑾 知秋 若水 清源 向阳 望山 思齐 子衿 晓东 晓燕 红霞 卫东 爱民 俊杰 佳怡 浩然 梓萱 "
         "一诺 雨桐 天佑 宝珠 长河 大江 石头 铁柱 凤霞 兰芳 喜鹊 喆 㛃 𬭎 翀 昇 堃 ").split()
MONGOLIAN = ["阿茹娜", "乌兰图雅", "巴特尔", "其其格", "包·乌云·其木格·萨仁", "额尔敦·巴雅尔·朝鲁·格日勒", "乌日娜", "特木尔"]
REGION = ("229901", "220722", "220104", "430102", "420106")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def name(chance: Random) -> str:
    """A name nobody bears here."""
    if chance.random() < 0.04:
        return chance.choice(MONGOLIAN)
    return chance.choice(SURNAMES) + chance.choice(GIVEN)


class Numbers:
    """Identity numbers and phones, none given twice."""

    def __init__(self, chance: Random):
        self.chance, self.sequence, self.line = chance, 0, 0

    def identity(self, oldest=1935, youngest=2016) -> str:
        """A number with a true check digit; the sequence runs through births, so no number comes twice."""
        self.sequence += 1
        born = date(oldest, 1, 1) + timedelta(days=(self.sequence * 7919) % ((youngest - oldest) * 365))
        body = f"{REGION[self.sequence % 5]}{born:%Y%m%d}{(self.sequence // 5) % 1000:03d}"
        return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]

    def phone(self) -> str:
        """Eleven digits, none twice."""
        self.line += 1
        return f"1{30 + self.line % 9}{self.line:08d}"
