"""What `octgame explain` says about a story that reads well and does not hold."""

from octgame.loading.diagnostics import Code

_SCENE = "  door: {title: The Door, text: A door., choices: {go: {text: Go.}}}\n"

CHECKING: dict[str, Code] = {
    "unreachable-scene": Code(
        "A scene that nothing leads to",
        "No act names it and no choice or way goes there, so no play can reach it.",
        "scenes:\n" + _SCENE,
        "acts:\n  night: {title: Night, scenes: [door]}\n",
        "Name the scene in an act, in a `to:` or in `ways:`.",
    ),
    "unreached-scene": Code(
        "A scene that no play comes to",
        "Something leads there, but its conditions never hold: every play that can"
        " differ was searched.",
        "if: nerve > 4\n",
        "if: nerve >= 4\n",
        "Look at the scene's `if:` and at what leads to it.",
    ),
    "unreached-choice": Code(
        "A choice that is never open",
        "Its condition never holds where it is offered.",
        "if: kept(key) and not found(key)\n",
        "if: kept(key)\n",
        "Look at the choice's `if:`; something must make it true before.",
    ),
    "never-closed": Code(
        "A choice that is always open, though its author says why it is closed",
        "Its condition holds whenever a play comes to its scene, so nobody reads the"
        " `else:`. It costs nothing, but it may not be what was meant.",
        "if: nerve >= 0\nelse: You are too cold.\n",
        "if: nerve >= 2\nelse: You are too cold.\n",
        "Look at the `if:`, or take `if:` and `else:` away.",
    ),
    "same-choice": Code(
        "A choice that does what another beside it does",
        "Both lead to the same place, change the same things and tell the same, so that"
        " it makes no difference which is made.",
        "yes: {text: Yes., to: door}\nno: {text: No., to: door}\n",
        "yes: {text: Yes., to: door}\nno: {text: No., set: {proud: yes}, to: door}\n",
        "Let one of them tell or change something else, or take it away.",
    ),
    "trap": Code(
        "A place from which no play reaches an ending",
        "There is always something to choose, and it leads round and round.",
        "cellar: {title: C, text: C., choices: {back: {text: Back., to: stairs}}}\n"
        "stairs: {title: S, text: S., choices: {down: {text: Down., to: cellar}}}\n",
        "stairs: {title: S, text: S., choices: {up: {text: Up., to: street}}}\n",
        "Give one of the scenes a way out. `octgame play --replay` with the moves that"
        " `check` tells brings you there.",
    ),
    "not-proved": Code(
        "Something that could not be told",
        "So much hangs together here that not every play could be searched. What"
        " `check` does say still holds.",
        "if: a and b and c and d and e and f and g and h\n",
        "if: brave\n",
        "Remember less: set one variable for what matters, where it happens.",
    ),
    "unreached-text": Code(
        "A paragraph that is never shown",
        "Its condition never holds when its scene is shown. A choice that stays `here`"
        " shows what came of it, not the scene's text again.",
        "text: [{if: nerve > 4, text: You laugh.}]\n",
        "text: [{if: nerve == 4, text: You laugh.}]\n",
        "Look at the paragraph's `if:`.",
    ),
    "unreached-card": Code(
        "A card that no play meets",
        "Nothing that was reached finds it or shows it.",
        "finds: [log]   \n",
        "finds: [log]\n",
        "Let a choice that can be taken find it, or a scene show it.",
    ),
    "unreached-fact": Code(
        "A fact that no play is told",
        "The scenes and choices that tell it are met in no play.",
        "reveals: [hour]   \n",
        "reveals: [hour]\n",
        "Tell it in a scene that is reached.",
    ),
    "unreached-question": Code(
        "A question whose views no play opens",
        "No scene that was reached asks it.",
        "asks: was_it_a_storming\n",
        "asks: was_it_a_storming\n",
        "Let a scene that is reached ask it.",
    ),
    "dead-end": Code(
        "A place without a way on",
        "A play came to this scene and every choice in it was closed, or the last one"
        " that was open could be taken only `once`. `octgame play --replay` with the"
        " moves that `check` tells brings you there.",
        "choices: {wait: {text: Wait., if: nerve == 9}}\n",
        "choices: {wait: {text: Wait.}}\n",
        "Leave at least one choice open whatever the player did before.",
    ),
    "broken-play": Code(
        "The story leads nowhere, or round in a circle by itself",
        "A choice went to the next scene and there was none for this role, or"
        " automatic scenes went on and on.",
        "ways: [{if: kept(key), to: vault}]\n",
        "ways: [{if: kept(key), to: vault}, {to: street}]\n",
        "End a list of ways with one that has no `if:`.",
    ),
    "no-ending": Code(
        "A story that does not end",
        "No play came to a scene with `ending: yes`.",
        "the_end: {title: End, text: Lights out., choices: {again: {text: Again.}}}\n",
        "the_end: {title: End, text: Lights out., ending: yes}\n",
        "Give the last scene `ending: yes`.",
    ),
    "next-of-nothing": Code(
        "`to: next` in a scene that stands in no act",
        "What comes next is the next scene of the acts' lists; this scene is in none.",
        "choices: {go: {text: Go.}}\n",
        "choices: {go: {text: Go., to: street}}\n",
        "Give the choice a `to:`, or name the scene in an act.",
    ),
    "out-of-order": Code(
        "A scene that is earlier than the one before it",
        "Within an act scenes follow each other in time.",
        "when: 1917-10-24   # after a scene of 25 October\n",
        "when: 1917-10-26\n",
        "Reorder the act, or mend the date.",
    ),
    "never-read": Code(
        "A variable that no condition reads",
        "It is remembered for nothing.",
        "variables: {mood: {type: flag, start: no}}\n",
        "text: [{if: mood, text: You hum.}]\n",
        "Let something depend on it, or delete it.",
    ),
    "never-set": Code(
        "A variable that no choice sets",
        "It keeps its start for ever, so conditions on it never change.",
        "variables: {mood: {type: flag, start: no}}\n",
        "set: {mood: yes}\n",
        "Let a choice set it, or delete it.",
    ),
    "unused": Code(
        "A card, fact or source that nothing uses",
        "It is written and no player ever meets it.",
        "cards: {log: {…}}\n",
        "finds: [log]\n",
        "Use it, or delete it.",
    ),
}
