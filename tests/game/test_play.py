"""A play: undo and redo without limit, notes beside it, lines kept before pages."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from mini import mini_program, wander
from octgame.game import journal
from octgame.game.play import Play
from octgame.game.replay import replay
from octgame.game.state import digest
from octgame.game.step import begin, step
from small import begun, offered

MOVES = ("caption:seized", "_sure:2", "be_keeper", "_go_on", "count_men", "refuse")


def mini(*moves: str) -> Play:
    """The small story after some moves."""
    return begun(mini_program(), *moves)


def test_undo_goes_back_to_the_very_start_and_redo_all_the_way() -> None:
    """Without limit, and every page on the way is the one that was."""
    play = mini()
    pages = [play.page]
    for move in MOVES:
        play.take(move)
        pages.append(play.page)
    for page in reversed(pages[:-1]):
        assert play.undo()
        assert play.page == page
    assert not play.can_undo
    assert not play.undo()
    for page in pages[1:]:
        assert play.redo()
        assert play.page == page
    assert not play.can_redo
    assert not play.redo()


def test_a_new_move_takes_the_place_of_what_was_taken_back() -> None:
    """Redo is gone; the journal still has every line."""
    play = mini(*MOVES)
    play.undo()
    play.take("hand_over")
    assert not play.can_redo
    assert [line.split()[1] for line in play.text[-2:]] == ["undo", "move"]
    assert len(play.text) == 1 + len(MOVES) + 2


def test_a_refused_move_changes_nothing() -> None:
    """Not the journal, not what may be done again."""
    play = mini(*MOVES)
    play.undo()
    before = (play.state, tuple(play.text), play.can_redo)
    with pytest.raises(Exception, match="no choice"):
        play.take("fly")
    assert (play.state, tuple(play.text), play.can_redo) == before


def test_notes_and_sentences_never_touch_the_state() -> None:
    """State, digest, page and redo are what they were; the notes are there."""
    play = mini(*MOVES)
    play.undo()
    before = (play.state, digest(play.program, play.state), play.page, play.can_redo)
    play.note("card:pay_list")
    play.write("They came 100% in order.")
    after = (play.state, digest(play.program, play.state), play.page, play.can_redo)
    assert before == after
    (looked, what), (_, sentence) = play.notes
    assert (looked, what) == ("gatehouse", "card:pay_list")
    assert journal.sentence_of(sentence) == "They came 100% in order."


def test_a_line_is_kept_before_its_page_exists() -> None:
    """At the moment of keeping the play still shows the page before."""
    seen: list[str] = []

    def keep(line: str) -> None:
        seen.append(f"{line.split()[3]} kept on {play.page.scene}")

    play = begun(mini_program(), keep=keep)
    play.take("be_carter")
    assert seen == ["be_carter kept on reading_room"]
    assert play.page.scene == "river_road"


WAYS: dict[str, Callable[[Play], object]] = {
    "take": lambda play: play.take("be_carter"),
    "undo": Play.undo,
    "redo": Play.redo,
    "note": lambda play: play.note("card:pay_list"),
}


@pytest.mark.parametrize("what", WAYS)
def test_where_keeping_fails_the_play_stays_as_it_was(what: str) -> None:
    """And the next line that can be kept joins the chain without a break."""
    play = mini(*MOVES[:3])
    play.undo()

    def full(line: str) -> None:
        raise OSError("no space left", line)

    before = (play.state, play.page, list(play.text), play.can_redo, list(play.notes))
    play.keep = full
    with pytest.raises(OSError, match="no space left"):
        WAYS[what](play)
    now = (play.state, play.page, list(play.text), play.can_redo, list(play.notes))
    assert now == before
    play.keep = None
    WAYS[what](play)
    assert not journal.read("\n".join(play.text)).damage


def test_a_note_that_no_journal_could_hold_is_refused() -> None:
    """A blank in it would break the line."""
    play = mini()
    with pytest.raises(ValueError, match="journal"):
        play.note("card: pay list")
    assert len(play.text) == 1


def test_a_finished_play_offers_nothing_and_can_be_taken_back() -> None:
    """The end is no trap."""
    play = mini()
    wander(play, 1000)
    assert play.page.ended
    assert play.page.offers == play.page.aside == ()
    assert play.undo()
    assert offered(play.page)


class Playing(RuleBasedStateMachine):
    """Any history of a play, beside two lists of moves: taken, and taken back."""

    @initialize()
    def open_the_story(self) -> None:
        """A new play."""
        self.play = mini()
        self.standing: list[str] = []
        self.undone: list[str] = []
        self.notes: list[str] = []

    @precondition(lambda self: not self.play.state.ended)
    @rule(data=st.data())
    def take(self, data: st.DataObject) -> None:
        """One of the moves of the page, beside the story too."""
        page = self.play.page
        moves = offered(page) + [offer.id for offer in page.aside]
        move = data.draw(st.sampled_from(moves))
        self.play.take(move)
        self.standing.append(move)
        self.undone.clear()

    @rule()
    def undo(self) -> None:
        """Back, where there is something to take back."""
        if self.play.undo():
            self.undone.append(self.standing.pop())

    @rule()
    def redo(self) -> None:
        """Forth again, where something was taken back."""
        if self.play.redo():
            self.standing.append(self.undone.pop())

    @rule(sentence=st.text(max_size=20))
    def write(self, sentence: str) -> None:
        """A free sentence."""
        self.play.write(sentence)
        self.notes.append(journal.sentence_note(sentence))

    @rule()
    def reload(self) -> None:
        """Close the program and come back."""
        known = journal.read("\n".join(self.play.text))
        again = replay(self.play.program, known)
        assert not known.damage
        assert not again.notices
        assert again.play.page == self.play.page
        assert again.play.text == self.play.text
        self.play = again.play

    @invariant()
    def the_play_is_the_moves_that_stand(self) -> None:
        """Steps, state, notes and what can be done agree with the lists."""
        state = begin(self.play.program).state
        for move in self.standing:
            state = step(self.play.program, state, move).state
        assert self.play.state == state
        assert [step.move for step in self.play.steps] == self.standing
        assert [note for _, note in self.play.notes] == self.notes
        assert self.play.can_undo == bool(self.standing)
        assert self.play.can_redo == bool(self.undone)


Playing.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestPlaying = Playing.TestCase
