"""The teacher's clock in words: minutes passed of those planned, and how late it is."""

MINUTE = 60


def told(seconds: int, length: int, behind: int) -> str:
    """What stands at the top.

    Args:
        seconds: How long the lesson has lasted.
        length: Its planned minutes.
        behind: Seconds behind the plan; negative where there is time in hand.
    """
    return f"{seconds // MINUTE} of {length} min, {lateness(behind)}"


def lateness(behind: int) -> str:
    """How late a class is, in whole minutes."""
    minutes = abs(behind) // MINUTE
    if not minutes:
        return "on time"
    return f"{minutes} min behind" if behind > 0 else f"{minutes} min in hand"


def until_next(seconds: float) -> float:
    """Seconds until the clock shows another minute."""
    return MINUTE - seconds % MINUTE
