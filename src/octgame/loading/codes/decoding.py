"""What `octgame explain` says of values, keys and ids that are wrong in themselves."""

from octgame.loading.codes.rules import RULES
from octgame.loading.diagnostics import Code

FORMS: dict[str, Code] = {
    "missing-story": Code(
        "There is no story section",
        "The section gives the title, the calendar, the roles and where to start.",
        "scenes:\n  back_door: …",
        "story:\n  id: october\n  title: The Box\n  …",
        "Write it into `story.yaml`, or look whether you stand in the right folder.",
    ),
    "duplicate-section": Code(
        "A second story section",
        "Other sections may stand in many files; a story has one title and one start.",
        "story:                # in a second file\n  title: Another",
        "scenes:\n  …",
        "Move its keys to the first one.",
    ),
    "unknown-section": Code(
        "A section that there is not",
        "The word on top says what kind of thing follows; other words say nothing.",
        "scene:\n  back_door: …",
        "scenes:\n  back_door: …",
        "Use one of the words that the finding lists.",
    ),
    "unknown-key": Code(
        "A key that there is not",
        "A key that nothing reads would be lost in silence.",
        "goto: corridors",
        "to: corridors",
        "Correct the word, or see whether the line is indented under the right thing.",
    ),
    "missing-field": Code(
        "Something required is not there",
        "The game shows it, or cannot go on without it.",
        "back_door:\n  text: Nobody had told us.",
        "back_door:\n  title: The Back Door\n  text: Nobody had told us.",
        "Add the key that the finding names.",
    ),
    "misplaced-key": Code(
        "A key that means something only beside another",
        "Alone it would do nothing, and you meant it to do something.",
        "else: You are too cold.",
        "if: nerve >= 2\nelse: You are too cold.",
        "Add the other key, or take this one out.",
    ),
    "empty-value": Code(
        "A key without a value",
        "An empty text is never meant; text after ` #` is a comment and is lost.",
        "title: # The Back Door",
        "title: The Back Door",
        "Write the value, or take the key out.",
    ),
    "wrong-type": Code(
        "A value of the wrong type",
        "Each key takes one type of value: a line, a number, yes or no, a list, …",
        "once: sometimes",
        "once: yes",
        "Write the type of value that the finding names.",
    ),
    "unknown-word": Code(
        "A word that may not stand here",
        "This key takes one of a few words.",
        "kind: photo",
        "kind: photograph",
        "Use one of the words that the finding lists.",
    ),
    "out-of-bounds": Code(
        "A number beyond its bounds",
        "A variable never leaves its min and max; some keys have bounds of their own.",
        "nerve: {type: number, start: 5, min: 0, max: 4}",
        "nerve: {type: number, start: 4, min: 0, max: 4}",
        "Change the number, or the bounds.",
    ),
    "too-few": Code(
        "Too few to choose from",
        "One answer is no question, and one slip has no order.",
        "answers: {stormed: It was stormed.}",
        "answers: {stormed: It was stormed., filled: It filled with people.}",
        "Add a second one.",
    ),
    "too-long": Code(
        "A text with too many words",
        "Long paragraphs are not read on a screen, least of all by a class.",
        "text: A paragraph of fifty words …",
        "text:\n  - Its first half.\n  - Its second half.",
        "Cut it; a paragraph has 45 words at most, a card 60, a view or entry 80.",
    ),
    "bad-id": Code(
        "Not an id",
        "Ids stand in saves, links and conditions, and must be easy to type.",
        "Back-Door: …",
        "back_door: …",
        "Small Latin letters, digits and `_`, a letter first. A claim is `C189`.",
    ),
    "reserved-id": Code(
        "An id that has a meaning already",
        "`to: next` could mean the next scene or the scene called `next`.",
        "next: {title: Next morning}",
        "next_morning: {title: Next morning}",
        "Choose another id.",
    ),
    "duplicate-id": Code(
        "An id that is taken",
        "A link or a condition names a thing by its id alone.",
        "cards:\n  aurora: …\nscenes:\n  aurora: …",
        "cards:\n  aurora_log: …\nscenes:\n  aurora: …",
        "Give one of the two another id; the finding says where the first one is.",
    ),
    "repeated": Code(
        "The same thing twice in a list",
        "The second mention does nothing; mostly another id was meant.",
        "finds: [tally, tally]",
        "finds: [tally, door_key]",
        "Take one out, or name the one that you meant.",
    ),
    "unknown-id": Code(
        "An id that leads to nothing",
        "Every scene, card, fact, question, source and place named must be written.",
        "to: coridors",
        "to: corridors",
        "Correct it, or write the thing that it should lead to.",
    ),
    "unknown-variable": Code(
        "A variable that is not declared",
        "What a story remembers is declared in its story section, with type and start.",
        "set: {count: yes}",
        "set: {counted: yes}",
        "Correct it, or declare it under `variables:`.",
    ),
    "bad-date": Code(
        "Not a date",
        "Dates are shown in both calendars, so they must be exact.",
        "when: 25.10.1917",
        "when: 1917-10-25",
        "Write year, month, day, and perhaps the hour: `1917-10-25 21:40`.",
    ),
    "bad-condition": Code(
        "Not a condition",
        "Conditions have a small grammar of their own; the finding points into it.",
        "if: nerve = 2",
        "if: nerve == 2",
        "See “Conditions” in the description of the format.",
    ),
    "never-true": Code(
        "A condition that never holds",
        "What stands under it is never shown.",
        "if: nerve > 9             # its max is 4",
        "if: nerve > 3",
        "Correct it, or keep it if you have closed a way on purpose.",
    ),
    "always-true": Code(
        "A condition that always holds",
        "It does nothing; mostly another bound or word was meant.",
        "if: nerve >= 0            # its min is 0",
        "if: nerve >= 1",
        "Correct it, or take it out.",
    ),
}
"""Of single values, whatever the story."""

DECODING: dict[str, Code] = {**FORMS, **RULES}
