"""Any history of playing, leaving, dying and damage keeps what was promised."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from mini import mini_program
from octgame.game.play import Play
from octgame.saves.shelf import Saves


class Histories(RuleBasedStateMachine):
    """One window at a time; what each slot must hold is written down beside it."""

    play: Play | None = None

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp())
        self.promised: dict[str, list[str]] = {}
        self.saves = Saves(self.base / "mini", mini_program())

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.saves.leave()
        shutil.rmtree(self.base)

    def kept(self) -> None:
        """Write down what the disk has now promised to keep."""
        assert self.play is not None
        assert not self.saves.problem
        if self.saves.current:
            self.promised[self.saves.current] = list(self.play.text)

    @rule()
    def begin(self) -> None:
        """A new play; it has no file before its first line."""
        self.play = self.saves.new()

    @precondition(lambda self: self.play)
    @rule(at=st.integers(0, 9))
    def choose(self, at: int) -> None:
        """One of the moves that are open."""
        assert self.play is not None
        offers = [offer for offer in self.play.page.offers if offer.open]
        if offers:
            self.play.take(offers[at % len(offers)].id)
            self.kept()

    @precondition(lambda self: self.play)
    @rule(word=st.sampled_from(["undo", "redo"]))
    def back_and_forth(self, word: str) -> None:
        """Lines like others."""
        if getattr(self.play, word)():
            self.kept()

    @precondition(lambda self: self.play)
    @rule(sentence=st.text(max_size=20))
    def write(self, sentence: str) -> None:
        """A free sentence, whatever is in it."""
        assert self.play is not None
        self.play.write(sentence)
        self.kept()

    @precondition(lambda self: self.promised)
    @rule(data=st.data(), torn=st.binary(max_size=30))
    def die_and_come_back(self, data: st.DataObject, torn: bytes) -> None:
        """The process ends; a line is torn; the next process opens some play."""
        self.saves.leave()
        name = data.draw(st.sampled_from(sorted(self.promised)))
        with (self.saves.folder / f"{name}.journal").open("ab") as file:
            file.write(torn.replace(b"\n", b"?"))
        self.saves = Saves(self.saves.folder, mini_program())
        self.play = self.saves.open(name).play
        assert self.play.text == self.promised[name]

    @invariant()
    def everything_promised_is_there(self) -> None:
        """Each slot reads as it was written down."""
        for name, text in self.promised.items():
            whole = (self.saves.folder / f"{name}.journal").read_bytes()
            assert whole.startswith("\n".join(text).encode())


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None
)
