"""Small tables for the tests."""
from ..evaluator.table import Source, Table

COLUMNS = {
    "temperature": "number or not_measured", "code": "one of green|red|unknown", "came_on": "day or unknown",
    "days_since": "days since came_on", "measure": "result one of pass|home|manual_review", "days": "result whole",
    "area": "unit", "from": "day", "until": "day", "document": "text", "clause": "text", "verify": "columns",
}
HEAD = ",".join(COLUMNS) + "\n" + ",".join(COLUMNS.values()) + "\n"


def table(*rows, source=None, area_of=str):
    """A table of rows "temperature,code,days_since,measure,days[,area[,from[,until]]]"."""
    lines = []
    for row in rows:
        cells = row.split(",")
        temperature, code, since, measure, days = cells[:5]
        area, start, end = (cells[5:] + ["-", "2020-01-01", "-"][len(cells) - 5:])[:3]
        lines.append(f"{temperature},{code},-,{since},{measure},{days},{area},{start},{end},文件,条款,")
    return Table("small", HEAD + "\n".join(lines) + "\n", source=source or Source(), area_of=area_of)
