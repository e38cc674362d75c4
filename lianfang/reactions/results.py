"""What a laboratory finds, and what follows: it is kept with orders, told to those who wait for it, makes cases, holds and frees."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_start
from lianfang.ground.journal.reactions import Reaction
from lianfang.registers.people.queries import persons
from lianfang.registers.people.queries.bound import bound as isolated
from lianfang.response.cases import actions as casework
from lianfang.response.cases import queries as cases
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation import queries as orders
from lianfang.response.laboratory import queries as laboratory
from lianfang.response.testing import actions as testing
from lianfang.response.tracing import queries as tracing

from .exposed import exposed, negative_twice
from .verbs import DECIDED, RECONSIDERED, RECORDED, TOLD

SAID = {"positive": "positive", "negative": "negative", "grey": "unclear", "pending": "unclear"}  # what was invalid is no result
CLEAR, TESTED = ("negative", "positive", "grey"), {"negative": "negative", "positive": "positive", "unclear": "grey"}


def results_are_kept(lines):
    """What a laboratory finds of somebody who is bound stands with his order; of a contact's two negatives his own contacts profit."""
    found = laboratory.answers(lines)
    bound = isolated([one.person_id for one in found if one.outcome == "pending"])  # others are held for it, and it ends with that
    tested = [isolation.Tested(one.person_id, one.taken_on, SAID[one.outcome], one.code, one.because) for one in found
              if one.outcome in SAID and (one.outcome != "pending" or one.person_id in bound)]
    isolation.record_tested(tested=tested, by=named(SYSTEM), at=lines[0].at)
    _lead_on({one.person_id: one.because for one in found if one.outcome == "negative"}, lines)


def _lead_on(told, lines):
    """Of those (person by id, with the line that told it) who are negative for the second time, the contacts profit."""
    led = {}
    if told and (seconds := tracing.seconds_of(list(told))):
        negative = negative_twice({pk: since for pk, (since, _led) in seconds.items()})
        led = {who: told[pk] for pk, (_since, whom) in seconds.items() if negative.get(pk) for who in whom}
    if led:
        isolation.know_negative(kind="second", people=led, by=named(SYSTEM), at=lines[0].at)


def positives_are_cases(lines):
    """Who is positive by himself is a case from now, and on his way to the clinic where nothing binds him yet."""
    found = [one for one in laboratory.answers(lines) if one.outcome == "positive"]
    _take_in([(one, one.code) for one in found], "own_testing", lines)
    _hold("positive", found, lines)


def _take_in(found, channel, lines):
    """Open a case for each (who was found, on what it rests) who has none open of that disease."""
    ill = cases.ill_already([one.person_id for one, _source in found])
    people = persons([one.person_id for one, _source in found])
    for one, source in found:
        if (one.person_id, one.disease) not in ill:
            who = people[one.person_id]
            word = casework.Word(unit=who.unit, name=who.name, person=who, disease=one.disease, channel=channel, source=source)
            casework.take_in(words=[word], by=named(SYSTEM), at=lines[0].at, because=one.because)
            ill.add((one.person_id, one.disease))


def doubtful_are_held(lines):
    """Everybody of a tube in doubt stays where he is until his own sample says otherwise; who is bound already stays bound."""
    _hold("pooled", [one for one in laboratory.called(lines) if one.held], lines)


def cleared_are_freed(lines):
    """Who was held for a tube and is negative by himself is free, by the row that held him."""
    isolation.know_negative(kind="pooled", people=laboratory.cleared(lines), by=named(SYSTEM), at=lines[0].at)


def _hold(kind, found, lines):
    """Put who was found to the table of the exposed, unless he may not leave where he is already."""
    bound = isolated([one.person_id for one in found])
    findings = [exposed(one.person_id, one.stands_at, one.on, one.because, disease=one.disease, kind=kind, exposure_on=one.taken_on)
                for one in found if one.person_id not in bound]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def results_are_told(lines):
    """What a laboratory found goes to those who must be tested, to the firm's list, to the gate back to work: fit or not."""
    found = [one for one in laboratory.answers(lines) if one.outcome in CLEAR]
    told = [testing.Told(one.person_id, "nucleic", one.taken_at, one.outcome, "lab", one.code) for one in found]
    testing.note_results(results=told, by=named(SYSTEM), at=lines[0].at, because={one.person_id: one.because for one in found})


def own_results_are_told(lines):
    """What was recorded by hand under an order is a test like any other: of negatives a contact's own contacts profit, who is positive is a
    case where his order is for a disease (its alarm is raised already); what a laboratory told before is not told twice."""
    found = orders.own_results(lines)
    told = [testing.Told(one.person_id, "nucleic", day_start(one.taken_on), TESTED[one.outcome], "paper", one.evidence) for one in found]
    testing.note_results(results=told, by=named(SYSTEM), at=lines[0].at, because={one.person_id: one.because for one in found})
    _lead_on({one.person_id: one.because for one in found if one.outcome == "negative"}, lines)
    _take_in([(one, one.evidence) for one in found if one.outcome == "positive" and one.disease], "contact", lines)


RESULTS = [
    Reaction("laboratory.give_result", results_are_kept, (*RECONSIDERED, *RECORDED)),
    Reaction("laboratory.give_result", positives_are_cases, (*DECIDED, "cases.take_in")),
    Reaction("laboratory.give_result", results_are_told, TOLD),
    Reaction("isolation.record_result", own_results_are_told, (*TOLD, *RECONSIDERED, "cases.take_in")),
    Reaction("laboratory.recall", doubtful_are_held, DECIDED),
    Reaction("laboratory.settle_recall", cleared_are_freed, RECONSIDERED),
]
