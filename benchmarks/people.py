"""An invented roster against the register of this county: most are in the register, one in ten comes from a place that binds."""
from random import Random

HEAD = ["序号", "姓名", "身份证号码", "联系电话", "现住址", "从何地返回", "返回日期", "健康码颜色", "体温", "有无症状", "备注"]
BINDING = ["深圳", "湖北武汉", "上海", "北京市朝阳区", "浙江杭州", "广东广州", "山东青岛"]
PASSING = ["长春", "吉林四平", "松原", "白城", "通化"]


def write(path, count):
    """The file, with two title rows as offices make them."""
    import xlsxwriter

    from lianfang.ground.days import today

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("返乡人员")
    sheet.write_string(0, 0, "返乡人员登记表")
    sheet.write_row(1, 0, HEAD)
    for at, row in enumerate(_rows(count, today().isoformat()), 2):
        sheet.write_row(at, 0, row)
    book.close()


def _rows(count, on):
    chance, known, doors = Random("bench"), _known(count), _doors()
    for n in range(count):
        name, number = known[n % len(known)] if n < len(known) else _stranger(n)
        origin = chance.choice(BINDING if n % 10 == 0 else PASSING)
        yield [n + 1, name, number, f"15{n:09d}", chance.choice(doors), origin, on, "绿码", round(chance.uniform(36.1, 36.9), 1), "无", ""]


def _known(count):
    """Names and numbers from the register, none of them a person yet; nine tenths of the roster at most."""
    from lianfang.ground.accounts.scope import everything
    from lianfang.registers.people.models import Entry

    with everything():
        found = Entry.objects.exclude(id_blind="").order_by("pk").only("name", "id_number")[:count * 9 // 10]
        return [(entry.name, entry.id_number.open()) for entry in found]


def _stranger(n):
    """Somebody the register does not know, with a true check digit."""
    from lianfang.registers.people.typed.identity import check_digit

    body = f"999999{1950 + n % 60}{1 + n % 12:02d}{1 + n % 28:02d}{n // 420 % 1000:03d}"
    return f"新人{'甲乙丙丁戊己庚辛'[n % 8]}", body + check_digit(body)


def _doors():
    """Addresses of doors somebody lives behind, as people write them."""
    from lianfang.ground.units.models import Unit
    from lianfang.registers.territory.models import Door

    names = dict(Unit.objects.exclude(level="door").values_list("pk", "name"))
    skipped = set(Unit.objects.filter(level__in=("county", "grid", "micro_grid")).values_list("pk", flat=True))
    doors = Door.objects.filter(occupancy__in=("lived_in", "rented")).values_list("unit__path", "unit__name").order_by("pk")[:20_000]
    return ["".join(names[int(a)] for a in path.strip("/").split("/")[:-1] if int(a) not in skipped) + name for path, name in doors]
