"""The few paths that a phone may ask, and their answers; no control of the class."""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final

from aiohttp import web

from octgame.classroom.server.asked import (
    MOST_BYTES,
    RefusalError,
    Sent,
    refuse_strangers,
    sent,
)
from octgame.classroom.server.buckets import Buckets
from octgame.classroom.server.door import Door
from octgame.classroom.server.seats import RoomFullError, hidden, typed_code
from octgame.classroom.server.voting import Voting
from octgame.pages.phone import Answer, Seat, door_page, seat_page, security_policy

COOKIE = "seat"
COOKIE_FOR = 4 * 3600
"""Seconds; browsers that are never closed forget the seat too."""

BEAT = 2.0
"""Seconds between signs of life on a stream, by which a phone knows it is not cut."""

STRANGERS_WAIT = 1.0
"""Seconds that an address waits for each answer when it asks without a seat more than
a whole class would: who floods is slowed down, who has a seat notices nothing."""

_PLAIN = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Server": "octgame",
}
_STREAM = {**_PLAIN, "Content-Type": "text/event-stream"}
_NO_SEAT = "This phone has no seat. Type the code on the wall again."
_WRONG_CODE = "That is not the code on the wall."
_FULL = "All places are taken. Raise your hand: it counts the same."
_SLOWLY = "Too often. Wait a moment."

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PhoneSite:
    """Answers phones.

    Args:
        voting: Seats, snapshot and votes.
        ours: The hosts under which it may be asked.
        door: Hears who has asked.
    """

    def __init__(self, voting: Voting, ours: frozenset[str], door: Door) -> None:
        self._voting = voting
        self._ours = ours
        self._door = door
        self._wrong_codes: Final = Buckets(burst=8, per_second=8 / 60)
        self._strangers: Final = Buckets(burst=1000, per_second=50)
        self._requests: Final = Buckets(burst=40, per_second=20)
        self._votes: Final = Buckets(burst=12, per_second=0.5)
        self._streams: dict[str, asyncio.Task[object] | None] = {}

    def app(self) -> web.Application:
        """The application, with all its addresses."""
        app = web.Application(client_max_size=MOST_BYTES, middlewares=[self._guard])
        app.router.add_get("/", self._page)
        app.router.add_get("/state", self._state)
        app.router.add_get("/events", self._events, allow_head=False)
        app.router.add_get("/{code}", self._page)
        app.router.add_post("/join", self._join)
        app.router.add_post("/vote", self._vote)
        app.router.add_post("/leave", self._leave)
        return app

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Handler
    ) -> web.StreamResponse:
        """Refuse strangers and the impatient; put every refusal in words."""
        seat = self._seat(request)
        if not seat and not self._strangers.take(request.remote or "", _now()):
            await asyncio.sleep(STRANGERS_WAIT)
        self._door.heard(request.transport)
        try:
            refuse_strangers(request, self._ours)
            self._refuse_the_hasty(self._requests, seat)
            response = await handler(request)
        except RefusalError as refusal:
            response = _refused(request, refusal.status, refusal.message)
        except web.HTTPException as error:
            response = _refused(request, HTTPStatus(error.status), error.reason)
        response.force_close()  # phones ask seldom: only streams stay connected
        return response

    async def _page(self, request: web.Request) -> web.Response:
        seat = self._seat(request)
        if seat:
            return _html(seat_page(self._shown(request, seat)))
        typed = request.match_info.get("code", "")
        if typed:
            self._check_code(request, typed)
        return _html(door_page(typed_code(typed)))

    async def _join(self, request: web.Request) -> web.Response:
        what = await sent(request, self._ours)
        if not self._seat(request):
            self._check_code(request, what.text("code"))
            try:
                token = await self._voting.join()
            except RoomFullError:
                raise RefusalError(HTTPStatus.FORBIDDEN, _FULL) from None
        else:
            token = request.cookies[COOKIE]
        response = self._done(what, self._voting.seats.seat_of(token))
        response.set_cookie(
            COOKIE, token, max_age=COOKIE_FOR, httponly=True, samesite="Strict"
        )
        return response

    async def _vote(self, request: web.Request) -> web.Response:
        seat = self._demand_seat(request)
        what = await sent(request, self._ours)
        what.demand_seal(self._seal(request))
        number, option = what.number("round"), what.text("option")
        self._refuse_the_hasty(self._votes, seat)
        verdict = await self._voting.cast(seat, number, option)
        if verdict == "unknown":
            raise RefusalError(HTTPStatus.BAD_REQUEST, "There is no such answer.")
        if verdict == "accepted":
            return self._done(what, seat)
        return self._done(what, seat, HTTPStatus.CONFLICT)

    async def _state(self, request: web.Request) -> web.Response:
        seat = self._demand_seat(request)
        return _json(self._voting.snapshot(seat))

    async def _leave(self, request: web.Request) -> web.Response:
        await sent(request, self._ours)
        response = _json({})
        response.del_cookie(COOKIE, httponly=True, samesite="Strict")
        return response

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """The stream: a full snapshot at once, at each change, and signs of life."""
        seat = self._demand_seat(request)
        earlier, this = self._streams.get(seat), asyncio.current_task()
        if earlier is not None:
            earlier.cancel()  # a phone that came back; its old connection may hang
        self._streams[seat] = this
        try:
            response = web.StreamResponse(headers=_STREAM)
            await response.prepare(request)
            await self._tell(response, seat)
        finally:
            if self._streams.get(seat) is this:
                del self._streams[seat]
        return response

    async def _tell(self, response: web.StreamResponse, seat: str) -> None:
        news, told = self._voting.news, -1
        retry = random.randint(700, 1300)  # noqa: S311 - ms; not all phones at once
        await response.write(f"retry: {retry}\n\n".encode())
        while news.stage != "over":
            if news.version == told:
                await response.write(b"event: beat\ndata:\n\n")
            else:
                told = news.version
                data = json.dumps(self._voting.snapshot(seat))
                await response.write(f"data: {data}\n\n".encode())
            await news.later_than(told, BEAT)
        data = json.dumps(self._voting.snapshot(seat))
        await response.write(f"data: {data}\n\n".encode())

    def _seat(self, request: web.Request) -> str:
        return self._voting.seats.seat_of(request.cookies.get(COOKIE, ""))

    def _demand_seat(self, request: web.Request) -> str:
        seat = self._seat(request)
        if not seat:
            raise RefusalError(HTTPStatus.FORBIDDEN, _NO_SEAT)
        return seat

    def _refuse_the_hasty(self, buckets: Buckets, seat: str) -> None:
        if seat and not buckets.take(seat, _now()):
            raise RefusalError(HTTPStatus.TOO_MANY_REQUESTS, _SLOWLY)

    def _check_code(self, request: web.Request, typed: str) -> None:
        """Refuse a wrong code, and any code after too many wrong ones."""
        address, now = request.remote or "", _now()
        if self._wrong_codes.is_empty(address, now):
            raise RefusalError(HTTPStatus.TOO_MANY_REQUESTS, _SLOWLY)
        if typed_code(typed) != self._voting.code:
            self._wrong_codes.take(address, now)
            raise RefusalError(HTTPStatus.FORBIDDEN, _WRONG_CODE)

    def _seal(self, request: web.Request) -> str:
        return hidden(f"form {request.cookies.get(COOKIE, '')}")

    def _shown(self, request: web.Request, seat: str) -> Seat:
        news = self._voting.news
        motion = news.motion
        return Seat(
            state=news.stage,
            number=news.number,
            kind=motion.kind if motion else "",
            ask=motion.ask if motion else "",
            answers=tuple(Answer(*option) for option in motion.options)
            if motion
            else (),
            yours=self._voting.vote_of(seat),
            seal=self._seal(request),
        )

    def _done(
        self, what: Sent, seat: str, status: HTTPStatus = HTTPStatus.OK
    ) -> web.Response:
        """The snapshot; a phone without script is sent to its page again."""
        if what.is_form:
            return web.Response(
                status=HTTPStatus.SEE_OTHER, headers={**_PLAIN, "Location": "/"}
            )
        return _json(self._voting.snapshot(seat), status)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _json(data: dict[str, object], status: HTTPStatus = HTTPStatus.OK) -> web.Response:
    return web.json_response(data, status=status, headers=_PLAIN)


def _html(page: str, status: HTTPStatus = HTTPStatus.OK) -> web.Response:
    return web.Response(
        text=page,
        status=status,
        content_type="text/html",
        headers={**_PLAIN, "Content-Security-Policy": security_policy()},
    )


def _refused(request: web.Request, status: HTTPStatus, message: str) -> web.Response:
    """A refusal as the phone's page, or as JSON for its script."""
    if "text/html" in request.headers.get("Accept", ""):
        return _html(door_page("", message), status)
    return _json({"message": message}, status)
