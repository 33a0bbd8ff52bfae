"""The moves of a class: each gives the next class, or is refused."""

from collections.abc import Callable, Sequence
from urllib.parse import quote, unquote

from octgame.classroom.ballot import counted
from octgame.classroom.lesson import Class, Result, Said, enter
from octgame.errors import ChoiceError, UsageError
from octgame.game.lesson.polls import step_back
from octgame.story.safe import safe_line

LONGEST_WORDS = 200
"""Characters of a reason or a sentence that the teacher types."""

LONGEST_NUMBER = 10
"""Digits of a count that is looked at; the largest that is taken has fewer."""

_SAMPLE = ("12", "7", "4", "9", "3", "5")


def advance(group: Class, move: str) -> Class:
    """Make one move.

    Args:
        group: Where the class stands.
        move: `next`, `open`, `close:7,4,2`, `both`, `step_back`,
            `jump:step`, `short`, `undo`; and what `words` makes of a sentence.

    Raises:
        ChoiceError: The move cannot be made here.
        UsageError: Counts are missing, or are too many.
    """
    name, _, argument = move.partition(":")
    if name == "undo":
        if group.before is None:
            raise ChoiceError("there is nothing to undo")
        return group.before._replace(number=group.number)
    made = _MOVES[name](group, argument) if name in _MOVES else None
    if made is None:
        raise ChoiceError(f"{safe_line(name, 20)!r} cannot be done here")
    return made._replace(before=group)


def close(totals: Sequence[int]) -> str:
    """The move that ends a vote with its totals, hands and phones together."""
    return f"close:{','.join(map(str, totals))}"


def sample(options: int) -> str:
    """Counts as they might be typed for so many options."""
    return " ".join(_SAMPLE[:options])


def read_hands(text: str, options: int) -> tuple[int, ...]:
    """The hands that somebody typed, one number for each of so many options.

    Raises:
        UsageError: It is anything else.
    """
    numbers = text.replace(",", " ").split()
    if len(numbers) != options or not all(map(_is_number, numbers)):
        raise UsageError(
            f"{options} numbers with blanks between, such as {sample(options)}"
        )
    return tuple(map(int, numbers))


def words(kind: str, text: str) -> str:
    """The move that writes down the minority's `reason` or the class's `sentence`."""
    return f"{kind}:{quote(safe_line(text.strip(), LONGEST_WORDS), safe='')}"


def _next(group: Class, _argument: str) -> Class | None:
    if group.voting or (group.poll and group.tally is None):
        return None
    if group.stop + 1 < len(group.stops):
        return group._replace(stop=group.stop + 1)
    return enter(group, group.at + 1) if group.at + 1 < len(group.path) else None


def _open(group: Class, _argument: str) -> Class | None:
    if group.poll is None or group.voting or group.tally:
        return None
    return group._replace(voting=True, number=group.number + 1)


def _close(group: Class, argument: str) -> Class | None:
    """The vote ends with its totals, one for each option."""
    asked = group.motion
    if not group.voting or asked is None:
        return None
    given = argument.split(",")
    if not all(map(_is_number, given)):
        raise UsageError("a vote ends with its counts", "Type them as: 12 7 4")
    tally = counted(asked, [int(one) for one in given])
    vote = group.step.vote
    result = Result(group.step.id, tally, bool(vote and vote.sealed))
    closed = group._replace(
        voting=False,
        tallies=(*group.tallies, tally),
        results=(*group.results, result),
    )
    if vote and vote.keep:
        box = [group.program.cards.ids[card] for card in closed.state.box]
        out = tuple(card for card in group.table if card not in box)
        return closed._replace(put_out=out)
    return closed


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER


def _both(group: Class, _argument: str) -> Class | None:
    return group._replace(both=True) if group.is_split else None


def _step_back(group: Class, _argument: str) -> Class | None:
    step = group.step
    if not step.scene or group.entry.stepped or group.tallies or group.voting:
        return None
    if not group.program.scenes[step.scene].note:
        return None
    return group._replace(entry=step_back(group.program, group.entry), stop=0)


def _jump(group: Class, argument: str) -> Class | None:
    found = [at for at, step in enumerate(group.path) if step.id == argument]
    return enter(group, found[0]) if found else None


def _short(group: Class, _argument: str) -> Class | None:
    ahead = group.path[group.at + 1 :]
    if not any(step.late for step in ahead):
        return None
    kept_steps = tuple(step for step in ahead if not step.late)
    return group._replace(path=(*group.path[: group.at + 1], *kept_steps))


def _said(kind: str) -> Callable[[Class, str], Class | None]:
    def write(group: Class, argument: str) -> Class | None:
        text = safe_line(unquote(argument, errors="replace"), LONGEST_WORDS)
        if not text or (kind == "reason" and not group.hears_minority):
            return None
        one = Said(group.step.id, kind, text)
        others = [s for s in group.said if (s.step, s.kind) != (one.step, kind)]
        return group._replace(said=(*others, one))

    return write


_MOVES: dict[str, Callable[[Class, str], Class | None]] = {
    "next": _next,
    "open": _open,
    "close": _close,
    "both": _both,
    "step_back": _step_back,
    "jump": _jump,
    "short": _short,
    "reason": _said("reason"),
    "sentence": _said("sentence"),
}
