"""What `octgame explain` says about files: their names, kinds and sizes."""

from octgame.loading.codes.characters import CHARACTERS
from octgame.loading.diagnostics import Code

NAMES: dict[str, Code] = {
    "file-name": Code(
        "A name that does not work everywhere",
        meaning="The name of a file has capital letters, spaces or other signs.",
        why="Such a name makes two files of one, or none, when a story moves to"
        " another computer.",
        advice="Use small Latin letters, digits, `_` and `-`; end in `.yaml`.",
        wrong="Night of the 25th.yaml",
        right="night_of_the_25th.yaml",
    ),
    "too-many-files": Code(
        "Too many files",
        meaning="A story has at most 400 YAML files, three folders deep.",
        why="A folder of thousands is mostly not the one that was meant.",
        advice="Put several scenes into one file, or check another folder.",
        wrong="a file for each of 500 scenes",
        right="a file for each act",
    ),
    "story-too-large": Code(
        "Too large a story",
        meaning="All YAML files of a story together hold at most 32 MiB.",
        why="Reading it would take the memory of a small computer.",
        advice="Take out the files that do not belong to the story.",
        wrong="a folder that also holds a collection of data",
        right="a folder that holds a story",
    ),
    "file-too-large": Code(
        "Too large a file",
        meaning="One file holds at most 256 KiB, about a hundred and twenty scenes.",
        why="Nobody finds anything in such a file.",
        advice="Move some of its scenes to a second file.",
        wrong="scenes.yaml, of 300 KiB",
        right="petrograd.yaml and moscow.yaml, of 150 KiB each",
    ),
    "file-is-link": Code(
        "A link instead of a file",
        meaning="A file of the story only points to another one.",
        why="A link can lead out of the story's folder, so none is followed.",
        advice="Put the file itself into the folder.",
        wrong="scenes.yaml -> ../elsewhere.yaml",
        right="scenes.yaml",
    ),
    "not-a-file": Code(
        "No ordinary file",
        meaning="A folder, a device or a pipe has a name that ends like a YAML file's.",
        why="There is nothing in it to read, or no end of it.",
        advice="Take it out of the story's folder, or name it otherwise.",
        wrong="a folder called scenes.yaml",
        right="a folder called scenes",
    ),
    "file-missing": Code(
        "A file that is not there",
        meaning="It was in the folder when the folder was listed, and is not now.",
        why="What it held is missing from the story.",
        advice="Run the check again.",
        wrong="a file that is renamed during the check",
        right="a file that stays where it is",
    ),
    "file-unreadable": Code(
        "A file that cannot be read",
        meaning="The system refuses to hand it out; the finding gives its reason.",
        why="What it holds is missing from the story.",
        advice="See who may read it, and whether the disk is well.",
        wrong="a file that only another user may read",
        right="a file that you may read",
    ),
    "not-utf8": Code(
        "Another encoding than UTF-8",
        meaning="The bytes of the file are not text in the one encoding that is read.",
        why="Older editors save as Windows-1251 or the like; then letters are"
        " guesswork.",
        advice="In the editor choose “Save with encoding” and UTF-8.",
        wrong="a file that was saved as Windows-1251",
        right="the same file saved as UTF-8",
    ),
}

FILES: dict[str, Code] = {**NAMES, **CHARACTERS}
"""All that can be wrong with a file before anybody asks what it says."""
