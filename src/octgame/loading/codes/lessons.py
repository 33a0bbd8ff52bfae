"""What `octgame explain` says of lessons that break a rule."""

from octgame.loading.diagnostics import Code

START = """
lessons:
  who_rowed:
    title: Who rowed?
    about: One boat in eight minutes.
    question: who_crossed
    lengths: 8
    steps:
      before:
        title: Before
        vote: {asks: "Who crossed?", believe: who_crossed}
        minutes: 1
        must: yes
"""
END = """
      boat:
        title: The Boat
        show: history
        minutes: 1
        must: yes
      after:
        title: After
        vote: {asks: "Who crossed?", believe: who_crossed}
        minutes: 1
        must: yes
      ticket:
        title: One Claim
        show: ticket
        minutes: 1
        must: yes
"""


def lesson(step: str) -> str:
    """A lesson that is whole, with one more step in it."""
    return f"{START.rstrip()}\n{step.strip(chr(10))}\n{END.strip(chr(10))}"


LESSONS: dict[str, Code] = {
    "two-votes": Code(
        "A vote about two things",
        meaning="It has two of `do:`, `believe:`, `print:` and `keep:`.",
        why="A hand that goes up can answer one question only.",
        advice="Make two steps of it.",
        wrong=lesson("""
      row:
        title: The Row
        scene: midstream
        minutes: 1
        vote:
          asks: Rest, or pull?
          do: [pull, rest]
          print: {two: Two., three: Three.} <--
"""),
        right=lesson("""
      row:
        title: The Row
        minutes: 1
        vote:
          asks: How many?
          print: {two: Two., three: Three.}
"""),
    ),
    "must-be-left-out": Code(
        "A step that is never left out, and is",
        meaning="It has `must: yes`, and `cut:` or `late:` beside it.",
        why="When time runs short the teacher relies on what must be.",
        advice="Take one of the two out.",
        wrong=lesson("""
      row:
        title: The Row
        minutes: 1
        late: drop
        must: yes <--
"""),
        right=lesson("""
      row:
        title: The Row
        minutes: 1
        late: drop
"""),
    ),
    "lesson-role": Code(
        "A scene into which this witness does not come",
        meaning="The scene is for other roles than the one named under `as:`.",
        why="Its text speaks to somebody else.",
        advice="Name one of the scene's roles.",
        wrong="scenes:\n  far_bank:\n    roles: rower"
        + lesson("""
      row:
        title: The Row
        scene: far_bank <--
        minutes: 1
"""),
        right=lesson("""
      row:
        title: The Row
        minutes: 1
"""),
    ),
    "lesson-choice": Code(
        "A choice that the class cannot vote on",
        meaning="The step's scene has no choice of that key, or one that asks for"
        " cards, slips, piles or beliefs.",
        why="A class decides one thing at a time, by a show of hands.",
        advice="Name plain choices of the scene; for a belief there is `believe:`.",
        wrong=lesson("""
      bank:
        title: The Bank
        scene: far_bank
        minutes: 1
        vote:
          asks: What now?
          do:
            - go_home
            - decide <--
"""),
        right=lesson("""
      row:
        title: The Row
        scene: hut
        minutes: 0.5
        vote: {asks: "What now?", do: [take_book, back]}
"""),
    ),
    "many-options": Code(
        "A vote with one option, or with more than six",
        meaning="There are fewer than two options, or more than there are cards to hold"
        " up, from A to F.",
        why="Hands are counted one option after the other, in under ten seconds.",
        advice="Leave some out, or make two votes of it.",
        wrong=lesson("""
      row:
        title: The Row
        minutes: 1
        vote:
          asks: How many?
          print: {two: Two.} <--
"""),
        right=lesson("""
      row:
        title: The Row
        minutes: 1
        vote:
          asks: How many?
          print: {two: Two., three: Three.}
"""),
    ),
}
