"""The moves of the class, and what has to be typed for them: counts, words."""

from typing import TYPE_CHECKING

from octgame.classroom.ballot import doubted
from octgame.classroom.moves import close, read_hands, sample, words
from octgame.errors import OctgameError
from octgame.story.safe import safe_line
from octgame.ui.look import dress
from octgame.ui.presenter.keys import ASKS, WAITS
from octgame.ui.presenter.podium import Podium

if TYPE_CHECKING:
    from octgame.ui.widgets.sentence import Sentence


class Writing(Podium):
    """A podium at which moves are made, some of them with something typed."""

    def _lay(self, leaf: str) -> None:
        """Lay a leaf over the slide, or take it away."""
        self.leaf, self.is_blank = leaf, False
        self.renew()

    def _make(self, move: str) -> bool:
        """Make a move and show what came of it; whether it could be made."""
        try:
            self.sitting.do(move)
        except OctgameError as problem:
            self.foot.say(safe_line(f"{problem.message}. {problem.hint}"))
            return False
        self.leaf, self.is_blank = "", False
        self.renew()
        self.phones.publish(self.slide)
        return True

    async def action_close_vote(self) -> None:
        """Close the vote with what the phones say; without them hands are asked for."""
        if not self.offers("close"):
            self.foot.say("No vote is open.")
        elif self.phones.is_open:
            self._close((0,) * self._options)
        else:
            await self.action_hands()

    def _close(self, hands: tuple[int, ...]) -> None:
        """Close the vote with these hands, added to the votes of the phones."""
        phones = self.phones.counts(len(hands))
        both = zip(hands, phones, strict=True)
        self._make(close([hand + phone for hand, phone in both]))

    async def action_hands(self) -> None:
        """Ask for the hands counted; a vote that is not open yet is opened."""
        if self.leaf or self.slide.voting not in WAITS:
            self.foot.say("There is no vote here to count hands for.")
        elif self.offers("close") or self._make("open"):
            await self._ask("hands")

    async def action_write(self, kind: str) -> None:
        """Ask for a reason of the minority, or for the class's sentence."""
        if self.leaf or not self.offers(kind):
            self.foot.say("There is nothing to write down here.")
        else:
            await self._ask(kind)

    async def _ask(self, what: str) -> None:
        if self.entry is None:
            from octgame.ui.widgets.sentence import Sentence  # noqa: PLC0415 - an import

            dress(self.app)
            self.entry = Sentence(ascii_only=self.lectern.ascii_only)
            await self.mount(self.entry)
        self.is_blank = False
        self.renew()
        self.entry.ask(what)
        self.share()
        self.foot.say(ASKS[what].format(sample(self._options)))

    def on_sentence_written(self, event: "Sentence.Written") -> None:
        """Words or counts were typed."""
        self.foot.say("")
        if event.move == "hands":
            self._counted(event.text)
        else:
            self._make(words(event.move, event.text))

    def _counted(self, text: str) -> None:
        """Close the vote with the counts that were typed, if they are good."""
        try:
            hands = read_hands(text, self._options)
        except OctgameError as problem:
            self.foot.say(f"{problem.message}.")
        else:
            doubt = doubted(hands, [r.tally for r in self.sitting.group.results])
            if doubt and text != self.doubted:
                self.doubted = text
                self.foot.say(f"{doubt}? Press enter again if that is so.")
            else:
                self._close(hands)

    @property
    def _options(self) -> int:
        """How many options the vote on the wall has."""
        return len(self.slide.motion.options) if self.slide.motion else 0
