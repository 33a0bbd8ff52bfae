"""What `octgame explain` says about plays that get stuck, and about choices."""

from octgame.loading.diagnostics import Code

WAYS: dict[str, Code] = {
    "dead-end": Code(
        "A place without a way on",
        meaning="A play comes to this scene and every choice in it is closed, or the"
        " last one that was open could be taken only `once`.",
        why="The player could do nothing but give up.",
        advice="Leave at least one choice open whatever the player did before.",
        wrong="""
scenes:
  midstream: <--
    choices:
      pull:
        text: Pull across.
        if: tired >= 1
""",
        right="""
scenes:
  midstream:
    choices:
      pull:
        text: Pull across.
        if: tired <= 1
""",
    ),
    "trap": Code(
        "A place from which no play reaches an ending",
        meaning="There is always something to choose, and it leads round and round.",
        why="The player would not even see that the play is lost.",
        advice="Give one of the scenes a way out.",
        wrong="""
scenes:
  landing:
    choices:
      wade: {text: Wade after the boat., to: shallows}
  shallows: <--
    title: The Shallows
    text: The water is at your knees.
    choices:
      stand: {text: Stand still., to: here}
""",
        right="""
scenes:
  landing:
    choices:
      wade: {text: Wade after the boat., to: shallows}
  shallows:
    title: The Shallows
    text: The water is at your knees.
    choices:
      stand: {text: Stand still., to: here}
      turn: {text: Turn back., to: landing}
""",
    ),
    "broken-play": Code(
        "The story leads nowhere, or round in a circle by itself",
        meaning="A choice goes to the next scene and there is none for this role, no"
        " way of an automatic scene holds, or such scenes go on and on.",
        why="The play would break off.",
        advice="End a list of ways with one that has no `if:`.",
        wrong="""
scenes:
  landing:
    choices:
      wait: {text: Wait for more men., to: fork}
  fork: <--
    title: The Fork
    text: Nobody comes.
    ways:
      - {if: paid, to: hut}
""",
        right="""
scenes:
  landing:
    choices:
      wait: {text: Wait for more men., to: fork}
  fork:
    title: The Fork
    text: Nobody comes.
    ways:
      - {if: paid, to: hut}
      - {to: landing}
""",
    ),
    "no-ending": Code(
        "A story that does not end",
        meaning="No play comes to a scene with `ending: yes`.",
        why="The debrief would never be read.",
        advice="Give the last scene `ending: yes`, and let plays come there.",
        wrong="""
story: <--
  id: five
scenes:
  home:
    ending: no
    choices:
      again: {text: Push off again., to: landing}
""",
        right="""
story:
  id: five
scenes:
  home:
    ending: yes
""",
    ),
    "next-of-nothing": Code(
        "`to: next` in a scene that stands in no act",
        meaning="What comes next is the next scene in the acts' lists; this scene is"
        " in none. A choice without `to:` goes to the next one too.",
        why="The choice would lead nowhere.",
        advice="Give the choice a `to:`, or name the scene in an act.",
        wrong="""
scenes:
  hut:
    choices:
      climb: {text: Climb the ladder., to: attic}
  attic:
    title: The Attic
    text: Nets hang here.
    choices:
      down: {text: Climb down.} <--
""",
        right="""
scenes:
  hut:
    choices:
      climb: {text: Climb the ladder., to: attic}
  attic:
    title: The Attic
    text: Nets hang here.
    choices:
      down: {text: Climb down., to: hut}
""",
    ),
    "same-choice": Code(
        "A choice that does what another beside it does",
        meaning="Both lead to the same place, change the same things and tell the"
        " same.",
        why="It makes no difference which is made, and the player was asked.",
        advice="Let one of them tell or change something else, or take it away.",
        wrong="""
scenes:
  hut:
    choices:
      warm: {text: Rub your hands., add: {tired: 1}, to: midstream}
      sit: {text: Sit down for a while., add: {tired: 1}, to: midstream} <--
""",
        right="""
scenes:
  hut:
    choices:
      warm: {text: Rub your hands., add: {tired: 1}, to: midstream}
      sit: {text: Sit down for a while., set: {tired: 0}, to: midstream}
""",
    ),
    "not-proved": Code(
        "Something that could not be told",
        meaning="So much hangs together here that not every play could be searched."
        " What `check` does say still holds.",
        why="A fault may be left in what was not searched.",
        advice="Remember less: set one variable for what matters, where it happens.",
        wrong="a paragraph that hangs on ten variables at once",
        right="a paragraph that hangs on one, which was set when they were so",
    ),
}
