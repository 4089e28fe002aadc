"""One way to post JSON to a gateway, with its answers and failures made plain."""

import http.client
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from motcua.notifications.ports import NotDelivered

LARGEST = 64 * 1024


class GatewayUrlRefused(Exception):
    """The address of a gateway cannot be used."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the HTTP status and the JSON object, empty where there was none."""

    status: int
    content: dict[str, Any]


class JsonGateway:
    """Posts to one address, a connection a message; follows no redirects."""

    def __init__(self, url: str, *, headers: Mapping[str, str], timeout: float = 10) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
            raise GatewayUrlRefused(f"{url!r} is no address of a gateway: https://host/path.")
        self._secure = parts.scheme == "https"
        self._host, self._port = parts.hostname, parts.port
        self._path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._headers = {"Content-Type": "application/json; charset=utf-8", **headers}
        self._timeout = timeout

    def post(self, content: Mapping[str, object]) -> Answer:
        """Post a JSON object. Raises NotDelivered where there is no answer, or a 429 or 5xx."""
        connection = self._connection()
        try:
            body = json.dumps(content, ensure_ascii=False).encode()
            connection.request("POST", self._path, body, self._headers)
            response = connection.getresponse()
            text = response.read(LARGEST)
        except (OSError, http.client.HTTPException) as error:
            raise NotDelivered(f"the gateway failed: {type(error).__name__}") from None
        finally:
            connection.close()
        if response.status >= 500 or response.status in {401, 403, 404, 408, 429}:
            raise NotDelivered(f"the gateway answered {response.status}")
        return Answer(response.status, _object(text))

    def _connection(self) -> http.client.HTTPConnection:
        if self._secure:
            return http.client.HTTPSConnection(
                self._host,
                self._port,
                timeout=self._timeout,
                context=ssl.create_default_context(),
            )
        return http.client.HTTPConnection(self._host, self._port, timeout=self._timeout)


def _object(text: bytes) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise NotDelivered("the gateway answered something that is no JSON") from None
    return found if isinstance(found, dict) else {}
