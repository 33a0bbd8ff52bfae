"""What `octgame explain` says about signs that mean something to YAML."""

from octgame.loading.diagnostics import Code

QUOTE = "Put the text in quotes, or on its own lines under `|`."

SIGNS: dict[str, Code] = {
    "alias": Code(
        "Unquoted text that begins with `*`",
        meaning="To YAML `*` at the start means: repeat what was named before.",
        why="A story has no such thing, since a small file could then hold a huge"
        " story; so the sign can only be meant as emphasis.",
        advice=QUOTE,
        wrong="""
scenes:
  hut:
    text: *The stove* is out. <--
""",
        right="""
scenes:
  hut:
    text: "*The stove* is out."
""",
    ),
    "anchor": Code(
        "Unquoted text that begins with `&`",
        meaning="To YAML `&` at the start names a value, to repeat it later.",
        why="A story has no such thing, and the sign would be lost.",
        advice=QUOTE,
        wrong="""
scenes:
  hut:
    text: &c. is all that he wrote. <--
""",
        right="""
scenes:
  hut:
    text: "&c. is all that he wrote."
""",
    ),
    "tag": Code(
        "Unquoted text that begins with `!`",
        meaning="To YAML `!` at the start gives the type of a value.",
        why="A story's fields have their types already, and the word would be lost.",
        advice=QUOTE,
        wrong="""
scenes:
  hut:
    text: !Closed <--
""",
        right="""
scenes:
  hut:
    text: '!Closed'
""",
    ),
    "sign-at-start": Code(
        "Unquoted text that begins with a sign of YAML",
        meaning="`@`, `%`, `>`, `|`, `?`, a backquote, a comma and closing brackets"
        " have a meaning there.",
        why="`>` begins a quotation only within quotes or under `|`; unquoted it"
        " folds lines.",
        advice=QUOTE,
        wrong="""
scenes:
  hut:
    text: > Pay at the bank. <--
""",
        right="""
scenes:
  hut:
    text: "> Pay at the bank."
""",
    ),
    "directive": Code(
        "A YAML directive",
        meaning="A line that begins with `%` speaks to the YAML program.",
        why="A story has nothing to say to it.",
        advice="Delete the line.",
        wrong="""
%YAML 1.2 <--
---
codex: {}
""",
        right="""
codex: {}
""",
    ),
    "merge-key": Code(
        "A merge key",
        meaning="`<<` copies fields from elsewhere into this entry.",
        why="Nobody who reads the entry sees what it holds.",
        advice="Write the fields out.",
        wrong="""
codex:
  glove:
    <<: {kind: term} <--
    kind: term
    title: A glove
    text: Of wool.
""",
        right="""
codex:
  glove:
    kind: term
    title: A glove
    text: Of wool.
""",
    ),
    "bracket": Code(
        "Brackets that do not match",
        meaning="Unquoted text that begins with `[` or `{` is a list or a mapping,"
        " and must end with its twin.",
        why="A link at the beginning of a text looks like a list to YAML.",
        advice=QUOTE,
        wrong="""
scenes:
  hut:
    text: [The book](fare_book) is open. <--
""",
        right="""
scenes:
  hut:
    text: "[The book](fare_book) is open."
""",
    ),
    "colon-in-text": Code(
        "A colon within unquoted text",
        meaning="A colon and a space make a key of what stands before them.",
        why="The line would be a key of a key, and not the text that you wrote.",
        advice=QUOTE,
        wrong="""
scenes:
  hut:
    title: The Hut: Evening <--
""",
        right="""
scenes:
  hut:
    title: "The Hut: Evening"
""",
    ),
    "comma-in-text": Code(
        "A comma in text between braces",
        meaning="Between { and } a comma ends a value, and what follows it is the next"
        " key.",
        why="The rest of the sentence would be a key that nothing knows.",
        advice="Put the text in quotes.",
        wrong="""
codex:
  glove: {kind: term, title: A glove, text: Of wool, and warm.} <--
""",
        right="""
codex:
  glove: {kind: term, title: A glove, text: "Of wool, and warm."}
""",
    ),
    "unclosed-quote": Code(
        "A quotation mark that is never closed",
        meaning="A text begins with a quotation mark and has no second one.",
        why="All that follows is then part of the text.",
        advice="Close it; put text that holds an apostrophe in double quotes.",
        wrong="""
codex:
  glove: {kind: term, text: Of wool., title: "A glove} <--
""",
        right="""
codex:
  glove: {kind: term, text: Of wool., title: "A glove"}
""",
    ),
    "text-after-quote": Code(
        "Text after a closing quotation mark",
        meaning="A text that begins with a quotation mark ends with its twin.",
        why="What stands behind it would be lost.",
        advice="Put the whole in the other kind of quotes, or use “ and ”.",
        wrong="""
scenes:
  hut:
    text: "Two," says the book. <--
""",
        right="""
scenes:
  hut:
    text: '"Two," says the book.'
""",
    ),
    "bad-escape": Code(
        "An escape that is none",
        meaning="Within double quotes a backslash begins an escape, such as `\\n`.",
        why="YAML does not know this one, so nobody knows what was meant.",
        advice="Double the backslash, or use single quotes.",
        wrong=r"""
scenes:
  hut:
    text: "The book: \debts." <--
""",
        right=r"""
scenes:
  hut:
    text: 'The book: \debts.'
""",
    ),
}
