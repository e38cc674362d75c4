"""When this happens there, do that here: the only place where loops meet."""

from django.utils.translation import gettext_noop

from lianfang.ground import decisions
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_of
from lianfang.ground.journal.reactions import Reaction
from lianfang.ground.units.models import Unit
from lianfang.registers.people.queries import persons
from lianfang.response.abnormal import queries as abnormal
from lianfang.response.cases import actions as casework
from lianfang.response.cases import queries as cases
from lianfang.response.checkpoints import queries as gates
from lianfang.response.doorstep import queries as doorstep
from lianfang.response.isolation import actions as isolation
from lianfang.response.risk import actions as risk
from lianfang.response.risk import queries as risks
from lianfang.response.risk.closures import queries as closures
from lianfang.response.screening import queries as screening
from lianfang.response.testing import actions as testing
from lianfang.response.testing import queries as groups
from lianfang.response.tracing import actions as tracers
from lianfang.response.tracing import queries as tracing

from .appeals import APPEALS
from .doors import DOORS
from .exposed import UNKNOWN, exposed, must_be_tested, negative_twice
from .moves import MOVES
from .ordered import ORDERED
from .outward import OUTWARD
from .papers import PAPERS
from .results import RESULTS
from .rooms import ROOMS
from .sampling import SAMPLING
from .standing import STANDING
from .verbs import ASSESSED, DECIDED, ENROLLED, LEFT, LISTED, TRACED, WITHDRAWN
from .weighed import WEIGHED


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


def rings_tell_sources(lines):
    """Who was a contact and is a case may have been infected by whoever's contact he was; a person decides."""
    rings = tracing.rings_around({told.subject for told in lines})
    casework.suppose_from_rings(rings=rings, by=named(SYSTEM), at=lines[0].at, because=lines[0].id)


def ruled_out_are_traced_no_more(lines):
    """Who was no case has no contacts."""
    for told in lines:
        tracers.withdraw_case(record=told.record, by=named(SYSTEM), at=told.at, because=told.id)


def withdrawn_are_looked_at(lines):
    """Who was no contact after all, or no case, and is nobody's contact now: somebody looks at what he is under; it stands until then."""
    still = tracing.still_contacts({told.subject for told in lines})
    for told in lines:
        if told.subject not in still:
            isolation.question_exposed(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)


def abnormal_are_decided(lines):
    """Who was seen abnormal and is set apart is put to the measure table with what was measured; nothing else is known of him."""
    _decide(abnormal.isolated_facts(lines), lines)


def contacts_are_decided(lines):
    """Who is accepted as a contact, or was exposed at another time than was known, is put to the table of the exposed."""
    accepted = tracing.accepted_facts(lines)
    negative = negative_twice({one.via: one.via_on for one in accepted if one.via})
    findings = [exposed(one.person_id, one.unit_id, one.on, one.because, disease=one.disease, kind=one.kind, exposure_on=one.exposure_on,
                        age=one.age, special=one.special, negative=negative.get(one.via, UNKNOWN)) for one in accepted]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def discharged_are_decided(lines):
    """Who left the hospital is put to the table of the exposed, from that day."""
    _decide_courses(cases.discharged_facts(lines), lines)


def carriers_are_decided(lines):
    """Who carries it without being ill is put to the table of the exposed, from the day he was sampled."""
    _decide_courses(cases.carrier_facts(lines), lines)


def posts_left_are_decided(lines):
    """Who leaves a post of a group that its table has decided on, is put to the table of the exposed from that day."""
    gone = [(told, group) for told in lines if told.data["why"] == "post" and (group := groups.group(told.data["group"], day_of(told.at)))
            and group.left_as]
    people = persons([told.subject for told, _group in gone])
    findings = [exposed(who.pk, who.unit_id, day_of(told.at), told.id, disease=group.left_as, kind="high_risk_post",
                        exposure_on=day_of(told.at), age=who.age(day_of(told.at)), special=who.special_need)
                for told, group in gone if (who := people.get(told.subject))]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def _decide_courses(found, lines):
    findings = [exposed(one.person_id, one.unit_id, one.on, one.because, disease=one.disease, kind=one.kind, exposure_on=one.since,
                        age=one.age, special=one.special) for one in found]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def contacts_must_be_tested(lines):
    """Who is accepted as a contact is in the group of contacts, where the day's table has one."""
    must_be_tested("contact", gettext_noop("密切接触者"), [one.person_id for one in tracing.accepted_facts(lines)], lines)


def arrivals_must_be_tested(lines):
    """Who came from abroad is in the group of those, where the day's table has one."""
    came = screening.arrival_facts([told.record for told in lines])
    must_be_tested("inbound", gettext_noop("境外返乡"), [one.person_id for one in came if one.is_from_abroad], lines)


def contacts_are_tested_no_more(lines):
    """Who is nobody's contact any more leaves the group."""
    people = {told.subject for told in lines}
    if over := people - tracing.still_contacts(people):
        testing.leave(people=over, group="contact", by=named(SYSTEM), at=lines[0].at, because=lines[0].id)


def _decide(came, lines):
    words = risks.risk_words_at({one.place for one in came})
    findings = [isolation.Finding(person_id=one.person_id, unit_id=one.unit_id, facts=_facts(one, words.get(one.place)), on=one.on,
                                  because=one.because, is_from_abroad=one.is_from_abroad, origin=one.origin) for one in came]
    isolation.decide(findings=findings, by=named(SYSTEM), at=lines[0].at)


def _facts(arrival, risk) -> dict:
    """Somebody who came in the words of the measure table; what nobody has said is unknown, never assumed."""
    return {
        "origin": arrival.origin_kind or UNKNOWN,
        "origin_risk": risk or decisions.decide("risk_places", {"place": arrival.place or UNKNOWN}, on=arrival.on).result["risk"],
        "code": arrival.colour or UNKNOWN,
        "temperature": "not_measured" if arrival.temperature is None else arrival.temperature,
        "symptoms": UNKNOWN if arrival.symptoms is None else arrival.symptoms,
        "exposure_on": arrival.exposed_on or UNKNOWN, "arrival_on": arrival.arrived_on or UNKNOWN,
        "age": UNKNOWN if arrival.age is None else arrival.age, "special": arrival.special or UNKNOWN, "worker": arrival.worker or UNKNOWN,
    }


def places_are_assessed(lines):
    """Where a case is reported, corrected or ruled out, the counts of its place and county are put to the table of levels."""
    units = cases.homes_of([told.record for told in lines]).values()
    risk.assess(units=units, by=named(SYSTEM), at=lines[0].at, because=lines[0].id)


def rings_are_proposed(lines):
    """Round the place of a reported case the rings of its table are proposed."""
    told = {line.record: line for line in lines}
    homes = cases.homes_of(told)
    for one in cases.onsets(told):
        line = told[one.case_id]
        risk.draw_ring(case=one.case_id, unit=homes[one.case_id], disease=one.disease, by=named(SYSTEM), at=line.at, because=line.id)


def levels_change_people(lines):
    """Where a place's level is in force, or lifted, who is there under an order and who came from there is listed."""
    for told in lines:
        unit = Unit.objects.get(pk=told.unit)
        came = screening.came_from(unit)
        isolation.list_level(area=unit.pk, risk=risks.risk_word_at(unit.path) or "low", people=came, by=named(SYSTEM), at=told.at,
                             because=told.id)


risks.hand_in(cases.counted)
closures.hand_in(risks.risk_word_at)

REACTIONS = [
    *ROOMS,
    *DOORS,
    *SAMPLING,
    *STANDING,
    *OUTWARD,
    *RESULTS,
    *APPEALS,
    *MOVES,
    *ORDERED,
    *WEIGHED,
    *PAPERS,
    Reaction("screening.find", arrivals_are_decided, DECIDED),
    Reaction("screening.find", arrivals_must_be_tested, ENROLLED),
    Reaction("doorstep.find", finds_are_decided, DECIDED),
    Reaction("checkpoints.register", who_came_is_decided, DECIDED),
    Reaction("checkpoints.transfer", who_came_is_decided, DECIDED),
    Reaction("cases.report", cases_are_traced, TRACED),
    Reaction("cases.correct", cases_are_traced, TRACED),
    Reaction("cases.report", rings_tell_sources, ("cases.suppose",)),
    Reaction("cases.rule_out", ruled_out_are_traced_no_more, WITHDRAWN),
    Reaction("cases.rule_out", withdrawn_are_looked_at, ("isolation.ask_review",)),
    Reaction("cases.report", carriers_are_decided, DECIDED),
    Reaction("cases.correct", carriers_are_decided, DECIDED),
    Reaction("cases.discharge", discharged_are_decided, DECIDED),
    Reaction("cases.report", places_are_assessed, ASSESSED),
    Reaction("cases.correct", places_are_assessed, ASSESSED),
    Reaction("cases.rule_out", places_are_assessed, ASSESSED),
    Reaction("cases.report", rings_are_proposed, ("risk.draw_ring",)),
    Reaction("risk.confirm_level", levels_change_people, LISTED),
    Reaction("risk.end_level", levels_change_people, LISTED),
    Reaction("abnormal.isolate_sighting", abnormal_are_decided, DECIDED),
    Reaction("tracing.accept", contacts_are_decided, DECIDED),
    Reaction("tracing.accept", contacts_must_be_tested, ENROLLED),
    Reaction("tracing.accept", rings_tell_sources, ("cases.suppose",)),
    Reaction("tracing.bring_back", contacts_are_decided, DECIDED),
    Reaction("tracing.bring_back", contacts_must_be_tested, ENROLLED),
    Reaction("tracing.recompute", contacts_are_decided, DECIDED),
    *(Reaction(f"tracing.{verb}", contacts_are_tested_no_more, LEFT) for verb in ("withdraw", "recall")),
    Reaction("tracing.complete", contacts_are_tested_no_more, LEFT),
    Reaction("testing.leave", posts_left_are_decided, DECIDED),
    *(Reaction(f"tracing.{verb}", withdrawn_are_looked_at, ("isolation.ask_review",)) for verb in ("withdraw", "recall")),
]
