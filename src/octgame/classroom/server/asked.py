"""What a phone's request must look like, before anything is done with it."""

import asyncio
import json
import secrets
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from aiohttp import web

MOST_BYTES = 4096
"""The largest body."""

BODY_WITHIN = 5.0
"""Seconds in which a body must have come."""

_MOST_NUMBER = 1_000_000_000
_MOST_OPTION = 128
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_OUR_PAGE_ONLY = "This did not come from the page of this room."
_NOT_UNDERSTOOD = "This is not understood."


class RefusalError(Exception):
    """A request that is not served.

    Attributes:
        status: Of the answer.
        message: For the person at the phone.
    """

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class Sent(NamedTuple):
    """A body that was understood.

    Attributes:
        fields: Its names and values; all text where a form sent it.
        is_form: Whether a form sent it, for a phone without script.
        is_ours: Whether its origin proves that the room's page sent it.
    """

    fields: dict[str, Any]
    is_form: bool
    is_ours: bool

    def text(self, name: str) -> str:
        """A field that must be text.

        Raises:
            RefusalError: It is not there, is no text, or is too long.
        """
        value = self.fields.get(name)
        if not isinstance(value, str) or not value or len(value) > _MOST_OPTION:
            raise RefusalError(HTTPStatus.BAD_REQUEST, _NOT_UNDERSTOOD)
        return value

    def number(self, name: str) -> int:
        """A field that must be a whole number.

        Raises:
            RefusalError: It is not there, is no number, or out of all bounds.
        """
        value = self.fields.get(name)
        if self.is_form and isinstance(value, str) and value.isascii():
            value = int(value) if value.isdigit() and len(value) < 10 else None
        if type(value) is not int or not 0 <= value <= _MOST_NUMBER:
            raise RefusalError(HTTPStatus.BAD_REQUEST, _NOT_UNDERSTOOD)
        return value

    def demand_seal(self, seal: str) -> None:
        """Refuse a form that is not the one which this seat was shown.

        Raises:
            RefusalError: Neither its origin nor its seal is ours.
        """
        given = str(self.fields.get("seal", "")).encode()
        if not self.is_ours and not secrets.compare_digest(given, seal.encode()):
            raise RefusalError(HTTPStatus.FORBIDDEN, _OUR_PAGE_ONLY)


def hosts(address: str, port: int) -> frozenset[str]:
    """The names under which the room may be asked for."""
    names = {address, "localhost"} if address.startswith("127.") else {address}
    ports = (f":{port}", "") if port == 80 else (f":{port}",)
    return frozenset(name + end for name in names for end in ports)


def refuse_strangers(request: web.Request, ours: frozenset[str]) -> None:
    """Refuse what another site's page, or a name that was rebound, has asked.

    Raises:
        RefusalError: Host or Origin is not the room's own.
    """
    if request.headers.get("Host", "").lower() not in ours:
        raise RefusalError(
            HTTPStatus.MISDIRECTED_REQUEST, "This is not the address of this room."
        )
    foreign = _origin(request) not in ("", "null") and not _is_ours(request, ours)
    fetched = request.method == "POST" or request.path in ("/events", "/state")
    if foreign or (fetched and request.headers.get("Sec-Fetch-Site") == "cross-site"):
        raise RefusalError(HTTPStatus.FORBIDDEN, _OUR_PAGE_ONLY)


async def sent(request: web.Request, ours: frozenset[str]) -> Sent:
    """Read what a phone has sent, as JSON or, without script, as a form.

    Raises:
        RefusalError: It is neither, is damaged, late, or without an origin.
    """
    if (request.content_length or 0) > MOST_BYTES:
        raise RefusalError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "That is too long.")
    is_form, is_ours = request.content_type == _FORM, _is_ours(request, ours)
    if not is_form and request.content_type != _JSON:
        raise RefusalError(HTTPStatus.BAD_REQUEST, _NOT_UNDERSTOOD)
    # A form's origin is "null" under no-referrer, and missing in old browsers.
    if not is_form and not is_ours:
        raise RefusalError(HTTPStatus.FORBIDDEN, _OUR_PAGE_ONLY)
    try:
        async with asyncio.timeout(BODY_WITHIN):
            body = (await request.read()).decode()
        read = dict(parse_qsl(body, max_num_fields=8)) if is_form else json.loads(body)
    except (ValueError, RecursionError, TimeoutError, web.RequestPayloadError):
        read = None
    if not isinstance(read, dict):
        raise RefusalError(HTTPStatus.BAD_REQUEST, _NOT_UNDERSTOOD)
    return Sent(read, is_form, is_ours)


def _origin(request: web.Request) -> str:
    return request.headers.get("Origin", "").lower()


def _is_ours(request: web.Request, ours: frozenset[str]) -> bool:
    origin = _origin(request)
    return origin.startswith("http://") and origin.removeprefix("http://") in ours
