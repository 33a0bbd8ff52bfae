"""What `octgame explain` says about files: their names, kinds, sizes and characters."""

from octgame.loading.diagnostics import Code

FILES: dict[str, Code] = {
    "file-name": Code(
        "A name that does not work everywhere",
        "Capital letters, spaces and other alphabets make two files of one, or none,"
        " when a story moves to another computer.",
        "Night of the 25th.yaml",
        "night_of_the_25th.yaml",
        "Use small Latin letters, digits, `_` and `-`; end in `.yaml` or `.yml`.",
    ),
    "too-many-files": Code(
        "Too many files",
        "A story has at most 400 YAML files, three folders deep.",
        "one file for each of 500 scenes",
        "one file for each act",
        "Put several scenes into one file.",
    ),
    "story-too-large": Code(
        "Too large a story",
        "All YAML files of a story together hold at most 16 MiB.",
        "a folder that also holds a collection of data",
        "a folder that holds a story",
        "Take out the files that do not belong to the story.",
    ),
    "file-too-large": Code(
        "Too large a file",
        "One file holds at most 256 KiB, about a hundred and twenty scenes.",
        "scenes.yaml",
        "scenes/petrograd.yaml, scenes/moscow.yaml",
        "Move some of its scenes to a second file.",
    ),
    "file-is-link": Code(
        "A link instead of a file",
        "A link can lead out of the story's folder, so none is followed.",
        "scenes.yaml -> ../elsewhere.yaml",
        "scenes.yaml",
        "Put the file itself into the folder.",
    ),
    "not-a-file": Code(
        "No ordinary file",
        "A folder, a device or a pipe has a name that ends like a YAML file's.",
        "scenes.yaml/",
        "scenes.yaml",
        "Take it out of the story's folder, or name it otherwise.",
    ),
    "file-missing": Code(
        "A file that is not there",
        "It was in the folder when the folder was listed, and is not now.",
        "a file renamed during the check",
        "a file left where it is",
        "Run the check again.",
    ),
    "file-unreadable": Code(
        "A file that cannot be read",
        "The system refuses to hand it out; the message gives its reason.",
        "a file that only another user may read",
        "a file that you may read",
        "See who may read it, and whether the disk is well.",
    ),
    "not-utf8": Code(
        "Another encoding than UTF-8",
        "Older editors on Russian Windows save as cp1251; then letters are guesswork.",
        "a file saved as Windows-1251",
        "the same file saved as UTF-8",
        "In the editor choose “Save with encoding” and UTF-8.",
    ),
    "tab": Code(
        "A tab",
        "A tab is as wide as each program pleases; YAML indents by columns.",
        "scenes:\n\tdoor: {title: The Door}\n",
        "scenes:\n  door: {title: The Door}\n",
        "Let your editor write spaces for the tab key.",
    ),
    "line-break": Code(
        "An unusual end of line",
        "Some programs see a new line there and others do not.",
        "a: 1\rb: 2\n",
        "a: 1\nb: 2\n",
        "Save the file with ordinary line ends, LF or CRLF.",
    ),
    "unsafe-character": Code(
        "A character that may not be shown",
        "Control characters command the terminal; invisible ones and turned writing"
        " deceive the reader.",
        "title: The\u200bDoor\n",
        "title: The Door\n",
        "Delete it; it often comes along when text is copied from a web page.",
    ),
    "unsafe-escape": Code(
        "An escape for what may not be shown",
        "Within double quotes `\\e` is ESC, with which text commands the terminal.",
        'title: "\\e[2J"\n',
        'title: "[2J"\n',
        "Delete it; to write a backslash itself, double it.",
    ),
}
