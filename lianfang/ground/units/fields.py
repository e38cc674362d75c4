"""A path column that sorts by bytes on both databases, the lookup `under`, and the reach of a person."""
from django.db import models

TOP = "/"


class Reach:
    """The paths somebody may see, none under another; TOP is the whole tree, an empty reach is nothing.

    No tuple: django-scopes would turn that into a lookup of each of its values.
    """

    __slots__ = ("paths",)

    def __init__(self, *paths):
        wanted = sorted(set(paths))
        self.paths = tuple(p for p in wanted if not any(p != q and p.startswith(q) for q in wanted))

    def __iter__(self):
        return iter(self.paths)

    def __len__(self):
        return len(self.paths)

    def __eq__(self, other):
        return isinstance(other, Reach) and self.paths == other.paths

    def __hash__(self):
        return hash(self.paths)

    def __repr__(self):
        return f"Reach{self.paths}"

    def covers(self, path: str) -> bool:
        """Whether that place lies within."""
        return any(path.startswith(own) for own in self)

    def __and__(self, path: str) -> "Reach":
        """What of this reach lies at or under a path."""
        return Reach(path) if self.covers(path) else Reach(*(own for own in self if own.startswith(path)))


class Path(models.CharField):
    """Ids of all ancestors and the unit's own, "/1/5/"; compared byte by byte: SQLite does so already, PostgreSQL needs the C collation."""

    def db_parameters(self, connection):
        """The column with its collation."""
        found = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            found["collation"] = "C"
        return found


@Path.register_lookup
class Under(models.Lookup):
    """path__under="/1/5/" or a Reach: a range, which both databases answer from the index; the top asks nothing at all."""

    lookup_name = "under"
    prepare_rhs = False

    def get_prep_lookup(self):
        """One path or several."""
        if self.rhs is None:
            raise ValueError("a reach of None would show everything: pass a path or a Reach")
        return [self.rhs] if isinstance(self.rhs, str) else list(self.rhs)

    def as_sql(self, compiler, connection):
        """path >= '/1/5/' and path < '/1/50' ('0' follows '/')."""
        column, params = self.process_lhs(compiler, connection)
        return under(column, self.rhs, params)


def under(column, paths, params=()):
    """The condition that a column of paths lies under one of these, and what its marks stand for."""
    if TOP in paths:
        return "1=1", []
    values = [value for path in paths for value in (*params, path, *params, path[:-1] + "0")]
    return ("(" + " OR ".join([f"({column} >= %s AND {column} < %s)"] * len(paths)) + ")" if values else "1=0"), values


class Child(models.Func):
    """Of a path under `parent`, the id of the parent's child it runs through, as text; '' for the parent itself."""

    output_field = models.CharField()

    def __init__(self, path, parent, **extra):
        super().__init__(path, models.Value(len(parent) + 1), **extra)

    def as_sqlite(self, compiler, connection, **context):
        """Cut at the next slash; the path and where it begins stand in it twice."""
        template = "substr(%(expressions)s, max(instr(substr(%(expressions)s), '/') - 1, 0))"
        sql, params = self.as_sql(compiler, connection, template=template, **context)
        return sql, [*params, *params]

    def as_postgresql(self, compiler, connection, **context):
        """Cut at the next slash."""
        return self.as_sql(compiler, connection, template="split_part(substr(%(expressions)s), '/', 1)", **context)
