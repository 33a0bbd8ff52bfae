"""What every application of the interface has: a theme, leaving, signals and faults."""

import asyncio
import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from textual.app import App

from octgame.errors import ExitCode
from octgame.ui.window import Window

TWICE_WITHIN = 2.0
"""Seconds in which a second ctrl+c leaves."""


class TerminalApp(App[None]):
    """Runs one screen.

    Args:
        theme: The name of one of the interface's themes.
        ascii_only: Whether nothing outside ASCII is drawn.
    """

    TITLE = "octgame"
    leaving = "Press ctrl+c again to leave. Every choice is kept."
    ALLOW_SELECT = False

    def __init__(self, theme: str, *, ascii_only: bool = False) -> None:
        # Without this, Textual turns colours into greys instead of sending none.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.ascii_only = ascii_only
        self.animation_level = "none"
        # The name alone; Textual keeps a theme of its own until `dress`.
        self.set_reactive(TerminalApp.theme, theme)
        self.fault: Exception | None = None
        self._interrupted = float("-inf")

    def on_mount(self) -> None:
        """Leave in order when the system asks for it; paint after a suspension."""
        self.app_resume_signal.subscribe(self, self._come_back)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            # Windows has no loop handlers, and no SIGHUP.
            with suppress(
                NotImplementedError, AttributeError, RuntimeError, ValueError
            ):
                number = getattr(signal, name)
                loop.add_signal_handler(number, self._leaver(number))

    def _come_back(self, _app: App[object]) -> None:
        """Paint everything after a suspension: the terminal shows nothing of it."""
        self.screen.refresh()

    def on_ready(self) -> None:
        """Spare the collector what lives as long as the program."""
        gc.freeze()
        gc.enable()

    def refresh_css(self, animate: bool = True) -> None:
        """Refresh the stylesheet; not at the start, when it is as fresh as can be."""
        if self.theme in self.available_themes:
            super().refresh_css(animate)

    def action_command_palette(self) -> None:
        """Show no palette, where there is none of one's own."""

    def action_help_quit(self) -> None:
        """Ctrl+C: say how to leave; a second one leaves."""
        now = monotonic()
        if now - self._interrupted < TWICE_WITHIN:
            self._leaver(signal.SIGINT)()
        self._interrupted = now
        if isinstance(self.screen, Window):
            self.screen.foot.say(self.leaving)

    def _leaver(self, number: int) -> Callable[[], None]:
        return lambda: self.exit(return_code=ExitCode.SIGNAL + number)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with the terminal restored; the caller says what happened.

        Textual would print the source and the local variables of every frame.
        """
        self._return_code = int(ExitCode.CRASH)
        if self._exception is None:
            self.fault = self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()
