"""What `octgame explain` says about single characters of a file."""

from octgame.loading.diagnostics import Code

CHARACTERS: dict[str, Code] = {
    "tab": Code(
        "A tab",
        meaning="A line is indented or divided by the tab key's character.",
        why="A tab is as wide as each program pleases; YAML counts columns.",
        advice="Let your editor write spaces for the tab key.",
        wrong="""
codex:
\tglove: {kind: term, title: A glove, text: Of wool.} <--
""",
        right="""
codex:
  glove: {kind: term, title: A glove, text: Of wool.}
""",
    ),
    "line-break": Code(
        "An unusual end of line",
        meaning="A character stands here that ends lines in some programs only.",
        why="They would count lines otherwise than this one does.",
        advice="Save the file with ordinary line ends, LF or CRLF.",
        wrong="""
scenes:
  hut:
    title: The\rHut <--
""",
        right="""
scenes:
  hut:
    title: The Hut
""",
    ),
    "unsafe-character": Code(
        "A character that may not be shown",
        meaning="It cannot be seen, turns the writing round or commands the terminal.",
        why="Invisible writing deceives the reader, and you.",
        advice="Delete it; it often comes along when text is copied from a web page.",
        wrong="""
scenes:
  hut:
    title: The\u200bHut <--
""",
        right="""
scenes:
  hut:
    title: The Hut
""",
    ),
    "unsafe-escape": Code(
        "An escape for what may not be shown",
        meaning="Within double quotes `\\e` is ESC, `\\0` is nothing, and so on.",
        why="With ESC a text commands the terminal.",
        advice="Delete it; to write a backslash itself, double it.",
        wrong=r"""
scenes:
  hut:
    title: "\e[2JThe Hut" <--
""",
        right="""
scenes:
  hut:
    title: "The Hut"
""",
    ),
}
