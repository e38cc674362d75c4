"""When this happens there, do that here: the only place where loops meet."""
from uuid import UUID

from django.utils.translation import gettext_noop

from lianfang.ground import decisions
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.reactions import Reaction
from lianfang.response.cases import queries as cases
from lianfang.response.checkpoints import queries as gates
from lianfang.response.doorstep import queries as doorstep
from lianfang.response.isolation import actions as isolation
from lianfang.response.redress import actions as redress
from lianfang.response.redress import queries as appeals
from lianfang.response.screening import actions as rosters
from lianfang.response.screening import queries as screening
from lianfang.response.testing import actions as testing
from lianfang.response.testing import queries as test_groups
from lianfang.response.tracing import actions as tracers
from lianfang.response.tracing import queries as tracing

UNKNOWN = "unknown"
DECIDED = ("isolation.decide", "isolation.issue", "isolation.record_over", "isolation.extend", "isolation.replace", "isolation.lapse_check",
           "isolation.send_back", "isolation.ask_review", "isolation.raise_alarm")
TRACED = ("tracing.open_index", "tracing.close_index", "tracing.retime_index", "tracing.reopen_index", "tracing.recompute", "tracing.turn")
ENROLLED, LEFT = ("testing.enrol", "testing.drop_test"), ("testing.leave", "testing.drop_test")
RECONSIDERED = (*DECIDED, "isolation.shorten", "isolation.lift", "isolation.expire", "isolation.drop", "isolation.drop_review")


def arrivals_are_decided(lines):
    """Who arrived is put to the measure table on the day of decision."""
    _decide(screening.arrival_facts([told.record for told in lines]), lines)


def finds_are_decided(lines):
    """Who was found at a door is put to the measure table on the day he was found."""
    _decide(doorstep.found_facts([told.record for told in lines]), lines)


def who_came_is_decided(lines):
    """Whom a gate lets in to be registered, or has taken to the site, is put to the measure table; the gate decides only the gate."""
    _decide(gates.held_facts(lines), lines)


def cases_are_traced(lines):
    """Whose case is reported, or whose card is corrected, is traced from the day his card says."""
    told = {line.record: line for line in lines}
    for one in cases.onsets(told):
        line, anchor = told[one.case_id], "onset" if one.is_symptomatic else "sampled"
        tracers.trace_case(record=one.case_id, person=one.person_id, disease=one.disease, anchor=anchor, anchor_on=one.on,
                           by=named(SYSTEM), at=line.at, because=line.id)


def ruled_out_are_traced_no_more(lines):
    """Who was no case has no contacts; what they are under is decided one by one."""
    for told in lines:
        tracers.withdraw_case(record=told.record, by=named(SYSTEM), at=told.at, because=told.id)


def withdrawn_are_looked_at(lines):
    """Who was no contact after all, and is nobody else's: somebody looks at what he is under; it stands until then."""
    still = tracing.still_contacts({told.subject for told in lines})
    for told in lines:
        if told.subject not in still:
            isolation.question_exposed(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)


def contacts_are_decided(lines):
    """Who is accepted as a contact, or was exposed at another time than was known, is put to the table of the exposed."""
    findings = [isolation.Finding(person_id=one.person_id, unit_id=one.unit_id, on=one.on, because=one.because, table="exposed",
                                  facts={"disease": one.disease, "kind": one.kind, "exposure_on": one.exposure_on, "age": one.age,
                                         "special": one.special, "negative": UNKNOWN, "symptoms": UNKNOWN})
                for one in tracing.accepted_facts(lines)]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def contacts_must_be_tested(lines):
    """Who is accepted as a contact is in the group of contacts, where the day's table has one."""
    _test("contact", gettext_noop("密切接触者"), [(one.person_id, one.on) for one in tracing.accepted_facts(lines)], lines)


def arrivals_must_be_tested(lines):
    """Who came from abroad is in the group of those, where the day's table has one."""
    came = screening.arrival_facts([told.record for told in lines])
    _test("inbound", gettext_noop("境外返乡"), [(one.person_id, one.on) for one in came if one.is_from_abroad], lines)


def contacts_are_tested_no_more(lines):
    """Who is nobody's contact any more leaves the group."""
    people = {told.subject for told in lines}
    if over := people - tracing.still_contacts(people):
        testing.leave(people=over, group="contact", by=named(SYSTEM), at=lines[0].at, because=lines[0].id)


def _test(group, source, came, lines):
    at = lines[0].at
    entries = [testing.Entry(person, group, source, at, is_known=True) for person, on in came if test_groups.group(group, on)]
    if entries:
        testing.enrol(entries=entries, by=named(SYSTEM), at=at, because=lines[0].id)


def _decide(came, lines):
    findings = [isolation.Finding(person_id=one.person_id, unit_id=one.unit_id, facts=_facts(one), on=one.on, because=one.because,
                                  is_from_abroad=one.is_from_abroad, origin=one.origin) for one in came]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def _facts(arrival) -> dict:
    """Somebody who came in the words of the measure table; what nobody has said is unknown, never assumed."""
    return {
        "origin": arrival.origin_kind or UNKNOWN,
        "origin_risk": decisions.decide("risk_places", {"place": arrival.place or UNKNOWN}, on=arrival.on).result["risk"],
        "code": arrival.colour or UNKNOWN,
        "temperature": "not_measured" if arrival.temperature is None else arrival.temperature,
        "symptoms": UNKNOWN if arrival.symptoms is None else arrival.symptoms,
        "exposure_on": arrival.exposed_on or UNKNOWN,
        "arrival_on": arrival.arrived_on or UNKNOWN,
        "age": UNKNOWN if arrival.age is None else arrival.age,
        "special": arrival.special or UNKNOWN,
        "worker": arrival.worker or UNKNOWN,
    }


def doubts_follow(lines):
    """What a roster left open about somebody is the turn of those who lead where he is."""
    for told in lines:
        rosters.follow(person=told.subject, unit=told.data["to"], by=named(SYSTEM), at=told.at, because=told.id)


def orders_follow(lines):
    """Whose door is found at last is watched there: the order goes with the person."""
    for told in lines:
        isolation.move(person=told.subject, unit=told.data["to"], by=named(SYSTEM), at=told.at, because=told.id)


def orders_are_withdrawn(lines):
    """Whose address few may know is bound at a wider place, and watched by the one who was named."""
    for told in lines:
        isolation.withdraw_order(person=told.subject, unit=told.data["to"], minder=told.data["minder"], by=named(SYSTEM), at=told.at,
                                 because=told.id)


def the_first_person_is_decided_on_anew(lines):
    """Who was taken for somebody else is bound by nothing the other one did."""
    for told in lines:
        if "found" in told.data:
            isolation.reconsider(person=told.subject, found=UUID(told.data["found"]), by=named(SYSTEM), at=told.at, because=told.id)


def appeals_are_made_good(lines):
    """What an answered appeal changes is done to the order by its own loop, in the name of whoever answered."""
    for told in lines:
        found = appeals.answer_of(told.record)
        isolation.make_good(order=found.order, way=found.way, facts=found.facts, measure=found.measure, reason=found.reason,
                            evidence=found.evidence, by=Account.objects.get(pk=told.by), at=told.at, because=told.id)


def appeals_are_settled(lines):
    """The exception an appeal waited for is approved."""
    for told in lines:
        redress.settle(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)


def appeals_are_reopened(lines):
    """The exception an appeal waited for is refused: the county answers anew."""
    for told in lines:
        redress.reopen(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)


REACTIONS = [
    Reaction("screening.find", arrivals_are_decided, DECIDED),
    Reaction("screening.find", arrivals_must_be_tested, ENROLLED),
    Reaction("doorstep.find", finds_are_decided, DECIDED),
    Reaction("checkpoints.register", who_came_is_decided, DECIDED),
    Reaction("checkpoints.transfer", who_came_is_decided, DECIDED),
    Reaction("cases.report", cases_are_traced, TRACED),
    Reaction("cases.correct", cases_are_traced, TRACED),
    Reaction("cases.rule_out", ruled_out_are_traced_no_more, ("tracing.close_index",)),
    Reaction("tracing.accept", contacts_are_decided, DECIDED),
    Reaction("tracing.accept", contacts_must_be_tested, ENROLLED),
    Reaction("tracing.recompute", contacts_are_decided, DECIDED),
    Reaction("tracing.withdraw", contacts_are_tested_no_more, LEFT),
    Reaction("tracing.complete", contacts_are_tested_no_more, LEFT),
    Reaction("tracing.withdraw", withdrawn_are_looked_at, ("isolation.ask_review",)),
    Reaction("screening.resolve_name", the_first_person_is_decided_on_anew, RECONSIDERED),
    Reaction("redress.change", appeals_are_made_good, (*RECONSIDERED, "isolation.release")),
    Reaction("redress.agree_exception", appeals_are_made_good, ("isolation.deviate", "isolation.pass_down")),
    Reaction("isolation.approve_deviation", appeals_are_settled, ("redress.settle",)),
    Reaction("isolation.refuse_deviation", appeals_are_reopened, ("redress.reopen",)),
    Reaction("people.place", orders_follow, ("isolation.move",)),
    Reaction("people.place", doubts_follow, ("screening.place_person",)),
    Reaction("people.shelter", orders_are_withdrawn, ("isolation.move", "isolation.assign_minder")),
    Reaction("people.move", doubts_follow, ("screening.place_person",)),
]
