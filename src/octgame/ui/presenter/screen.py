"""What the presenter's keys do."""

from typing import ClassVar

from textual.binding import Binding
from textual.events import Key as KeyPress

from octgame.errors import OctgameError
from octgame.story.safe import safe_line
from octgame.ui.look import CLASS_THEMES, dress
from octgame.ui.presenter.keys import KEYS, LEAVING, WAITS
from octgame.ui.presenter.look import DENSITIES
from octgame.ui.presenter.writing import Writing
from octgame.ui.widgets.painted import Painted


class PresenterScreen(Writing):
    """The one screen of a class."""

    BINDINGS: ClassVar = [
        Binding(key.keys, key.action, key.help, show=False) for key in KEYS
    ]

    async def on_mount(self) -> None:
        """Show where the class stands, or what has to be asked before."""
        self.tick()
        if self.lectern.anew is not None:
            self._lay("resume")
        else:
            await self._settle()

    async def on_unmount(self) -> None:
        """Let the phones go; their seats stay for a restart."""
        await self.phones.close()

    async def _settle(self) -> None:
        """The class is known: now the notices, or the phones."""
        self._lay("notices" if self.notices else "")
        if self.lectern.lan:
            await self._let_phones_in(self.lectern.lan)
        elif self.lectern.lan is not None:
            self._lay("lan")

    # Keys

    async def on_key(self, event: KeyPress) -> None:
        """Digits choose from a list; any key takes the question about leaving back."""
        if self.is_closing:
            event.stop()
            return
        self.foot.say("")
        if self.is_small(self.size):
            if event.key not in LEAVING:
                event.stop()
        elif self.leaf == "leave" and event.key not in LEAVING:
            event.stop()
            self._lay("")
        elif self.leaf == "lan" and event.key.isdigit():
            event.stop()
            places = self.leaf_set(self.size.width).goes
            at = (int(event.key) - 1) % len(places)
            if int(event.key) < len(places):
                await self._take(places[at])
        elif self.leaf == "jump" and event.key.isdigit():
            event.stop()
            if self.has_numbered(event.key):
                await self._take(self.wall.cursor)

    async def on_painted_went(self, event: Painted.Went) -> None:
        """Something was clicked."""
        event.stop()
        verb, _, what = event.goes.partition(":")
        if verb == "key":
            await self.run_action(next(k.action for k in KEYS if k.shown == what))
        else:
            await self._take(event.goes)

    async def action_go_on(self) -> None:
        """The next paragraph; at the end of the lesson, its papers."""
        slide = self.slide
        if self.is_blank:
            self.action_blank()
        elif not self.wall.cursor and self.wall.read(1):
            return
        elif self.leaf:
            self.action_back()
        elif self.offers("next"):
            self._make("next")
            is_first = self.slide.voting == "ready" and not self.slide.number
            if is_first and self.phones.is_open:
                self._lay("phones")
        elif slide.voting in WAITS:
            self.foot.say(WAITS[slide.voting])
        else:
            await self._finish()

    def action_make(self, name: str) -> None:
        """Make the move of this name, where it can be made."""
        move = self.offers(name)
        if not move:
            self.foot.say("That cannot be done here. ? shows the keys.")
        elif self.leaf:
            self._lay("")
        elif self._make(move) and name == "both":
            self.foot.say("Both branches will be read, one after the other: space.")

    def action_leaf(self, name: str) -> None:
        """Lay a leaf over the slide, or take it away."""
        if self.leaf not in ("resume", "lan"):
            self._lay("" if self.leaf == name else name)

    def action_back(self) -> None:
        """Back to the wall: no leaf, nothing to write."""
        if self.entry is not None and self.entry.wanted:
            self.renew()
        elif self.leaf == "resume":
            self.foot.say("r goes on with the class, a begins another.")
        else:
            self._lay("")

    def action_blank(self) -> None:
        """Nothing on the wall, so that the class talks; or everything again."""
        self.is_blank = not self.is_blank
        self.renew()

    def action_density(self, step: int) -> None:
        """More on a row, or more air."""
        self.density = min(max(self.density + step, 0), len(DENSITIES) - 1)
        self.wall.show()

    def action_point(self, step: int) -> None:
        """Point at another row of a list; where there is none, read."""
        places = self.leaf_set(self.size.width).goes if self.leaf else ()
        if not places:
            self.wall.read(step)
            return
        at = places.index(self.wall.cursor) + step
        self.wall.show(places[at % len(places)])

    async def action_choose(self) -> None:
        """Take what is pointed at; else go on."""
        if self.leaf and self.wall.cursor:
            await self._take(self.wall.cursor)
        else:
            await self.action_go_on()

    def action_theme(self) -> None:
        """Light or dark."""
        at = CLASS_THEMES.index(self.app.theme) + 1
        dress(self.app, CLASS_THEMES[at % len(CLASS_THEMES)])
        for painted in self.query(Painted):
            painted.repaint_all()

    async def _take(self, place: str) -> None:
        """Take what a leaf offers."""
        verb, _, what = place.partition(":")
        self._lay("")
        if verb == "jump":
            self._make(place)
        elif verb == "lan" and what:
            await self._let_phones_in(what)

    # Beginning and end

    async def action_resume(self) -> None:
        """Go on with the unfinished class."""
        if self.leaf == "resume":
            await self._settle()

    async def action_anew(self) -> None:
        """Begin another class; the unfinished one stays as it is."""
        if self.leaf == "resume" and self.lectern.anew is not None:
            self.sitting.leave()
            self.sitting = self.lectern.anew()
            self.phones = self._phones()
            await self._settle()

    async def _let_phones_in(self, host: str) -> None:
        problem = await self.phones.open(host)
        self.phones.publish(self.slide)
        self.notices = [problem]
        self._lay("notices" if problem else "phones")

    async def _finish(self) -> None:
        """Write the class's papers, and say where they are."""
        try:
            self.sitting.finish()
        except OctgameError as problem:
            self.foot.say(safe_line(f"{problem.message}. {problem.hint}"))
            return
        if not self.phones.is_open:
            self._lay("end")
            return
        self.is_closing = True
        self.foot.say("Closing the phones ...")
        self.run_worker(self._let_phones_go())

    async def _let_phones_go(self) -> None:
        """The class is over for phones too; meanwhile no key does anything."""
        await self.phones.close(over=True)
        self.is_closing = False
        self.foot.say("")
        self._lay("end")

    async def action_leave(self) -> None:
        """Leave; asked once."""
        if self.leaf in ("leave", "end"):
            await self.phones.close(over=self.leaf == "end")
            self.app.exit()
        else:
            self._lay("leave")
