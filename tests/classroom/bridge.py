"""The small story's lesson, and classes in it."""

from mini import mini_program
from octgame.classroom.lesson import Class, start
from octgame.classroom.moves import advance, close


def begun(length: int = 0) -> Class:
    """A class at the beginning of the small lesson."""
    return start(mini_program(), "one_bridge", length)


def made(group: Class, *moves: str) -> Class:
    """The class after some moves."""
    for move in moves:
        group = advance(group, move)
    return group


def at_vote(group: Class, step: str) -> Class:
    """The class in front of a step's vote."""
    group = advance(group, f"jump:{step}")
    while group.poll is None:
        group = advance(group, "next")
    return group


def voted(group: Class, *hands: int) -> Class:
    """The class after so many hands, the vote closed."""
    return made(group, "open", close(hands))
