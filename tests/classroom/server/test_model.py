"""Whatever phones and strangers send, in whatever order: the tally is the model's."""

import asyncio
import json
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from classroom.server.phones import MOTION, Answer, Phone
from octgame.classroom.server.room import Room

T = TypeVar("T")

PATHS = ["/", "/state", "/events", "/join", "/vote", "/leave", "/QQQQQQ", "/x/y"]
REFUSED = {400, 403, 404, 405, 409, 413, 421, 429}
SENT = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["round", "option", "code", "a"]), inner)
    ),
    max_leaves=8,
)


class Class(RuleBasedStateMachine):
    """A room with its phones, and beside it a model: who voted what in which round."""

    seats: Bundle[Phone] = Bundle("seats")

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.number = 0
        self.is_open = False
        self.votes: dict[str, str] = {}
        self.room = Room(Path(self.folder.name), places=8)
        self.run(self.room.open("127.0.0.1", 0))

    def run(self, what: Coroutine[object, object, T]) -> T:
        """Run to the end."""
        return self.loop.run_until_complete(what)

    def publish(self) -> None:
        """Show the round, in the loop."""

        async def publish() -> None:
            stage = "open" if self.is_open else "closed"
            self.room.publish(MOTION, self.number, stage)

        self.run(publish())

    def teardown(self) -> None:
        """Close everything."""
        self.run(self.room.close())
        self.run(self.loop.shutdown_default_executor())
        self.loop.close()
        self.folder.cleanup()

    @initialize(target=seats)
    def begin(self) -> MultipleResults[Phone]:
        """Three phones are in, and a vote is open."""
        self.open()
        return multiple(*(self.join() for _ in range(3)))

    @rule()
    def open(self) -> None:
        """The next round."""
        self.number += 1
        self.is_open, self.votes = True, {}
        self.publish()

    @rule()
    def close(self) -> None:
        """The round is over."""
        self.is_open = False
        self.publish()

    @rule()
    def restart(self) -> None:
        """The program ends and begins again, with the class where it was."""
        port = int(self.room.address.partition(":")[2])
        self.run(self.room.close())
        self.run(self.room.open("127.0.0.1", port))
        self.publish()

    @rule(target=seats)
    def join(self) -> Phone:
        """A phone with the code: it has a seat while there are places."""
        phone = Phone(self.room)
        free = self.room.standing.joined < 8
        answer = self.run(phone.join())
        assert answer.status in {200 if free else 403, 429}
        return phone

    @rule(phone=seats, option=st.sampled_from(MOTION.keys), late=st.integers(-1, 1))
    def vote(self, phone: Phone, option: str, late: int) -> None:
        """For this round, the one before or the one to come."""
        answer = self.run(phone.vote(self.number + late, option))
        if not phone.cookie:
            assert answer.status == 403
        elif answer.status != 429:
            counts = late == 0 and self.is_open
            assert answer.status == (200 if counts else 409)
            if counts:
                self.votes[phone.cookie] = option

    @rule(phone=seats, body=st.binary(max_size=200) | st.just(b"x" * 5000))
    def send_anything(self, phone: Phone, body: bytes) -> None:
        """Bytes."""
        self.refused(self.run(phone.ask("POST", "/vote", body)))

    @rule(phone=seats, data=SENT)
    def send_any_json(self, phone: Phone, data: object) -> None:
        """JSON of any shape; never by chance a vote."""
        body = json.dumps(data).encode()
        self.refused(self.run(phone.ask("POST", "/vote", body)))

    @rule(
        phone=seats,
        path=st.sampled_from(PATHS),
        method=st.sampled_from(["GET", "POST", "PUT"]),
        header=st.sampled_from(["Host", "Origin"]),
        option=st.sampled_from(MOTION.keys),
    )
    def come_from_elsewhere(
        self, phone: Phone, path: str, method: str, header: str, option: str
    ) -> None:
        """A right vote under a foreign name."""
        body = json.dumps({"round": self.number, "option": option}).encode()
        value = "evil.example" if header == "Host" else "http://evil.example"
        answer = self.run(phone.ask(method, path, body, **{header: value}))
        assert answer.status == (421 if header == "Host" else 403)

    @rule(code=st.text(max_size=8))
    def guess(self, code: str) -> None:
        """A wrong code."""
        phone = Phone(self.room)
        self.refused(self.run(phone.post("/join", {"code": code})))
        assert phone.cookie == ""

    @rule(phone=consumes(seats))
    def forget(self, phone: Phone) -> None:
        """A phone that lost its cookie votes no more; its vote stays."""
        phone.cookie = ""
        assert self.run(phone.vote(self.number, "stay")).status == 403

    @invariant()
    def the_tally_is_the_models(self) -> None:
        """At all times."""
        chosen = list(self.votes.values())
        if self.number:
            assert self.room.counts() == tuple(map(chosen.count, MOTION.keys))

    @staticmethod
    def refused(answer: Answer) -> None:
        """In one of the ways that are foreseen, without a word of the inside."""
        assert answer.status in REFUSED
        assert b"Traceback" not in answer.body


TestClass = Class.TestCase
TestClass.settings = settings(max_examples=30, stateful_step_count=40)
