"""From a journal back to a play, whatever has become of the story since."""

from typing import NamedTuple

from octgame.errors import ChoiceError, StoryError, UsageError
from octgame.game.journal import Header, Journal, Line
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.state import digest


class Replayed(NamedTuple):
    """A play brought back.

    Attributes:
        play: Where it stands now; its scene always exists.
        edited_at: The number of the first line after which the story is another
            one than it was, or 0.
        parked: The lines that could not be played any more.
        notices: Sentences for the player, one per thing that is not as it was.
    """

    play: Play
    edited_at: int = 0
    parked: tuple[Line, ...] = ()
    notices: tuple[str, ...] = ()


def replay(program: Program, journal: Journal) -> Replayed:
    """Play a journal again, as far as the story still lets it."""
    if journal.header.story != program.core.id:
        fresh = Play(program, Header(program.core.id, program.core.content))
        notice = "This journal belongs to another story; a new play begins."
        return Replayed(fresh, parked=journal.lines, notices=(notice,))
    play, notices = _begin(program, journal.header)
    if journal.damage:
        notices.append(
            f"Your journal is damaged: {journal.damage}. Everything before it is here."
        )
    edited_at, done = 0, 0
    for number, line in enumerate(journal.lines, start=1):
        if not _again(play, line):
            break
        done = number
        if not edited_at and digest(program, play.state) != line.digest:
            edited_at = number
    parked = journal.lines[done:]
    if parked:
        lost = sum(line.kind == "move" for line in parked)
        notices.append(
            "The story was edited, and a choice that you made is no longer in it: "
            f"{_count(lost)} kept aside, and the play goes on from here."
        )
    elif edited_at:
        notices.append("The story was edited since; your choices still stand.")
    return Replayed(play, edited_at, parked, tuple(notices))


def _begin(program: Program, header: Header) -> tuple[Play, list[str]]:
    box = tuple(card for card in header.box if card in program.cards.at)
    notices = []
    if box != header.box:
        header = header._replace(box=box)
        notices = ["A card that you brought is no longer in the story."]
    try:
        return Play(program, header), notices
    except (UsageError, StoryError) as problem:
        fresh = Header(program.core.id, program.core.content)
        notice = (
            f"This journal began where the story no longer does ({problem.message}); "
            "the play begins at the start."
        )
        return Play(program, fresh), [notice]


def _again(play: Play, line: Line) -> bool:
    scene = play.program.scenes.ids[play.state.scene]
    if line.kind == "undo":
        return play.undo()
    if line.kind == "redo":
        return play.redo()
    if line.kind == "note":
        play.note(line.choice)
        return True
    if line.scene != scene:
        return False
    try:
        play.take(line.choice)
    except (ChoiceError, StoryError):
        return False
    return True


def _count(moves: int) -> str:
    return "1 move is" if moves == 1 else f"{moves} moves are"
