"""Facts of very many, as verdicts keep them, put to some tables at once on DuckDB, in memory: nothing of anybody is written to a disk."""
from collections.abc import Sequence
from datetime import date

from .bulk import Bulk, named
from .table import Table

ALONE = "SET temp_directory = ''; SET autoinstall_known_extensions = false; SET enable_external_access = false"


def decide_many(asked: Sequence[tuple[Table, date]], facts: list[str], paths: list[str], counted: list,
                also=()) -> tuple[list[Bulk], list[tuple]]:
    """The tables with their rows of the days asked, and for each of the facts (JSON texts) where in those rows it hits, table by table
    (None: a person must look), with the values of the facts named in `also`.

    `paths`: where each is, `counted`: the day to which its days are counted (None: the day of the rows). All tables ask for the same facts.
    """
    import duckdb  # what it brings is loaded when it is needed
    import numpy

    bulks = [Bulk(table, on) for table, on in asked]
    if not facts:
        return bulks, []
    told = {"n": numpy.arange(len(facts)), "facts": numpy.array(facts, dtype=object), "path": numpy.array(paths, dtype=object),
            "counted": numpy.array([day.isoformat() if day else "" for day in counted], dtype=object)}
    with duckdb.connect() as engine:
        engine.execute(ALONE)
        engine.execute("SET pandas_analyze_sample = 0")  # what is text is text: else it looks a thousand times for libraries not here
        engine.register("given", told)
        engine.execute("CREATE TABLE told AS SELECT n, facts::JSON AS facts, path, TRY_CAST(counted AS DATE) AS counted FROM given")
        engine.execute(f"CREATE TABLE read AS {bulks[0].from_json('told', 'facts', 'n, path, counted')}")
        engine.execute("DROP TABLE told")
        hits = [f"({one.verdicts('read', counted='counted', bad=True, keep='n')}) AS t{at}" for at, one in enumerate(bulks)]
        columns = ", ".join([*(f"t{at}.hit" for at in range(len(bulks))), *(f"read.{named(name)}" for name in also)])
        joined = " ".join(f"JOIN {hit} ON t{at}.n = read.n" for at, hit in enumerate(hits))
        return bulks, engine.execute(f"SELECT {columns} FROM read {joined} ORDER BY read.n").fetchall()
