"""Which scenes could be come to if every condition could hold."""

from octgame.game.program import NEXT, Program


def linked(program: Program) -> set[str]:
    """The scenes that targets, ways and the acts' list lead to from the start."""
    found: set[int] = set()
    ahead = [program.core.start]
    while ahead:
        index = ahead.pop()
        if index in found:
            continue
        found.add(index)
        scene = program.scenes.nth(index)
        targets = [choice.target for choice in scene.choices]
        ahead += [target for _, target in scene.ways]
        ahead += [target for target in targets if target >= 0]
        if NEXT in targets:
            ahead += program.core.order[scene.after :]
    return {program.scenes.ids[index] for index in found}
