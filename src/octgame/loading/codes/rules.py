"""What `octgame explain` says of scenes and choices that break a rule."""

from octgame.loading.diagnostics import Code

RULES: dict[str, Code] = {
    "no-way-on": Code(
        "A scene that leads nowhere",
        meaning="It has no choices and no ways, and is no ending.",
        why="The play would stand still in it.",
        advice="Give it `choices:`, `ways:` or `ending: yes`.",
        wrong="""
scenes:
  home: <--
    title: Home
    ending: no
""",
        right="""
scenes:
  home:
    title: Home
    ending: yes
""",
    ),
    "two-ways-on": Code(
        "A scene that goes on in two manners",
        meaning="It has two of `choices:`, `ways:` and `ending: yes`.",
        why="Choices wait for the player, ways do not, and an ending ends.",
        advice="Keep one of them.",
        wrong="""
scenes:
  home:
    choices:
      again: {text: Push off again., to: landing}
    ending: yes <--
""",
        right="""
scenes:
  home:
    ending: yes
""",
    ),
    "two-moves": Code(
        "A choice that asks two things at once",
        meaning="A choice is made for each card, or asks a belief, an order or a"
        " sorting.",
        why="The player answers one thing at a time.",
        advice="Make two choices of it, the first with `to: here`.",
        wrong="""
scenes:
  far_bank:
    choices:
      decide:
        text: Who were they?
        believes: who_crossed
        sorts: [two_crossed] <--
""",
        right="""
scenes:
  far_bank:
    choices:
      decide:
        text: Who were they?
        believes: who_crossed
      sort:
        text: How sure is it that there were two?
        sorts: [two_crossed]
        to: here
        once: yes
""",
    ),
    "was-clash": Code(
        "An older key that another choice has",
        meaning="`was:` names a key that another choice of the scene has or had.",
        why="An old save would not know which of the two was taken.",
        advice="Leave the older key to one choice.",
        wrong="""
scenes:
  landing:
    choices:
      bail:
        text: Bail out the water.
        was: [row] <--
""",
        right="""
scenes:
  landing:
    choices:
      bail:
        text: Bail out the water.
        was: [scoop]
""",
    ),
    "it-outside-each": Code(
        "`it` where there is no card",
        meaning="`it` is the card of a choice that `each: box` makes for every card.",
        why="Anywhere else it stands for nothing.",
        advice="Add `each: box`, or name the card.",
        wrong="""
scenes:
  far_bank:
    choices:
      hand_over:
        text: Let them have the book.
        puts_out: it <--
        to: here
""",
        right="""
scenes:
  far_bank:
    choices:
      hand_over:
        text: Let them have {card}.
        each: box
        puts_out: it
        to: here
""",
    ),
    "missing-step-back": Code(
        "A content note without a way round",
        meaning="A scene has `note:` and no `step_back:`.",
        why="Whoever is warned must be able to go on without the scene.",
        advice="Add `step_back:`, what happened, in a few plain lines.",
        wrong="""
scenes:
  midstream:
    note: Somebody nearly drowns. <--
""",
        right="""
scenes:
  midstream:
    note: Somebody nearly drowns.
    step_back: The boat was seen on the far side before eight.
""",
    ),
    "scene-in-two-acts": Code(
        "A scene in two acts",
        meaning="The lists of two acts name it.",
        why="`to: next` would not know which of two scenes comes after it.",
        advice="Leave it in one act.",
        wrong="""
story:
  acts:
    crossing: {title: Over, scenes: [landing, hut, midstream, far_bank]}
    return: {title: Back, scenes: [far_bank, home]} <--
""",
        right="""
story:
  acts:
    crossing: {title: Over, scenes: [landing, hut, midstream, far_bank]}
    return: {title: Back, scenes: [home]}
""",
    ),
}
