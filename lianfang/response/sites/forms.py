"""What is asked at sites: where one is opened and who leads it, its rooms."""
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Buttons, Day, PlainForm, Ticked

from .models import FITS, PROTECTION, SHIFTS, ZONES, Room
from .reading import MOST_BEDS, MOST_FLOORS, Lodging

YES_NO = [("yes", _("有")), ("no", _("没有"))]


def _count(label, most, **more):
    return forms.IntegerField(label=label, min_value=1, max_value=most, widget=forms.NumberInput({"inputmode": "numeric"}), **more)


class OpenForm(PlainForm):
    """Where a site stands, what it is called, who leads it."""

    place = forms.ModelChoiceField(label=_("在哪里"), queryset=None, empty_label=None,
                                   help_text=_("已经设为集中隔离点的楼排在最前面；新的选所在的村（社区），下面起个名字"))
    name = forms.CharField(label=_("隔离点叫什么"), max_length=60, required=False, help_text=_("例如 县委党校隔离点；选的是一栋楼就不用填"))
    leader = forms.ModelChoiceField(label=_("谁负责"), queryset=None, required=False, empty_label=_("以后再定"))

    def __init__(self, *args, places, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places
        self.fields["place"].label_from_instance = lambda unit: f"{unit.parent.name} {unit.name}" if unit.parent else unit.name
        self.fields["leader"].queryset = accounts
        self.fields["leader"].label_from_instance = lambda account: account.name


class LeaderForm(PlainForm):
    """Who leads it."""

    leader = forms.ModelChoiceField(label=_("谁负责"), queryset=None, empty_label=None)

    def __init__(self, *args, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["leader"].queryset = accounts
        self.fields["leader"].label_from_instance = lambda account: account.name


class RoomFactsForm(PlainForm):
    """What a room is."""

    beds = _count(_("床位"), MOST_BEDS, initial=1)
    fits = forms.MultipleChoiceField(label=_("适用"), choices=list(FITS.items()), widget=forms.CheckboxSelectMultiple, required=False)
    bathroom = forms.ChoiceField(label=_("独立卫生间"), choices=YES_NO, widget=Buttons, initial="yes")
    zone = forms.ChoiceField(label=_("分区"), choices=list(ZONES.items()), widget=Buttons, initial="contaminated",
                             help_text=_("隔离的人只住污染区；工作人员用的房间在清洁区"))

    def facts(self) -> dict:
        """As the actions take it."""
        given = self.cleaned_data
        return {"beds": given["beds"], "zone": given["zone"], "has_bathroom": given["bathroom"] == "yes",
                **{f"is_{code}": code in given["fits"] for code in FITS}}


class RoomForm(RoomFactsForm):
    """What is known of a room that stands."""

    shut = forms.BooleanField(label=_("停用（检修、漏水等）"), required=False)

    def facts(self) -> dict:
        """With whether it is out of use."""
        return {**super().facts(), "is_shut": self.cleaned_data["shut"]}


class AddRoomForm(RoomFactsForm):
    """A room that is new."""

    building = forms.CharField(label=_("楼栋"), max_length=60, required=False, help_text=_("只有一栋楼就不用填"))
    number = forms.CharField(label=_("房号"), max_length=12)
    floor = _count(_("楼层"), MOST_FLOORS, required=False, help_text=_("不填就按房号算：302 在 3 层"))
    field_order = ["building", "number", "floor", "beds", "fits", "bathroom", "zone"]

    def lodging(self) -> Lodging:
        """As the action takes it."""
        given = self.cleaned_data
        return Lodging(given["number"].strip(), given["building"].strip(), given["floor"] or 0, **self.facts())


class SheetForm(PlainForm):
    """A sheet of rooms."""

    file = forms.FileField(label=_("房间表（.xlsx、.xls、.csv）"),
                           help_text=_("表头：楼栋、房号、楼层、床位、适用、独立卫生间、分区；只有房号必填"))


class DutyForm(PlainForm):
    """Who is on duty, when, in which group."""

    on = forms.DateField(label=_("哪一天"), widget=Day)
    shift = forms.ChoiceField(label=_("班次"), choices=list(SHIFTS.items()), widget=Buttons)
    group = forms.ChoiceField(label=_("哪一组"))
    accounts = Ticked(label=_("谁"), queryset=None, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, accounts, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = groups
        self.fields["accounts"].queryset = accounts
        self.fields["accounts"].label_from_instance = lambda account: account.name


class DepartForm(PlainForm):
    """A vehicle sets off."""

    from_place = forms.CharField(label=_("从哪里"), max_length=80)
    to_place = forms.CharField(label=_("送到哪里"), max_length=80, help_text=_("写到医院和科室，或隔离点、门牌"))
    driver = forms.CharField(label=_("司机"), max_length=40)
    vehicle = forms.CharField(label=_("什么车"), max_length=40, required=False, help_text=_("例如 负压救护车、专用面包车"))
    plate = forms.CharField(label=_("车牌"), max_length=12)
    protection = forms.ChoiceField(label=_("防护级别"), choices=list(PROTECTION.items()), widget=Buttons, initial="two")


class PlaceForm(PlainForm):
    """Which room, for which of those who are together."""

    room_id = forms.TypedChoiceField(label=_("哪一间"), coerce=int)
    people_ids = forms.MultipleChoiceField(label=_("谁"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, rooms, party, chosen, **kwargs):
        super().__init__(*args, initial={"room_id": chosen, "people_ids": [str(one.pk) for one in party]}, **kwargs)
        self.rooms, self.party = {room.pk: room for room in rooms}, {str(one.pk): one for one in party}
        self.fields["room_id"].choices = [(pk, _told(room)) for pk, room in self.rooms.items()]
        self.fields["people_ids"].choices = [(pk, one.person.masked_name) for pk, one in self.party.items()]

    def room(self) -> Room:
        """The room."""
        return self.rooms[self.cleaned_data["room_id"]]

    def people(self) -> list:
        """Their placements."""
        return [self.party[pk] for pk in self.cleaned_data["people_ids"]]


class ArrivalsForm(PlainForm):
    """Which of those who are to come."""

    people = forms.MultipleChoiceField(label=_("谁"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.coming = {str(one.pk): one for one in people}
        self.fields["people"].choices = [(pk, one.person.masked_name) for pk, one in self.coming.items()]

    def chosen(self) -> list:
        """Their placements."""
        return [self.coming[pk] for pk in self.cleaned_data["people"]]


def _told(room) -> str:
    """302, two beds, family; whether his own are there."""
    beds = gettext("{room} · {n} 床").format(room=room.unit.name, n=room.beds)
    near = gettext("家人在这间") if getattr(room, "has_family", False) else ""
    return " · ".join(filter(None, (beds, "、".join(room.fits), near)))
