"""How many people and terms a player meets for the first time in each act."""

from collections.abc import Iterator

from octgame.authoring.findings import Report
from octgame.authoring.links import links_of
from octgame.loading.diagnostics import Diagnostic
from octgame.story.model import Story
from octgame.story.scenes import Scene

MOST = {"person": 7, "term": 6}
"""New codex entries of a kind that a player can keep apart in one act."""

NOUNS = {"person": "people", "term": "terms"}

NAMED = 10
"""Entries that a message names."""


def check_newcomers(story: Story, report: Report) -> Iterator[Diagnostic]:
    """Each act that introduces too many people or terms to one of the roles."""
    if not story.codex:
        return
    told: set[tuple[str, str]] = set()
    links = {key: _entries(story, scene) for key, scene in story.scenes.items()}
    for role in (*story.roles, ""):
        known: set[str] = set()
        for act in story.acts.values():
            scenes = [
                key
                for key in act.scenes
                if not story.scenes[key].roles or role in story.scenes[key].roles
            ]
            linked = dict.fromkeys(entry for key in scenes for entry in links[key])
            for kind, most in MOST.items():
                new = [
                    entry
                    for entry in linked
                    if entry not in known and story.codex[entry].kind == kind
                ]
                if len(new) > most and (act.id, kind) not in told:
                    told.add((act.id, kind))
                    who = f"“{role}”" if role else "a player without a role"
                    named = ", ".join(new[:NAMED]) + (" …" if len(new) > NAMED else "")
                    message = (
                        f"in “{act.id}” {who} meets up to {len(new)} new"
                        f" {NOUNS[kind]}, more than {most}: {named}"
                    )
                    yield report(("story", "acts", act.id), "crowded-act", message)
            known.update(linked)


def _entries(story: Story, scene: Scene) -> list[str]:
    """The codex entries that a scene links to, in order."""
    return [entry for entry in links_of(scene) if entry in story.codex]
