"""A lesson line by line: the same class, for screen readers and pipes."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TextIO

from octgame.classroom.ballot import doubted
from octgame.classroom.moves import close, read_hands, sample, words
from octgame.classroom.sitting import Sitting
from octgame.classroom.slide import Slide
from octgame.errors import OctgameError
from octgame.plain.letters import fit
from octgame.plain.render import LEAST_WIDTH, MOST_WIDTH, block_parts, wrapped
from octgame.story.safe import safe_line

PROMPT = "> "
INTERRUPTED = 130
LETTERS = "ABCDEF"
KINDS = {"do": "Do", "believe": "Believe", "print": "Print"}
HELP = (
    ("an empty line", "the next paragraph; at the end, the papers of the class"),
    ("12 7 4", "the hands counted, which closes the vote; open opens it before"),
    ("both", "after a near tie: read both branches"),
    ("reason WORDS", "a reason of the minority"),
    ("sentence WORDS", "the sentence of the class"),
    ("step back", "a summary instead of the scene"),
    ("short", "when behind the plan: the short path"),
    ("undo", "as often as you like"),
    ("steps, jump 4", "the steps, and going to one"),
    ("source", "where this comes from"),
    ("time", "how late it is"),
    ("again", "the same once more"),
    ("quit", "leave; the class is kept"),
)
MOVES = {"step back": "step_back", "short": "short", "undo": "undo"}
MEANT = {"": "next", "q": "quit", "exit": "quit", "?": "help", "u": "undo"}


class LessonTalk:
    """A class, told line by line.

    Attributes:
        over: Whether the teacher has left.
    """

    def __init__(self, sitting: Sitting, width: int) -> None:
        self.over = False
        self._sitting = sitting
        self._width = max(LEAST_WIDTH, min(width, MOST_WIDTH))
        self._step = 0
        self._doubted = ""

    def opening(self, notices: Sequence[str]) -> list[str]:
        """What stands before the first prompt."""
        said = [*notices, "An empty line goes on; help lists the rest."]
        return [self._sitting.slide.lesson, *self._say(*said), *self._page()]

    def answer(self, typed: str) -> list[str]:
        """What comes of a line that was typed."""
        line = " ".join(safe_line(typed, 400).split())
        word, _, rest = line.partition(" ")
        word = MEANT.get(word.casefold(), word.casefold())
        try:
            return self._told(word, rest, line)
        except OctgameError as problem:
            message = f"{problem.message[:1].upper()}{problem.message[1:]}."
            return self._say(message, problem.hint)

    def _told(self, word: str, rest: str, line: str) -> list[str]:
        slide = self._sitting.slide
        whole = line.casefold()
        if word == "next":
            return self._next()
        if word.replace(",", "").isdigit():
            return self._counted(line)
        if word in ("reason", "sentence") and rest:
            return self._do(words(word, rest))
        if word in ("open", "close"):
            return self._do(word)
        if word == "both":
            told = self._do(word)
            return [*told, *self._say("Both branches are read, one after the other.")]
        if whole in MOVES or word in MOVES:
            return self._do(MOVES[whole if whole in MOVES else word])
        if word == "jump" and rest.isascii() and rest.isdigit():
            path = self._sitting.group.path
            at = int(rest[:4])
            return self._do(f"jump:{path[at - 1].id if 0 < at <= len(path) else rest}")
        looks: dict[str, Callable[[], list[str]]] = {
            "again": self._page,
            "help": lambda: [f"{usage}: {what}." for usage, what in HELP],
            "steps": self._steps,
            "source": lambda: self._say(slide.source or "Nothing here needs a source."),
            "time": lambda: self._say(self._time()),
            "quit": self._quit,
        }
        if word in looks:
            return looks[word]()
        return self._say(f"I do not know {safe_line(word, 40)}. Type help.")

    def _next(self) -> list[str]:
        slide = self._sitting.slide
        if "next" in slide.moves:
            return self._do("next")
        if slide.voting in ("ready", "open"):
            return self._say(_wanted(slide))
        self._sitting.finish()
        self.over = True
        if self._sitting.is_rehearsal:
            return self._say("The end. A rehearsal leaves no papers.")
        papers = ", ".join(self._sitting.papers)
        return self._say(f"The end. In {self._sitting.folder}: {papers}.")

    def _counted(self, line: str) -> list[str]:
        slide = self._sitting.slide
        if slide.motion is None or slide.voting not in ("ready", "open"):
            return self._say("There is no vote here to count hands for.")
        hands = read_hands(line, len(slide.motion.options))
        results = self._sitting.group.results
        doubt = doubted(hands, [result.tally for result in results])
        if doubt and line != self._doubted:
            self._doubted = line
            return self._say(f"{doubt}? Type the same again if that is so.")
        if slide.voting == "ready":
            self._sitting.do("open")
        return self._do(close(hands))

    def _do(self, move: str) -> list[str]:
        self._sitting.do(move)
        return [*self._page(), *self._say(self._sitting.problem)]

    def _page(self) -> list[str]:
        """What would be on the wall."""
        slide = self._sitting.slide
        parts: list[list[str]] = []
        if slide.step != self._step:
            self._step = slide.step
            parts += [self._wrap(line) for line in self._entered(slide)]
        if slide.heading:
            parts.append(self._wrap(slide.heading))
        parts += block_parts(slide.blocks, self._width)
        parts += self._vote(slide)
        return [line for part in parts for line in ("", *part)]

    def _entered(self, slide: Slide) -> list[str]:
        where = (slide.half or slide.role, slide.place, slide.when)
        scene = ". ".join(part for part in where if part)
        head = f"Step {slide.step} of {slide.steps}. {slide.title}. {self._time()}"
        return [head, scene] if scene else [head]

    def _vote(self, slide: Slide) -> list[list[str]]:
        if slide.motion is None:
            return []
        rows = [f"{KINDS[slide.motion.kind]}."]
        for at, option in enumerate(slide.motion.options):
            row = f"{LETTERS[at]}. {option.text}"
            if slide.tally is not None:
                row += f" {slide.tally.counts[at]}"
                if slide.earlier is not None:
                    row += f", before {slide.earlier.counts[at]}"
            rows.append(row)
        standing = {
            "ready": _wanted(slide),
            "open": f"The vote is open. {_wanted(slide)}",
            "sealed": "Counted. The result stays sealed for now.",
        }
        if slide.tally is not None and slide.tied:
            keys = slide.tally.motion.keys
            letters = " and ".join(LETTERS[keys.index(key)] for key in slide.tied)
            rows.append(f"A tie: the class goes with {letters}.")
        if slide.reason:
            rows.append(f"A reason of the minority: {slide.reason}")
        if "both" in slide.moves:
            rows.append("Nearly even: both reads both branches.")
        rows.append(standing.get(slide.voting, ""))
        return [[line for row in rows if row for line in self._wrap(row)]]

    def _steps(self) -> list[str]:
        path = self._sitting.group.path
        rows = [f"{at}. {step.title}" for at, step in enumerate(path, start=1)]
        return ["", *(line for row in rows for line in self._wrap(row))]

    def _time(self) -> str:
        slide, group = self._sitting.slide, self._sitting.group
        late = slide.behind // 60
        rest = f", {late} behind" if late > 0 else ""
        offer = " short takes the short path." if "short" in slide.moves else ""
        passed = self._sitting.seconds // 60
        return f"Minute {passed} of {group.length}{rest}.{offer}"

    def _quit(self) -> list[str]:
        self.over = True
        if self._sitting.is_rehearsal:
            return self._say("Good-bye. A rehearsal is not kept.")
        kept = f"The class is kept in {self._sitting.folder}."
        return self._say(f"Good-bye. {self._sitting.problem or kept}")

    def _say(self, *sentences: str) -> list[str]:
        return [
            line
            for sentence in sentences
            if sentence
            for line in ("", *self._wrap(safe_line(sentence, 1000)))
        ]

    def _wrap(self, text: str) -> list[str]:
        return wrapped(text, self._width)


def _wanted(slide: Slide) -> str:
    """What has to be typed at a vote."""
    options = len(slide.motion.options) if slide.motion else 0
    return f"Type the hands counted, such as {sample(options)}."


def talk(
    sitting: Sitting,
    typed: TextIO,
    shown: TextIO,
    *,
    width: int,
    notices: Sequence[str] = (),
) -> int:
    """Teach until the lesson ends, the teacher leaves, or the input ends.

    Returns:
        The exit code: 0, or 130 where the teacher interrupted.

    Raises:
        BrokenPipeError: Nobody reads any more.
    """
    lesson = LessonTalk(sitting, width)
    spell = partial(fit, encoding=shown.encoding or "utf-8")
    show = partial(_show, shown=shown, spell=spell)
    echo = not typed.isatty()
    try:
        show(lesson.opening(notices))
        while not lesson.over:
            shown.write(f"\n{PROMPT}")
            shown.flush()
            line = typed.readline()
            if echo:
                show([safe_line(line.rstrip("\n"), 400)])
            show(lesson.answer(line or "quit"))
    except KeyboardInterrupt:
        show([""])
        return INTERRUPTED
    finally:
        sitting.leave()
    return 0


def _show(lines: Iterable[str], *, shown: TextIO, spell: Callable[[str], str]) -> None:
    shown.write("".join(f"{spell(line)}\n" for line in lines))
    shown.flush()
