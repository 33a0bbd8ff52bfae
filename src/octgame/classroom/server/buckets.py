"""Token buckets: who asks too often is told to wait."""

MOST_OWNERS = 4096
"""Buckets kept; when there are more, those that are full again are forgotten."""


class Buckets:
    """One bucket for each owner, an address or a seat.

    Args:
        burst: How many tokens a bucket holds.
        per_second: How many flow back into it.
    """

    def __init__(self, burst: float, per_second: float) -> None:
        self._burst = burst
        self._per_second = per_second
        self._levels: dict[str, tuple[float, float]] = {}

    def take(self, owner: str, now: float) -> bool:
        """Take a token; False where the bucket is empty.

        Args:
            owner: Whose bucket it is.
            now: Seconds on a clock that never goes back.
        """
        level = self._level(owner, now)
        enough = level >= 1
        self._levels[owner] = (level - enough, now)
        if len(self._levels) > MOST_OWNERS:
            self._forget_the_full(now)
        return enough

    def is_empty(self, owner: str, now: float) -> bool:
        """Whether no token is left; takes none."""
        return self._level(owner, now) < 1

    def _level(self, owner: str, now: float) -> float:
        level, since = self._levels.get(owner, (self._burst, now))
        return min(self._burst, level + (now - since) * self._per_second)

    def _forget_the_full(self, now: float) -> None:
        self._levels = {
            owner: level
            for owner, level in self._levels.items()
            if self._level(owner, now) < self._burst
        }
