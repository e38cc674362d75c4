"""A bare script that does the least of a roster import: read, check the digit, look up, seal, and insert plain rows chunk by chunk."""
import json
import time
import uuid

CHUNK = 300
TABLES = {
    "bench_person": "id text primary key, name text, number blob, number_blind text, phone blob, unit integer",
    "bench_order": "id text primary key, person text, facts text, due text",
    "bench_line": "id text primary key, record text, at text, verb text",
}


def seconds(file) -> float:
    """How long it takes; its tables are gone afterwards."""
    from django.db import connection

    with connection.cursor() as cursor:
        for name, columns in TABLES.items():
            cursor.execute(f"CREATE TABLE {name} ({columns.replace('blob', 'bytea') if connection.vendor == 'postgresql' else columns})")
    begun = time.perf_counter()
    try:
        _import(file)
        return time.perf_counter() - begun
    finally:
        with connection.cursor() as cursor:
            for name in TABLES:
                cursor.execute(f"DROP TABLE {name}")


def _import(file):
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()[2:]
    for start in range(0, len(rows), CHUNK):
        _chunk(rows[start:start + CHUNK])


def _chunk(rows):
    from django.db import connection, transaction

    from lianfang.ground.vault import seal_bytes
    from lianfang.registers.people.keys import id_blind

    good = [(row, id_blind(row[2])) for row in rows if _fits(row[2])]
    marks = ", ".join(["%s"] * len(good))
    people = [[str(uuid.uuid4()), row[1], seal_bytes("bench", row[2].encode()), key, seal_bytes("bench", row[3].encode()), 1]
              for row, key in good]
    orders = [[str(uuid.uuid4()), person[0], json.dumps({"origin": row[5], "days": 14}), row[6]]
              for n, (person, (row, _)) in enumerate(zip(people, good, strict=True)) if n % 10 == 0]
    lines = [[str(uuid.uuid4()), one[0], "2020-03-04", "bench.find"] for one in (*people, *orders)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id_blind, name FROM people_entry WHERE id_blind IN ({marks})", [key for _, key in good])
        cursor.fetchall()
        with transaction.atomic():
            for table, values in (("bench_person", people), ("bench_order", orders), ("bench_line", lines)):
                if values:
                    cursor.executemany(f"INSERT INTO {table} VALUES ({', '.join(['%s'] * len(values[0]))})", values)


def _fits(number) -> bool:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return len(number) == 18 and "10X98765432"[sum(int(d) * w for d, w in zip(number[:17], weights, strict=True)) % 11] == number[17]
