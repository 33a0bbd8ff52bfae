"""Random walks: a pure machine that never raises, digests that tell states apart."""

import marshal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mini import mini_program
from octgame.game.compile import compile_story
from octgame.game.offers import asides, moves
from octgame.game.packing import PackingError, pack, unpack
from octgame.game.paging import page
from octgame.game.state import State, describe, digest
from octgame.game.step import begin, step
from octgame.loading.load import load_files
from small import begun, offered, small, small_files

SEEDS = st.integers(0, 2**32 - 1)
MOST_MOVES = 120


def walk(seed: int) -> list[tuple[State, str]]:
    """The states of a random play, each with the move that is taken there.

    It begins with none to nine cards in the box.
    """
    dice, way = Random(seed), []
    state = begin(mini_program(), box=mini_program().cards.ids[: seed % 10]).state
    for _ in range(MOST_MOVES):
        there = [move.id for move in moves(mini_program(), state) if move.open]
        if dice.random() < 0.1:
            there = [move.id for move in asides(mini_program(), state)] or there
        if not there:
            break
        way.append((state, dice.choice(there)))
        state = step(mini_program(), *way[-1]).state
    return [*way, (state, "")]


@given(SEEDS)
def test_a_random_walk_ends_or_stays_and_never_raises(seed: int) -> None:
    """Every state has a page; one without an open move is an ending."""
    for state, move in walk(seed):
        shown = page(mini_program(), state)
        assert shown.scene in mini_program().scenes
        assert bool(offered(shown)) != shown.ended
        assert len(state.box) == len(set(state.box)) <= 9
        assert set(state.box) <= {i for i in range(99) if state.found >> i & 1}
        if move:
            known = [offer.id for offer in (*shown.offers, *shown.aside)]
            assert move in known
            assert len(known) == len(set(known))


@given(SEEDS)
def test_the_same_step_gives_the_same_turn(seed: int) -> None:
    """A pure machine: same state and move, same turn; hashable and comparable."""
    for state, move in walk(seed)[:-1]:
        once, twice = (step(mini_program(), state, move) for _ in range(2))
        assert once == twice
        assert hash(once.state) == hash(twice.state)


@given(SEEDS)
def test_taken_back_and_done_again_is_the_same_page(seed: int) -> None:
    """After any play, undo then redo changes nothing."""
    box = mini_program().cards.ids[: seed % 10]
    play = begun(mini_program(), *(move for _, move in walk(seed)[:-1]), box=box)
    shown = play.page
    if play.undo():
        play.redo()
    assert play.page == shown


@given(SEEDS)
def test_states_that_play_differently_have_different_digests(seed: int) -> None:
    """Two states of one digest offer the same moves and differ in telling only."""
    known: dict[str, State] = {}
    for state, _ in walk(seed):
        untold = state._replace(told=(), passed=(), stayed=False)
        there = known.setdefault(digest(mini_program(), state), untold)
        assert there == untold
    assert len(set(known.values())) == len(known)


TWO = """
a:
  title: A
  text: A.
  choices:
    find: {text: Find., finds: [pay_list], to: here, once: yes}
    go: {text: Go., set: {word: coup}}
b: {title: B, text: B., choices: {go: {text: Go.}}}
"""


def test_a_digest_is_the_same_after_edits_that_change_no_id() -> None:
    """Other words, another order, a scene more: a play that stands reads the same."""
    moves_taken = ("find", "_keep:pay_list", "go")
    before = begun(small(TWO), *moves_taken)
    edited = (
        "z: {title: Z, text: Z., choices: {go: {text: Go., to: a}}}\n"
        + TWO.replace("text: Find.", "text: Look under the desk.")
    )
    files = small_files(edited, ("a b end z",))
    files["story.yaml"] = files["story.yaml"].replace(b"start: z", b"start: a")
    files["cards.yaml"] = files["cards.yaml"].replace(b"Pay list", b"List of pay")
    loaded = load_files(files)
    assert loaded.story is not None
    after = begun(compile_story(loaded.story, loaded.content), *moves_taken)
    assert after.program.core.content != before.program.core.content
    assert digest(after.program, after.state) == digest(before.program, before.state)


def test_a_state_is_described_in_words() -> None:
    """What the digest hashes can be read: ids, never indices."""
    play = begun(
        mini_program(), "caption:both", "_sure:4", "be_carter", "pick_up_papers"
    )
    play.take("_keep:handbill")
    rows = dict(
        row.split(" ", 1)
        for row in describe(mini_program(), play.state).split("\n")
        if not row.endswith(" ")
    )
    assert rows["scene"] == "river_road"
    assert rows["role"] == "carter"
    assert rows["box"] == "handbill"
    assert rows["beliefs"] == "was_it_seized:both:4"
    assert rows["taken"] == "reading_room.caption,river_road.pick_up_papers"
    assert "rumour=opened" in rows["values"]
    assert rows["asks"].startswith("keep:evening_paper:;keep:wire_district:")


def test_every_question_of_the_engine_is_described() -> None:
    """Note, order, sort, sure and put out stand in the digest too."""
    seen = set()
    for seed in range(60):
        for state, _ in walk(seed):
            text = describe(mini_program(), state).split("\nasks ")[1].split("\n")[0]
            seen |= {ask.split(":")[0] for ask in text.split(";")}
    assert seen == {"", "note", "keep", "put_out", "sure", "order", "sort"}


def test_a_program_is_the_same_when_it_was_packed() -> None:
    """Everything comes back, and plays and hashes as before."""
    again = unpack(pack(mini_program()))
    assert again == mini_program()
    for seed in range(5):
        for state, move in walk(seed):
            assert page(again, state) == page(mini_program(), state)
            if move:
                assert step(again, state, move) == step(mini_program(), state, move)


def test_a_packed_thing_is_unpacked_when_it_is_asked_for() -> None:
    """A start reads the first scene's things, not the whole story."""
    packed = pack(mini_program())
    packed["cards"]["newsreel"] = marshal.dumps(["NoSuchClass"])
    again = unpack(packed)
    assert page(again, begin(again).state).scene == "reading_room"
    assert len(again.cards) == len(mini_program().cards)
    with pytest.raises(KeyError, match="NoSuchClass"):
        again.cards["newsreel"]


@pytest.mark.parametrize("core", [{}, {"core": 1}, {"core": ["Nothing"]}])
def test_what_was_not_packed_by_us_is_refused(core: dict[str, object]) -> None:
    """A cache that is anything else means compiling again."""
    shelves = pack(mini_program()) if core.get("core") == ["Nothing"] else {}
    with pytest.raises(PackingError):
        unpack({**shelves, **core})
