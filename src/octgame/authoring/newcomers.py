"""How many people and terms a player meets for the first time in each act."""

from collections.abc import Iterator

from octgame.authoring.findings import Report
from octgame.authoring.links import links_of
from octgame.loading.diagnostics import Diagnostic
from octgame.story.model import Story

MOST = {"person": 7, "term": 6}
"""New codex entries of a kind that a player can keep apart in one act."""

NOUNS = {"person": "people", "term": "terms"}

NAMED = 10
"""Entries that a message names."""


def check_newcomers(story: Story, report: Report) -> Iterator[Diagnostic]:
    """Each act that introduces too many people or terms to one of the roles."""
    told: set[tuple[str, str]] = set()
    for role in (*story.roles, ""):
        known: set[str] = set()
        for act in story.acts.values():
            linked = _linked(story, act.scenes, role)
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


def _linked(story: Story, scenes: tuple[str, ...], role: str) -> list[str]:
    """The codex entries that the scenes of a role link to, each once, in order."""
    found = {
        entry: None
        for key in scenes
        if not story.scenes[key].roles or role in story.scenes[key].roles
        for entry in links_of(story.scenes[key])
        if entry in story.codex
    }
    return list(found)
