"""The bare queries behind some pages: no model, no scope, no template; what the database and the driver take."""
from django.db import connection


def orders():
    """A hundred orders with their people, filtered and sorted."""
    return _all("SELECT o.year, o.serial, o.measure, o.until_on, o.state, p.name, u.name, a.name FROM isolation_order o "
                "JOIN people_person p ON p.id = o.person_id JOIN units_unit u ON u.id = o.unit_id "
                "LEFT JOIN accounts_account a ON a.id = o.minder_id WHERE o.measure = 'home_quarantine' ORDER BY o.until_on DESC LIMIT 100")


def board():
    """Open orders and open turns by town: one grouped count each, of the twenty and more that a board shows."""
    return [_all(f"SELECT substr(u.path, 1, 6), count(*) FROM {table} r JOIN units_unit u ON u.id = r.unit_id "
                 "WHERE r.closed_at IS NULL GROUP BY 1") for table in ("isolation_order", "workflow_turn")]


def entries():
    """Fifty register entries by the beginning of a word."""
    return _all("SELECT e.id, e.name, u.name FROM people_entryword w JOIN people_entry e ON e.id = w.entry_id "
                "JOIN units_unit u ON u.id = e.unit_id WHERE w.word >= 'lxy' AND w.word < 'lxz' ORDER BY w.word LIMIT 50")


def _all(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


ASKED = {"list": orders, "board_county": board, "find": entries}
