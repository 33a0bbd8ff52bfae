"""One sitting at the plain game: a typed line goes in, lines to show come out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from octgame.errors import ChoiceError, OctgameError
from octgame.game import offers
from octgame.game.again import visits
from octgame.game.play import Play
from octgame.game.progress import progress
from octgame.game.recall import previously
from octgame.game.way import how_far
from octgame.plain import looks
from octgame.plain.commands import find, not_found, understand
from octgame.plain.render import (
    LEAST_WIDTH,
    MOST_WIDTH,
    block_lines,
    listed,
    open_offers,
    page_lines,
    wrapped,
)
from octgame.saves.shelf import Saves, export


class Session:
    """A play, told line by line.

    Attributes:
        play: The play that is open.
        over: Whether the player has left.
    """

    def __init__(self, play: Play, saves: Saves, width: int) -> None:
        self.play = play
        self.over = False
        self._saves = saves
        self._width = max(LEAST_WIDTH, min(width, MOST_WIDTH))
        self._writing = ""
        self._problem = ""
        self._act = ""
        self._words: dict[str, Callable[[str], list[str]]] = {
            "choose": self._choose,
            "help": lambda _: looks.help_lines(self.play.program, self._width),
            "again": lambda _: self._page(),
            "box": lambda _: looks.box_lines(self.play, self._width),
            "open": self._open,
            "out": self._put_out,
            "views": lambda _: looks.questions_lines(self.play, self._width),
            "view": self._view,
            "codex": self._codex,
            "where": lambda _: looks.where_lines(self.play, self._width),
            "places": lambda _: looks.places_lines(self.play, self._width),
            "record": lambda _: looks.record_lines(self.play, self._width),
            "step back": lambda _: self._step_back(),
            "undo": lambda _: self._undo(),
            "redo": lambda _: self._redo(),
            "plays": lambda _: self._plays(),
            "play": self._go_on_with,
            "way": lambda _: looks.way_lines(self.play, self._width),
            "from": self._from,
            "new": lambda _: self._new(),
            "save": self._save,
            "quit": lambda _: self._quit(),
        }

    def opening(self, notices: Sequence[str], *, resumed: bool) -> list[str]:
        """What stands before the first prompt.

        Args:
            notices: Sentences about this play.
            resumed: Whether it is gone on with, so that it is recalled.
        """
        recalled = previously(self.play) if resumed else ()
        lines = [self.play.program.core.title]
        for notice in notices:
            lines += self._say(notice)
        return [*lines, *block_lines(recalled, self._width), *self._page(after_act="")]

    def answer(self, typed: str) -> list[str]:
        """What comes of a line that was typed."""
        try:
            lines = self._written(typed) if self._writing else self._told(typed)
        except OctgameError as problem:
            message = f"{problem.message[:1].upper()}{problem.message[1:]}."
            lines = [*self._say(message), *self._say(problem.hint)]
        return [*lines, *self._unsaved()]

    def _told(self, typed: str) -> list[str]:
        said = understand(typed)
        if not said.word:
            return self._say(said.answer)
        return self._words[said.word](said.rest)

    def _choose(self, number: str) -> list[str]:
        there = open_offers(self.play.page)
        at = int(number[:4])
        if not 1 <= at <= len(there):
            return self._say(_which_numbers(len(there)))
        offer = there[at - 1]
        if offer.writes:
            self._writing = offer.id
            nothing = "An empty line goes back to the choices."
            return [*self._say(offer.writes), *wrapped(nothing, self._width)]
        return self._take(offer.id)

    def _written(self, typed: str) -> list[str]:
        move, self._writing = self._writing, ""
        if not typed.strip():
            return self._page()
        self.play.write(typed.strip())
        return self._take(move)

    def _take(self, move: str) -> list[str]:
        before = self.play.page
        self.play.take(move)
        entered = self.play.page.scene != before.scene
        self._act = before.act or self._act  # a scene outside the acts ends none
        return self._page(entered=entered, after_act=self._act)

    def _step_back(self) -> list[str]:
        there = (*self.play.page.offers, *self.play.page.aside)
        if any(offer.id == offers.STEP_BACK for offer in there):
            return self._take(offers.STEP_BACK)
        return self._say("There is nothing to step back from here.")

    def _put_out(self, wanted: str) -> list[str]:
        aside = [offer for offer in self.play.page.aside if offer.card]
        if not aside:
            return self._say("No card can be put out now.")
        titles = self._titles([offer.card for offer in aside])
        card = self._one("card in your box", wanted, titles)
        return self._take(next(offer.id for offer in aside if offer.card == card))

    def _undo(self) -> list[str]:
        if self.play.undo():
            return [*self._say("Taken back."), *self._page()]
        return self._say("There is nothing to take back.")

    def _redo(self) -> list[str]:
        if self.play.redo():
            return [*self._say("Taken again."), *self._page()]
        return self._say("There is nothing to take again.")

    def _open(self, wanted: str) -> list[str]:
        page = self.play.page
        shown = [block.ref for block in (*page.before, *page.blocks)]
        shown += [offer.card for offer in page.offers]
        cards = self.play.program.cards
        near = [card for card in (*shown, *page.box) if card in cards.at]
        titles = self._titles(near)
        if not find(wanted, titles):
            titles = self._titles(list(cards.ids))
        card = self._one("card", wanted, titles)
        self._note(f"card:{card}")
        return looks.card_page(self.play.program, card, self._width)

    def _view(self, wanted: str) -> list[str]:
        program = self.play.program
        titles = looks.opened_questions(self.play)
        if not titles:
            return looks.questions_lines(self.play, self._width)
        asked, _, school = wanted.partition(",")
        if asked == wanted and " " in wanted and not find(wanted, titles):
            asked, _, school = wanted.rpartition(" ")
        question = program.questions[self._one("question", asked, titles)]
        if not school.strip():
            return looks.question_lines(program, question, self._width)
        names = {
            view.school: program.schools[view.school].name for view in question.views
        }
        key = self._one("school", school.strip(), names)
        self._note(f"view:{question.id}:{key}")
        view = next(view for view in question.views if view.school == key)
        return looks.view_lines(program, view, self._width)

    def _codex(self, wanted: str) -> list[str]:
        titles = looks.codex_titles(self.play.program)
        if not wanted:
            return ["", *listed(sorted(titles.values()), self._width)]
        key = self._one("entry", wanted, titles)
        return looks.codex_lines(self.play.program, key, self._width)

    def _plays(self) -> list[str]:
        kept, met = self._saves.slots(), self._saves.plays()
        return [
            *looks.plays_lines(kept, self._saves.current, self._width),
            *looks.progress_lines(progress(self.play.program, met), self._width),
        ]

    def _go_on_with(self, number: str) -> list[str]:
        name = number.zfill(3)
        replayed = self._saves.open(name)
        self.play = replayed.play
        return self.opening(replayed.notices, resumed=True)

    def _from(self, number: str) -> list[str]:
        there = visits(self.play)
        at = int(number) if number.isascii() and number.isdigit() else 0
        if not 1 <= at <= len(there):
            first = "Type from and the number of a scene of this play."
            return [*self._say(first), *looks.way_lines(self.play, self._width)]
        self.play = self._saves.again(self.play, there[at - 1].moves)
        return [*self._say("The other play is kept as it was."), *self._page()]

    def _new(self) -> list[str]:
        self.play = self._saves.new()
        return self.opening((), resumed=False)

    def _save(self, file: str) -> list[str]:
        export(self.play, Path(file).expanduser())
        return self._say("Saved. Anybody with octgame can import it.")

    def _quit(self) -> list[str]:
        self.over = True
        return self._say(self.farewell)

    @property
    def farewell(self) -> str:
        """The last sentence."""
        if self._saves.problem:
            return "Good-bye. This play could not be saved."
        return "Good-bye. Every choice is kept."

    def _page(self, *, entered: bool = True, after_act: str | None = None) -> list[str]:
        """The page.

        Args:
            entered: Whether its title, place and date are said.
            after_act: The act before this page, to say that another begins; None
                where the player goes back or looks again.
        """
        program, page = self.play.program, self.play.page
        begins = page.act and after_act not in (None, page.act)
        return page_lines(
            program,
            page,
            self._width,
            entered=entered,
            act=program.acts[page.act].title if begins else "",
            far=how_far(program, self.play.state),
        )

    def _one(self, what: str, wanted: str, names: dict[str, str]) -> str:
        """The id that is meant.

        Raises:
            ChoiceError: Nothing is called so, or several things are.
        """
        found = find(wanted.strip(), names)
        if len(found) == 1:
            return found[0]
        if not found:
            raise not_found(what, wanted.strip(), names.values())
        several = "; ".join(names[key] for key in found)
        raise ChoiceError("That may be several things", f"Say which: {several}.")

    def _titles(self, cards: Sequence[str]) -> dict[str, str]:
        return {card: self.play.program.cards[card].title for card in cards}

    def _note(self, what: str) -> None:
        """Note a look, once in a scene."""
        if (self.play.page.scene, what) not in self.play.notes:
            self.play.note(what)

    def _unsaved(self) -> list[str]:
        """The problem of the saves, said when it is a new one."""
        told, self._problem = self._problem, self._saves.problem
        if self._problem and self._problem != told:
            return self._say(self._problem)
        return (
            self._say("Everything is saved again.")
            if told and not self._problem
            else []
        )

    def _say(self, sentence: str) -> list[str]:
        return ["", *wrapped(sentence, self._width)] if sentence else []


def _which_numbers(count: int) -> str:
    if not count:
        return "There is nothing to choose any more. Type undo, record, new or quit."
    if count == 1:
        return "There is one choice here: 1."
    return f"The choices here have the numbers 1 to {count}."
