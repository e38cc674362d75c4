"""The triggers that keep the journal append-only: made by a migration, looked for at start-up and by check-journal."""
TABLES = ("journal_line", "journal_seal", "journal_touched")
REFUSAL = "the journal is append-only"
SQLITE = {
    f"{table}_no_{verb}": f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for table in TABLES
    for verb in ("update", "delete")
}
POSTGRESQL = {
    f"{table}_append_only": f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()"
    for table in TABLES
}
FUNCTION = ("CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$")


def create(schema):
    """Make the triggers; a later migration that rebuilds a SQLite table calls this again, since a rebuild drops them silently."""
    if schema.connection.vendor == "postgresql":
        schema.execute(FUNCTION)
    for name, sql in _wanted(schema.connection).items():
        if name not in _standing(schema.connection):
            schema.execute(sql)


def missing(connection) -> list[str]:
    """Names of triggers that should stand and do not, or were weakened."""
    standing = _standing(connection)
    wanted = _wanted(connection)
    if connection.vendor == "sqlite":
        return [name for name, sql in wanted.items() if standing.get(name) != sql]
    return [name for name in wanted if standing.get(name) != "O"]


def _wanted(connection):
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE


def _standing(connection) -> dict:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT t.tgname, t.tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                           "WHERE c.relname = ANY(%s) AND NOT t.tgisinternal AND pg_table_is_visible(c.oid)", [list(TABLES)])
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())
