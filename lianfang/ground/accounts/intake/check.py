"""What a sheet's entries mean against the accounts that stand: whom they name, what is new, and what may not be."""
from ...units.fields import TOP
from ...vault.indexes import forms
from ..drafts import Draft, Post
from ..logins import is_login
from ..models import PROGRAMS, Account, Assignment, Responsible, phone_key
from ..roles import ROLES
from ..staffing import staffing_of
from .faults import Wrong
from .places import Places


class Check:
    """Reads what stands once, then takes entry by entry."""

    def __init__(self, by, on):
        self.on, self.staffing, self.places = on, staffing_of(by, on), Places(on)
        self.reach = self.staffing.reach
        self.by_login, self.by_phone = {}, {}
        for account in Account.objects.of_people().only("id", "login", "name", "phone_blind", "is_active"):
            self.by_login[account.login] = self.by_phone[account.phone_blind] = account
        self.by_phone.pop("", None)
        self.posts, self.paths = self._standing()
        self.answered = set(Responsible.objects.in_force(on).filter(account__is_active=True).values_list("unit_id", flat=True))
        self.drafts, self.faults, self.unchanged, self._seen = {}, [], 0, set()

    def _standing(self):
        """What is held now or later, and where each account stands: by what it holds or, when all is over, by what it held."""
        posts, now, before = set(), {}, {}
        for pk, role, unit, path, until_on in Assignment.objects.values_list("account_id", "role", "unit_id", "unit__path", "until_on"):
            is_open = until_on is None or until_on > self.on
            (now if is_open else before).setdefault(pk, []).append(path)
            if is_open:
                posts.add((pk, role, unit))
        return posts, before | now

    def take(self, entry):
        """Add the entry to a draft, or its fault to the faults."""
        try:
            unit = self._unit(entry)
            account = self._account(entry)
        except Wrong as wrong:
            self.faults.append(entry.fault(wrong.column, wrong.code))
            return
        key = (account.pk if account else entry.login or entry.phone, entry.role, unit.pk)
        if key in self._seen:
            self.faults.append(entry.fault("name", "duplicate_in_file"))
            return
        self._seen.add(key)
        if key in self.posts:
            self.unchanged += 1
            return
        draft = self.drafts.setdefault(key[0], Draft(entry.name, entry.phone, entry.login, account=account))
        draft.posts.append(Post(entry.role, unit, entry.from_on, entry.until_on, self._answers(entry, unit)))

    def _of_phone(self, number):
        """Whose phone it is, under whichever index key it lies."""
        return next((self.by_phone[form] for form in forms([phone_key(number)]) if form in self.by_phone), None)

    def _answers(self, entry, unit):
        """Whether this one answers for the unit: the first that says so, where nobody does."""
        if not entry.answers or unit.pk in self.answered or entry.from_on > self.on:
            return False
        self.answered.add(unit.pk)
        return True

    def _unit(self, entry):
        unit = self.places.find(entry.unit, self.reach)
        if not self.reach.covers(unit.path):
            raise Wrong("unit", "unit_outside")
        if not ROLES[entry.role].fits(unit.level):
            raise Wrong("role", "role_too_wide")
        if not self.staffing.may_give(entry.role, unit):
            raise Wrong("role", "role_not_yours")
        return unit

    def _account(self, entry):
        """The account this row names: by login, else by phone; None for somebody new."""
        if entry.login:
            if not is_login(entry.login):
                raise Wrong("login", "login_form")
            if entry.login in PROGRAMS:
                raise Wrong("login", "login_taken")
            found = self._same(entry, self.by_login.get(entry.login), "login", "login_taken")
        else:
            found = self._same(entry, self._of_phone(entry.phone), "phone", "phone_taken")
        if found is None:
            self._remember(entry)
        elif found.pk and not found.is_active:
            raise Wrong("name", "account_closed")
        elif found.pk and not all(map(self.reach.covers, self.paths.get(found.pk, [TOP]))):
            raise Wrong("name", "account_elsewhere")
        return found if found and found.pk else None

    def _same(self, entry, account, column, code):
        if account and account.name != entry.name:
            raise Wrong(column, code)
        return account

    def _remember(self, entry):
        """A new one of this file: later rows of the same phone or login mean the same person."""
        fresh = Account(login=entry.login, name=entry.name)
        if entry.login:
            self.by_login[entry.login] = fresh
        elif entry.phone:
            self.by_phone[phone_key(entry.phone)] = fresh
