"""What every page's shell needs: navigation, county, language, letters, and whether this is a drill."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..accounts.queries import is_drill
from ..accounts.roles import ROLES
from ..days import SHANGHAI, now
from ..keeping import room
from ..units.models import Unit
from ..vault import blind
from . import nav

LARGE = "large"
LETTERS_COOKIE = "letters"


def shell(request):
    """Context processor: `shell` in every template; nothing is asked of the database until a template uses it."""
    return {"shell": SimpleLazyObject(lambda: Shell(request))}


class Shell:
    """The frame around a page for one request."""

    def __init__(self, request):
        self.request = request
        self.user = getattr(request, "user", None)
        self.assignments = getattr(request, "assignments", [])
        self.is_large = request.COOKIES.get(LETTERS_COOKIE) == LARGE
        self.language = get_language() or "zh-hans"
        self.is_signed_in = bool(self.user and self.user.is_authenticated)

    @cached_property
    def nav(self):
        """Entries this reader may open."""
        rights = getattr(self.request, "rights", ())
        return nav.shown(self.request, lambda right: not right or right in rights)

    @property
    def desk(self):
        """Entries in the bar of a desk, and the rest behind 更多."""
        return self.nav[: nav.SHOWN_ON_DESK], self.nav[nav.SHOWN_ON_DESK :]

    @property
    def phone(self):
        """Entries in the bar at the foot of a phone, and the rest."""
        return self.nav[: nav.SHOWN_ON_PHONE], self.nav[nav.SHOWN_ON_PHONE :]

    @property
    def search_url(self):
        """Where the search box leads; the people register names it `people:search`."""
        return nav.address("people:search") if "look" in getattr(self.request, "rights", ()) else ""

    @property
    def sign_out_url(self):
        """Where signing out leads."""
        return nav.address("accounts:sign_out")

    @property
    def sessions_url(self):
        """Where one sees one's own sessions and changes the password."""
        return nav.address("accounts:sessions")

    @cached_property
    def county(self):
        """The name of the root this reader stands under: found at sign-in; a visitor is shown the first."""
        known = getattr(self.request, "county", "")
        return known or Unit.objects.filter(parent=None).order_by("pk").values_list("name", flat=True).first() or settings.COUNTY_NAME

    @property
    def unit(self):
        """The place of the reader's first assignment."""
        return self.assignments[0].unit.name if self.assignments else ""

    @property
    def roles(self):
        """The reader's roles with their places."""
        return [(ROLES[a.role].label, a.unit.name) for a in self.assignments if a.role in ROLES]

    @property
    def printed_by(self):
        """Who has this page before him, and a number that holds to him, the page and the minute: what a printed page's foot says."""
        said = f"{self.user.pk} {self.request.path} {self.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
        return _("{who}　编号 {number}").format(who=self.user.name, number=blind("ui.printed", said)[:8].upper())

    @property
    def is_drill(self):
        """Whether what is shown is seeded demo data."""
        return self.user.is_demo if self.is_signed_in else is_drill()

    @property
    def is_unguarded(self):
        """Whether a password alone opens this installation, for those who are in or about to be."""
        return not settings.SECOND_FACTOR and (self.is_signed_in or self.request.path == nav.address("accounts:sign_in"))

    @property
    def is_full(self):
        """Whether there is no room to record anything."""
        return room.is_full()

    @cached_property
    def at(self):
        """The moment this page was made."""
        return now()
