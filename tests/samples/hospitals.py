"""A hospital in the near unit with its report sent, a problem, a reminder and somebody in a task force."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.response.hospitals import actions
from lianfang.response.hospitals.figures import FIGURES
from lianfang.response.hospitals.models import Reminder, Week

from . import sample


@sample("hospitals/<uuid:pk>")
def hospital(stage):
    return put_up(stage).pk


def put_up(stage, title="青禾县医院"):
    return actions.put_up_hospital(village=stage.cast.units["丰禾社区"], title=title, kind="general", grade="two", has_fever_clinic=True,
                                   is_designated=True, beds=20, office_phone="", by=stage.near, at=stage.cast.at)


def week_of(stage):
    with everything():
        return Week.objects.select_related("hospital").get(hospital=stage.of(hospital))


@sample("hospitals/members/<uuid:pk>")
def member(stage):
    return actions.add_member(hospital=week_of(stage).hospital, force="control", rank="lead", name="苏小禾", phone="13800005678", days=[2],
                              by=stage.near, at=stage.cast.at).pk


@sample("hospitals/problems/<uuid:pk>")
def problem(stage):
    one = actions.find_problem(week=week_of(stage), area="hands", ward="急诊科", what="空瓶没有换", by=stage.near, at=stage.cast.at)
    actions.mend_problem(problem=one, done="已换", by=stage.near, at=stage.cast.at)
    actions.reopen_problem(problem=one, why="还有", by=stage.near, at=stage.cast.at)
    return one.pk


@sample("hospitals/reminders/<uuid:pk>")
def reminder(stage):
    with everything():
        return Reminder.objects.get(hospital=stage.of(hospital)).pk


@sample("hospitals/weeks/<uuid:pk>")
def week(stage):
    one, later = week_of(stage), stage.cast.at + timedelta(days=5)
    said = dict.fromkeys(FIGURES, 0) | {"nothing_found": True}
    actions.submit(week=one, said=said, by=stage.near, at=later)
    actions.send_back(week=one, why="核对", by=stage.cast.epi, at=later)
    actions.submit(week=one, said=said | {"beds": 3}, by=stage.near, at=later)
    actions.correct(week=one, said=said | {"beds": 4}, reason="多一张", by=stage.near, at=later)
    return one.pk


@sample("hospitals/weeks/<uuid:pk>/submit/", "hospitals/weeks/<uuid:pk>/waive/")
def returned(stage):
    with everything():
        one = Week.objects.select_related("hospital").get(hospital=put_up(stage, "中医院"))
        actions.submit(week=one, said=dict.fromkeys(FIGURES, 0) | {"nothing_found": True}, by=stage.near,
                       at=stage.cast.at + timedelta(days=5))
        actions.send_back(week=one, why="核对", by=stage.cast.epi, at=stage.cast.at + timedelta(days=5))
    return one.pk
