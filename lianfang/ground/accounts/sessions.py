"""Sessions in the database, each with its account: they can be listed and ended, and their keys lie there only as digests; and the
account that a session is of."""
from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError, connection
from django.utils import timezone

from .. import rows
from ..vault import blind

BEGAN, AGENT, PLACE, DEVICE, STRENGTH = "began_at", "agent", "place", "device", "strength"
LOAD = "SELECT session_data FROM accounts_session WHERE session_key = %s AND expire_date > %s"  # asked by every request


def digest(key: str) -> str:
    """What stands in the table for a session key."""
    return blind("accounts.session", key)


class SessionStore(db.SessionStore):
    """Django's store in the database, under digests of the keys."""

    @classmethod
    def get_model_class(cls):
        """Our own table."""
        from .models import Session

        return Session

    def load(self):
        """The content of this session; {} when it is over, was ended, or never was."""
        at = connection.ops.adapt_datetimefield_value(timezone.now())
        with rows.asking() as cursor:
            cursor.execute(LOAD, [digest(self.session_key or ""), at])
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
        return self.decode(found[0]) if found else {}

    def exists(self, session_key):
        """Whether somebody has that key already."""
        return self.model.objects.filter(session_key=digest(session_key)).exists()

    def create_model_instance(self, data):
        """The row of this session: its account and device stand beside the signed content."""
        account, began = data.get(SESSION_KEY), data.get(BEGAN)
        return self.model(session_key=digest(self._get_or_create_session_key()), session_data=self.encode(data),
                          expire_date=self.get_expiry_date(), account_id=account and int(account),
                          began_at=began and datetime.fromisoformat(began), agent=data.get(AGENT, ""), place=data.get(PLACE, ""),
                          device_id=data.get(DEVICE))

    def save(self, must_create=False):
        """Keep it; a database that is away or full says so itself, and is not taken for a session that somebody has ended meanwhile."""
        try:
            super().save(must_create)
        except UpdateError as lost:
            if isinstance(lost.__context__, OperationalError):
                raise lost.__context__ from None
            raise

    def delete(self, session_key=None):
        """End it."""
        if key := session_key or self.session_key:
            self.model.objects.filter(session_key=digest(key)).delete()


class AccountBackend(ModelBackend):
    """Accounts by login and password, as Django has it; the account of a session, for which every request asks, in plain words."""

    def get_user(self, user_id):
        """The account, if it may still be signed in."""
        from .models import Account

        [account] = rows.read(Account, f"SELECT {rows.listed(Account, 'a')} FROM accounts_account a WHERE a.id = %s", [user_id]) or [None]
        return account if account is not None and self.user_can_authenticate(account) else None
