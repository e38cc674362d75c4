"""What the tables of inspection say, and by when a turn there is due."""
from datetime import datetime, timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment
from lianfang.ground.workflow.rising import rising

TEAMS, FOCUS, TERMS, CLOCKS, RANKING = TABLES = ("inspection_team", "inspection_focus", "problem_due", "inspection_clocks",
                                                 "inspection_ranking")


def _row(table, on, path="/", **facts):
    return decisions.decide(table, facts, on=on, unit=path).result


def composition(kind, on, path="/") -> dict:
    """Who a team of that kind must have in it."""
    return _row(TEAMS, on, path, kind=kind)


def focus(kind, on, path="/") -> list[str]:
    """What inspections of that kind look at on a day."""
    return list(_row(FOCUS, on, path, kind=kind)["topics"] or ())


def ranking(period, on, path="/") -> dict:
    """How scores of a period are ranked, shown and published."""
    return _row(RANKING, on, path, period=period)


def term(grade, at, path="/") -> datetime:
    """By when a problem is put right: so many minutes, or a time of a day, with at least so many minutes left."""
    row = _row(TERMS, day_of(at), path, grade=grade)
    if row["within"] is not None:
        return at + timedelta(minutes=row["within"])
    return max(moment(day_of(at) + timedelta(days=row["days"] or 0), row["due"]), at + timedelta(minutes=row["least"] or 0))


def published_by(period, last_on, path="/") -> datetime:
    """The hour at which the ranking of a round is out: on its last day."""
    return moment(last_on, ranking(period, last_on, path)["publish"])


def scored_until(period, last_on, path="/") -> datetime:
    """When the scoring of a round is closed: so long before it is published that units can say something against it."""
    return published_by(period, last_on, path) - timedelta(minutes=ranking(period, last_on, path)["reply"])


def clock_row(clock, on, path="/") -> dict:
    """The terms of one clock."""
    return _row(CLOCKS, on, path, clock=clock)


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    if state.clock == "fix":
        row = _row(TERMS, day_of(at), record.unit.path, grade=record.grade)
        return rising(record.due, row)
    row = clock_row(state.clock, day_of(at), record.unit.path)
    return rising(_due(state.clock, record, row, at), row)


def _due(clock, record, row, at):
    if clock == "round":
        return max(at, scored_until(record.period, record.last_on, record.unit.path))
    if clock in ("publish", "dispute"):
        of = record if clock == "publish" else record.round
        return max(at, of.reply_until, published_by(of.period, of.last_on, of.unit.path))
    if clock == "last_place":
        return record.due
    if clock == "visit":
        return moment(record.on, row["due"])
    return at + timedelta(minutes=row["within"])


def topic_word(code) -> str:
    """What a topic is called."""
    return decisions.shipped(FOCUS).labels.of("topics", code)


def topic_words() -> list[tuple[str, str]]:
    """All topics with what they are called."""
    return [(code, topic_word(code)) for code in decisions.shipped(FOCUS).table.results["topics"].listed]


def grade_words() -> list[tuple[str, str]]:
    """How urgent a problem may be."""
    labels = decisions.shipped(TERMS).labels
    return [(code, labels.of("grade", code)) for code in ("at_once", "usual", "long")]


def ties_word(code) -> str:
    """What decides between equal scores."""
    return decisions.shipped(RANKING).labels.of("ties", code)


def mean_word(code) -> str:
    """What the score of a township is the mean of."""
    return decisions.shipped(RANKING).labels.of("mean", code)
