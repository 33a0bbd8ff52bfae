"""Which scenes could be come to if every condition could hold."""

from octgame.story.model import Story


def linked(story: Story) -> set[str]:
    """The scenes that targets, ways and the acts' list lead to from the start."""
    order = [key for act in story.acts.values() for key in act.scenes]
    after = {key: number for number, key in enumerate(order, start=1)}
    rest = len(order)  # whatever is listed from here on is come to already
    found: set[str] = set()
    ahead = [story.start]
    while ahead:
        key = ahead.pop()
        if key in found:
            continue
        found.add(key)
        scene = story.scenes[key]
        ahead += [way.to for way in scene.ways]
        for choice in scene.choices:
            if choice.to == "next":
                ahead += order[after.get(key, rest) : rest]
                rest = min(rest, after.get(key, rest))
            elif choice.to != "here":
                ahead.append(choice.to)
    return found
