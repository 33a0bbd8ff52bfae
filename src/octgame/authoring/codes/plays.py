"""What `octgame explain` says about what no play reaches."""

from octgame.loading.diagnostics import Code

PLAYS: dict[str, Code] = {
    "unreachable-scene": Code(
        "A scene that nothing leads to",
        meaning="No act names it and no choice or way goes there.",
        why="Nobody can read it, whatever the conditions are.",
        advice="Name the scene in an act, in a `to:` or in `ways:`.",
        wrong="""
scenes:
  attic: <--
    title: The Attic
    text: Nets hang here.
    choices:
      down: {text: Climb down., to: hut}
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
    "unreached-scene": Code(
        "A scene that no play comes to",
        meaning="Something leads there, but its conditions never hold: every play"
        " that can differ was searched.",
        why="Nobody can read it.",
        advice="Look at the scene's `if:` and at what leads to it.",
        wrong="""
story:
  acts:
    crossing:
      title: The Crossing
      scenes: [landing, hut, attic, midstream, far_bank, home]
scenes:
  hut:
    choices:
      on: {text: Look for a rope., set: {role: rower}, to: next}
  attic: <--
    title: The Attic
    text: Nets hang here.
    if: tired >= 2
    choices:
      down: {text: Climb down., to: midstream}
""",
        right="""
story:
  acts:
    crossing:
      title: The Crossing
      scenes: [landing, hut, attic, midstream, far_bank, home]
scenes:
  hut:
    choices:
      on: {text: Look for a rope., set: {role: rower}, to: next}
  attic:
    title: The Attic
    text: Nets hang here.
    if: tired >= 1
    choices:
      down: {text: Climb down., to: midstream}
""",
    ),
    "unreached-choice": Code(
        "A choice that is never open",
        meaning="Its condition holds in no play that comes to its scene.",
        why="It is offered to nobody.",
        advice="Look at the choice's `if:`; something must make it true before.",
        wrong="""
scenes:
  hut:
    choices:
      sleep: <--
        text: Sleep until it is light.
        if: tired >= 2
        to: home
""",
        right="""
scenes:
  hut:
    choices:
      sleep:
        text: Sleep until it is light.
        if: tired >= 1
        to: home
""",
    ),
    "unreached-text": Code(
        "A paragraph that is never shown",
        meaning="Its condition never holds when its scene is shown. A choice that"
        " stays `here` shows what came of it, not the scene's text again.",
        why="Nobody can read it.",
        advice="Look at the paragraph's `if:`.",
        wrong="""
scenes:
  hut:
    text:
      - The [fare book](fare_book) lies on the shelf.
      - {if: tired >= 2, text: Your arms hang down.} <--
      - {if: paid, text: The coin is cold.}
""",
        right="""
scenes:
  hut:
    text:
      - The [fare book](fare_book) lies on the shelf.
      - {if: tired >= 1, text: Your arms hang down.}
      - {if: paid, text: The coin is cold.}
""",
    ),
    "never-closed": Code(
        "A choice with a condition that is always open",
        meaning="Its condition holds whenever a play comes to its scene, so that the"
        " `if:` does nothing and nobody reads the `else:`.",
        why="Something was to depend on it, and nothing does.",
        advice="Look at the `if:`, or take `if:` and `else:` away.",
        wrong="""
scenes:
  midstream:
    choices:
      pull:
        text: Pull across.
        if: role == rower
        else: Somebody else has the oars. <--
""",
        right="""
scenes:
  midstream:
    choices:
      pull:
        text: Pull across.
        if: tired <= 1
        else: Your arms are gone.
""",
    ),
    "unreached-card": Code(
        "A card that no play meets",
        meaning="The scenes and choices that find or show it are met in no play.",
        why="Nobody can keep it, and nothing can be written from it.",
        advice="Let a choice that can be taken find it, or a scene show it.",
        wrong="""
cards:
  fare_book: <--
    title: The fare book
scenes:
  hut:
    choices:
      take_book:
        text: Take the book along.
        if: tired >= 2
  far_bank:
    text: They climb out. One of them leaves his [glove](glove).
""",
        right="""
cards:
  fare_book:
    title: The fare book
scenes:
  hut:
    choices:
      take_book:
        text: Take the book along.
        if: tired >= 1
  far_bank:
    text: They climb out. One of them leaves his [glove](glove).
""",
    ),
    "unreached-fact": Code(
        "A fact that no play is told",
        meaning="The scenes and choices that tell it are met in no play.",
        why="Nobody can learn it.",
        advice="Tell it in a scene that is reached.",
        wrong="""
facts:
  four_crossed: <--
    status: refuted
    text: Four men crossed that night.
    right: It was two or three.
    sources: [memoir]
scenes:
  hut:
    choices:
      count:
        text: Count the coats on the nails.
        if: tired >= 2
        reveals: [four_crossed]
        to: here
        once: yes
""",
        right="""
facts:
  four_crossed:
    status: refuted
    text: Four men crossed that night.
    right: It was two or three.
    sources: [memoir]
scenes:
  hut:
    choices:
      count:
        text: Count the coats on the nails.
        reveals: [four_crossed]
        to: here
        once: yes
""",
    ),
    "unreached-question": Code(
        "A question whose views no play opens",
        meaning="No scene asks it, or none that is reached.",
        why="Nobody can read what the schools say to it.",
        advice="Name it under `asks:` of a scene that is reached.",
        wrong="""
questions:
  who_crossed: <--
    title: Who crossed?
scenes:
  far_bank:
    asks: []
""",
        right="""
questions:
  who_crossed:
    title: Who crossed?
scenes:
  far_bank:
    asks: who_crossed
""",
    ),
}
