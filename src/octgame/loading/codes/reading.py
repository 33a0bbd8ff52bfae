"""What `octgame explain` says about YAML: what is none, and what a story refuses."""

from octgame.loading.diagnostics import Code

_QUOTE = "Put the text in quotes, or on its own lines under `|`."
_ALIGN = "Begin it in the same column as its neighbours; two spaces a step."

READING: dict[str, Code] = {
    "alias": Code(
        "Unquoted text that begins with `*`",
        "To YAML `*` means: repeat what was named before. A story has no such thing,"
        " since a small file could then hold a huge story; emphasis is quoted.",
        "text: *Aurora* fired.\n",
        'text: "*Aurora* fired."\n',
        _QUOTE,
    ),
    "anchor": Code(
        "Unquoted text that begins with `&`",
        "To YAML `&` names a value to repeat it later. A story has no such thing.",
        "text: &c Everybody.\n",
        'text: "&c Everybody."\n',
        _QUOTE,
    ),
    "tag": Code(
        "Unquoted text that begins with `!`",
        "To YAML `!` gives the type of a value. A story's fields give it themselves.",
        "text: !Attention\n",
        "text: '!Attention'\n",
        _QUOTE,
    ),
    "sign-at-start": Code(
        "Unquoted text that begins with a sign of YAML",
        "`@`, `%`, `>`, `|`, `?`, a backquote, a comma and closing brackets have a"
        " meaning there. `>` begins a quotation only within quotes or under `|`.",
        "text: > All power!\n",
        'text: "> All power!"\n',
        _QUOTE,
    ),
    "directive": Code(
        "A YAML directive",
        "A line that begins with `%` speaks to the YAML program. A story has none.",
        "%YAML 1.2\n---\ncards: {}\n",
        "cards: {}\n",
        "Delete the line.",
    ),
    "merge-key": Code(
        "A merge key",
        "`<<` copies fields from elsewhere; nobody sees what the entry holds.",
        "door:\n  <<: {title: The Door}\n",
        "door:\n  title: The Door\n",
        "Write the fields out.",
    ),
    "duplicate-key": Code(
        "The same key twice",
        "YAML silently keeps the last, and what you wrote first is gone.",
        "title: The Door\ntitle: The Back Door\n",
        "title: The Back Door\n",
        "Rename or delete one of them.",
    ),
    "key-not-text": Code(
        "A list or a mapping as a key",
        "A key is one word before a colon.",
        "[door]: open\n",
        "door: open\n",
        "Write the word alone; put text in quotes.",
    ),
    "several-documents": Code(
        "Several documents in a file",
        "`---` begins a second document, and only one of them would be read.",
        "cards: {}\n---\nfacts: {}\n",
        "cards: {}\nfacts: {}\n",
        "Delete the line `---`, or make two files.",
    ),
    "empty-file": Code(
        "An empty file",
        "There is nothing in it, or nothing but comments.",
        "# to be written\n",
        "cards: {}\n",
        "Delete it, or begin it with a section such as `scenes:`.",
    ),
    "top-level": Code(
        "A file that does not begin with a section",
        "The names at the left margin say what is in a file.",
        "- door\n- window\n",
        "scenes:\n  door: {}\n  window: {}\n",
        "Write `scenes:`, `cards:` or another section, and indent its entries.",
    ),
    "too-deep": Code(
        "Too many lists within lists",
        "At most 12 within each other are read; a story needs seven.",
        "a: [[[[[[[[[[[[1]]]]]]]]]]]]\n",
        "a: [1]\n",
        "Look for stray brackets or for steps of indentation.",
    ),
    "too-many-values": Code(
        "Too much in one file",
        "At most 20 000 values of one file are read.",
        "one file for everything",
        "one file for each act",
        "Move some of its scenes to a second file.",
    ),
    "too-many-errors": Code(
        "Too many errors in one file",
        "After a hundred errors the rest of a file is not read.",
        "a file that was pasted twice into itself",
        "a file whose first errors are mended",
        "Mend the errors listed before; most have one cause.",
    ),
    "text-too-long": Code(
        "Too long a text",
        "One text has at most 16 384 characters, over two thousand words.",
        "a chapter of a book in one field",
        "its paragraphs in scenes",
        "Divide it. A quotation mark that is never closed does this too.",
    ),
    "unclosed-quote": Code(
        "A quotation mark that is never closed",
        "All that follows is then part of the text.",
        'title: "The Door\n',
        'title: "The Door"\n',
        "Close it; within '…' an apostrophe is written twice.",
    ),
    "text-after-quote": Code(
        "Text after a closing quotation mark",
        "A text that begins with a quotation mark ends with its twin.",
        'text: "Bread!" she said.\n',
        "text: '\"Bread!\" she said.'\n",
        "Put the whole in the other kind of quotes, or use “ and ”.",
    ),
    "bad-escape": Code(
        "An escape that is none",
        "Within double quotes `\\` begins an escape such as `\\n`.",
        'text: "A \\door"\n',
        "text: 'A \\door'\n",
        "Double the backslash, or use single quotes.",
    ),
    "bracket": Code(
        "Brackets that do not match",
        "Unquoted text that begins with `[` or `{` is a list or a mapping, and must"
        " end with its twin. A link at the beginning of a text needs quotes.",
        "text: [cadets](cadets) came in.\n",
        'text: "[cadets](cadets) came in."\n',
        _QUOTE,
    ),
    "missing-colon": Code(
        "A line without a colon",
        "A line is `key: value` (a space after the colon), a list item, or text that"
        " goes on and is indented further than its key.",
        "door:\n  title The Door\n  text: Closed.\n",
        "door:\n  title: The Door\n  text: Closed.\n",
        "Write the colon, or indent the text further.",
    ),
    "colon-in-text": Code(
        "A colon within unquoted text",
        "A colon and a space make a key of what stands before them.",
        "published: New York: Norton\n",
        'published: "New York: Norton"\n',
        _QUOTE,
    ),
    "indentation": Code(
        "A line in the wrong column",
        "Entries of one mapping or list begin in one column.",
        "door:\n  title: The Door\n   text: Closed.\n",
        "door:\n  title: The Door\n  text: Closed.\n",
        _ALIGN,
    ),
    "text-after-comment": Code(
        "Text that goes on after a comment",
        "` #` begins a comment, and with it the text has ended.",
        "text:\n  Room #1 was\n  empty.\n",
        'text:\n  "Room #1 was\n  empty."\n',
        _QUOTE,
    ),
    "lost-text": Code(
        "Text lost to a comment",
        "What follows ` #` is a comment and is not in the story. It is a warning where"
        " it looks like text: several words before a single space, or no space after.",
        "text: Smolny, room #18\n",
        "text: 'Smolny, room #18'\n",
        "Quote the text. Before a comment write two spaces, and one after the sign.",
    ),
}
