"""Sessions in the database; the row that every page asks for is read without the ORM."""

from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection

from motcua.web import clock

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Django's own store of sessions, but for how one is read."""

    def load(self) -> dict[str, Any]:
        """Give what a session holds; nothing, and no key any more, where it is over or unknown."""
        now = connection.ops.adapt_datetimefield_value(clock.now())
        with connection.cursor() as cursor:
            cursor.execute(_READ, [self.session_key, now])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        held: dict[str, Any] = self.decode(row[0])
        return held
