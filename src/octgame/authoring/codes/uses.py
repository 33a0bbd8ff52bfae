"""What `octgame explain` says about what is written and not used, and about dates."""

from octgame.loading.diagnostics import Code

USES: dict[str, Code] = {
    "skeleton": Code(
        "A sentence of `octgame new`",
        meaning="Where you were to write something, the skeleton's own words stand.",
        why="They would be shown to the player.",
        advice="Write what is asked for there, or delete the key if it may be missing.",
        wrong="""
scenes:
  landing:
    choices:
      bail:
        text: Say here what the player does. <--
""",
        right="""
scenes:
  landing:
    choices:
      bail:
        text: Bail out the water.
""",
    ),
    "never-read": Code(
        "A variable that no condition reads",
        meaning="Choices set it, and nothing hangs on it.",
        why="It is remembered for nothing, and what was to hang on it does not.",
        advice="Let something depend on it, or delete it.",
        wrong="""
story:
  variables:
    cold: {type: flag, start: no} <--
scenes:
  landing:
    choices:
      bail:
        text: Bail out the water.
        set: {cold: yes}
""",
        right="""
story:
  variables:
    cold: {type: flag, start: no}
scenes:
  landing:
    choices:
      bail:
        text: Bail out the water.
        set: {cold: yes}
  midstream:
    text:
      - Ice scrapes along the side.
      - {if: cold, text: You cannot feel the oars.}
""",
    ),
    "never-set": Code(
        "A variable that no choice sets",
        meaning="Conditions read it, and it keeps its start for ever.",
        why="What hangs on it is always shown, or never.",
        advice="Let a choice set it, or delete it.",
        wrong="""
story:
  variables:
    cold: {type: flag, start: yes} <--
scenes:
  midstream:
    text:
      - Ice scrapes along the side.
      - {if: cold, text: You cannot feel the oars.}
""",
        right="""
story:
  variables:
    cold: {type: flag, start: yes}
scenes:
  landing:
    choices:
      bail:
        text: Put on the mittens and bail out the water.
        set: {cold: no}
  midstream:
    text:
      - Ice scrapes along the side.
      - {if: cold, text: You cannot feel the oars.}
""",
    ),
    "unused": Code(
        "Something that nothing uses",
        meaning="A variable is neither set nor read, a card neither found nor shown, a"
        " fact told nowhere, a source named by nothing, a codex entry linked to by no"
        " text.",
        why="It is written and no player ever meets it.",
        advice="Use it, or delete it.",
        wrong="""
sources:
  ledger: <--
    title: The ledger
    author: The owner of the boat
    year: 1917
    checked: read
""",
        right="""
sources:
  ledger:
    title: The ledger
    author: The owner of the boat
    year: 1917
    checked: read
facts:
  ice_that_night:
    sources: [gauge, ledger]
""",
    ),
    "out-of-order": Code(
        "A scene that is earlier than the one before it",
        meaning="Within an act the scenes that one role meets follow each other in"
        " time; this one does not.",
        why="The player would go back in time without being told.",
        advice="Reorder the act, or mend the date.",
        wrong="""
scenes:
  far_bank:
    when: 1917-10-24 20:00 <--
""",
        right="""
scenes:
  far_bank:
    when: 1917-10-25 20:00
""",
    ),
    "made-before": Code(
        "A card made before what it speaks of",
        meaning="Its `made:` is earlier than its `about:`.",
        why="The card shows how long after it was made; here that is less than"
        " nothing.",
        advice="Mend one of the dates. A plan or an announcement may be accepted.",
        wrong="""
cards:
  fare_book:
    made: 1917-10-24 <--
    about: 1917-10-25
""",
        right="""
cards:
  fare_book:
    made: 1917-10-25
    about: 1917-10-25
""",
    ),
    "leans-ahead": Code(
        "A view that leans on a card of a later time",
        meaning="The card was not yet made when the view was written.",
        why="Nobody can have written from a paper that was not there.",
        advice="Lean on another card, or write the view later.",
        wrong="""
cards:
  fare_book:
    made: 1960
questions:
  who_crossed:
    views:
      river:
        written: about 1930
        leans_on: [fare_book] <--
      bank:
        written: about 1990
""",
        right="""
cards:
  fare_book:
    made: 1917-10-25
questions:
  who_crossed:
    views:
      river:
        written: about 1930
        leans_on: [fare_book]
      bank:
        written: about 1990
""",
    ),
    "crowded-act": Code(
        "An act with too many new people or terms",
        meaning="The scenes that one role meets in this act link to more than seven"
        " people, or six terms, that no act before has introduced.",
        why="Nobody keeps more of them apart, and the next ones are not read.",
        advice="Introduce some in another act, or tell of them without a name.",
        wrong="""
story:
  acts:
    crossing: <--
      title: The Crossing
      scenes: [landing, hut, midstream, far_bank, home]
codex:
  oar: {kind: term, title: Oar, text: Of ash.}
  thole: {kind: term, title: Thole, text: Holds the oar.}
  stem: {kind: term, title: Stem, text: The fore end.}
  thwart: {kind: term, title: Thwart, text: You sit on it.}
  bilge: {kind: term, title: Bilge, text: Where the water is.}
  painter: {kind: term, title: Painter, text: A rope.}
  gunwale: {kind: term, title: Gunwale, text: The rim.}
scenes:
  landing:
    text: "[Oar](oar), [thole](thole), [stem](stem), [thwart](thwart),
      [bilge](bilge), [painter](painter), [gunwale](gunwale): all wet."
""",
        right="""
story:
  acts:
    crossing:
      title: The Crossing
      scenes: [landing, hut, midstream, far_bank, home]
codex:
  oar: {kind: term, title: Oar, text: Of ash.}
  thole: {kind: term, title: Thole, text: Holds the oar.}
scenes:
  landing:
    text: "[Oar](oar), [thole](thole), and all the rest: wet."
""",
    ),
    "idle-acceptance": Code(
        "An acceptance that accepts nothing",
        meaning="`accepts:` names a finding that there is not, or no more, on this"
        " thing or within it.",
        why="The next finding of its kind would be accepted unread.",
        advice="Take it away, or write it where the finding is.",
        wrong="""
scenes:
  midstream:
    accepts: {out-of-order: The crossing is told after the landing.} <--
""",
        right="""
scenes:
  midstream:
    when: 1917-10-25 17:30
    accepts: {out-of-order: The crossing is told after the landing.}
""",
    ),
}
