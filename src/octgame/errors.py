"""The error tree and the exit codes; everything the program can say went wrong."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its caller."""

    OK = 0
    DEFECT = 1
    """The story or the play has a defect that the message names."""
    USAGE = 2
    CRASH = 70
    """A fault of ours: shown on a screen of its own, with the save intact."""
    SIGNAL = 128
    """Added to the number of the signal that ended the program."""


class OctgameError(Exception):
    """A failure with a sentence for the person in front of the screen.

    The message is one sentence that says what happened; `hint` is the way on.
    """

    exit_code = ExitCode.DEFECT

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(OctgameError):
    """The command was asked for something that it does not know."""

    exit_code = ExitCode.USAGE


class StoryError(OctgameError):
    """The story cannot be played as it is written."""


class ChoiceError(OctgameError):
    """The choice is not offered here, or is closed."""


class JournalError(OctgameError):
    """The journal is damaged, foreign or from a later version."""


class SaveError(OctgameError):
    """A journal could not be read from, or written to, the disk."""
