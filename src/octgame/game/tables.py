"""The same machine by looking up: each page and each move is worked out only once.

What was never met is asked of `page` and `take`, so that there is one machine; what
they answer is kept under the bits that they may have looked at.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from octgame.game import offers
from octgame.game.conditions import holds
from octgame.game.nodes import Box, Change, Edge, Node, Packed, PerCard, Row, Used, View
from octgame.game.offers import Move
from octgame.game.packed import Layout
from octgame.game.page import Page
from octgame.game.paging import page, putting_out
from octgame.game.path import Step
from octgame.game.program import Program
from octgame.game.reads import Position, Reads, position
from octgame.game.state import State, bits
from octgame.game.step import take
from octgame.story.frame import BOX_PLACES

BOXES = 4096
"""How many boxes are remembered with what is shown of them."""

_BEFORE = ((-1, -1),)
"""Stands for whatever was used before in the visit."""

_new = tuple.__new__


class Tables:
    """A program with all that was worked out of it.

    It grows with what is met, so it is for many plays of one story, not for one.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.layout = Layout(program)
        self.reads = Reads(program, self.layout)
        self._nodes: dict[Position, Node] = {}
        self._out = [putting_out(program, at) for at in range(len(program.cards))]
        self._box = lru_cache(BOXES)(self._box_of)

    def pack(self, state: State) -> Packed:
        """A state as the tables know it."""
        node = self.node(position(state))
        return node, self.layout.pack(state), self._box(state.box), state.used

    def state(self, packed: Packed) -> State:
        """The state that was packed."""
        node, knows, box, used = packed
        return self._state(node, knows, box.cards, used)

    def page(self, packed: Packed, path: Sequence[Step] = ()) -> Page:
        """What `paging.page` gives."""
        node, knows, box, _ = packed
        view = node.views.get(knows & node.reads) or self._view(packed)
        if view.composed:
            return page(self.program, self.state(packed), path)
        head = view.head
        if view.rows:
            rows = self._rows(view, packed)
            head = (*head[:-1], tuple([offer for offer, _ in rows]))
        aside = view.aside + box.out if view.out else ()
        return _new(Page, head + (aside, box.ids) + view.tail)  # noqa: RUF005 - faster

    def moves(self, packed: Packed) -> list[Edge]:
        """The open ones of `offers.moves`, in their order."""
        node = packed[0]
        view = node.views.get(packed[1] & node.reads) or self._view(packed)
        if view.rows:
            return [edge for _, edge in self._rows(view, packed) if edge.move.open]
        return view.edges

    def asides(self, packed: Packed) -> list[Edge]:
        """What `offers.asides` gives."""
        beside = offers.asides(self.program, self.state(packed))
        return [self._edge(packed[0], move) for move in beside]

    def take(self, packed: Packed, edge: Edge) -> Packed:
        """The state that `step.take` gives for a move of this one.

        Raises:
            StoryError: The story leads nowhere from here, or loops by itself.
        """
        _, knows, box, used = packed
        change = edge.changes.get(knows & edge.reads) or self._change(packed, edge)
        knows = knows & change.keeps | change.sets
        if change.new is not None:
            box = self._swapped(box, change.out, change.new)
            knows |= box.knows
        if change.used is not None:
            used = used + change.used if change.used else ()
        return change.node, knows, box, used

    def node(self, where: Position) -> Node:
        """The node of a position; there is one for each."""
        node = self._nodes.get(where)
        if node is None:
            looks = self.reads.page(where)
            node = self._nodes[where] = Node(where, looks, looks.all)
        return node

    def _swapped(self, box: Box, out: int, new: Box) -> Box:
        """A box after cards were put out and others put in."""
        if out:
            left = tuple([card for card in box.cards if not out >> card & 1])
            return self._box(left + new.cards)
        cards = box.cards + new.cards
        knows = box.knows | new.knows
        if len(cards) >= BOX_PLACES:
            knows |= self.layout.full
        return Box(cards, box.ids + new.ids, box.out + new.out, knows)

    def _edge(self, node: Node, move: Move) -> Edge:
        edge = node.edges.get(move)
        if edge is None:
            edge = Edge(move, self.reads.move(node.position, move))
            node.edges[move] = edge
        return edge

    def _change(self, packed: Packed, edge: Edge) -> Change:
        """What a move does: worked out twice, all that it does not read off and on.

        A bit that is off after both is cleared, one that is on after both is set, any
        other is left as it was.
        """
        layout, (node, knows, box, _) = self.layout, packed
        read = knows & edge.reads
        off, on = (
            take(
                self.program, self._state(node, seen, box.cards, _BEFORE), edge.move
            ).state
            for seen in (read, read | layout.learnt & ~edge.reads)
        )
        to = self.node(position(off))
        if to is not self.node(position(on)):
            raise AssertionError(f"{edge.move.id} reads more than {edge.reads:b}")
        first, second = (layout.pack(after) & layout.learnt for after in (off, on))
        out = bits(card for card in box.cards if card not in off.box)
        new = tuple(card for card in off.box if card not in box.cards)
        boxed = out or new
        change = edge.changes[read] = Change(
            keeps=first | second | (0 if boxed else layout.boxed),
            sets=first & second,
            node=to,
            out=out,
            new=self._box(new) if boxed else None,
            used=None if off.used == _BEFORE else off.used[1:],
        )
        return change

    def _view(self, packed: Packed) -> View:
        """A page without its cards, and its moves: worked out where it says more."""
        (node, knows, *_), state = packed, self.state(packed)
        looks = node.looks
        says = (
            knows & looks.bits,
            *(holds(code, state, it) for code, it in looks.conditions),
        )
        view = node.said.get(says)
        if view is None:
            view = node.said[says] = self._viewed(node, state)
        node.views[knows & node.reads] = view
        return view

    def _viewed(self, node: Node, state: State) -> View:
        """The page and the moves that `page` and `moves` give."""
        shown = page(self.program, state)
        found = offers.moves(self.program, state)
        rows = [
            (offer, self._edge(node, move))
            for offer, move in zip(shown.offers, found, strict=True)
        ]
        fields, at = tuple(shown), Page._fields.index("aside")
        return View(
            head=fields[:at],
            tail=fields[at + 2 :],
            aside=tuple(offer for offer in shown.aside if not offer.card),
            out=not (state.asks or state.ended),
            edges=[edge for _, edge in rows if edge.move.open],
            rows=tuple(self._per_card(state, rows)),
            composed=self.reads.composes(node.position),
        )

    def _per_card(self, state: State, rows: list[Row]) -> Iterator[Row | PerCard]:
        """Nothing, or every row, those of the box's cards as one."""
        if state.asks:
            if state.asks[0].kind == "put_out":
                yield PerCard(-1, -1, 1, {})
                yield rows[-1]
            return
        choices = self.program.scenes.nth(state.scene).choices
        if state.ended or not any(choice.each for choice in choices):
            return
        for index, choice in enumerate(choices):
            if choice.each:
                yield PerCard(index, choice.each, choice.times, {})
            else:
                yield from (row for row in rows if row[1].move.choice == index)

    def _rows(self, view: View, packed: Packed) -> list[Row]:
        """What is offered where cards in the box are."""
        _, _, box, used = packed
        found: list[Row] = []
        for row in view.rows:
            if not isinstance(row, PerCard):
                found.append(row)
                continue
            done = [card for choice, card in used if choice == row.choice]
            if len(done) >= row.times:
                continue
            for card in box.cards:
                if row.fits >> card & 1 and card not in done:
                    if card not in row.rows:
                        self._learn(view, packed)
                    known = row.rows[card]
                    if known is not None:
                        found.append(known)
        return found

    def _learn(self, view: View, packed: Packed) -> None:
        """Work out what is offered for each card in the box."""
        node, knows, box, _ = packed
        state = self._state(node, knows, box.cards, ())
        found = offers.moves(self.program, state)
        rows = {
            (move.choice, move.item): (offer, self._edge(node, move))
            for offer, move in zip(page(self.program, state).offers, found, strict=True)
        }
        for row in view.rows:
            if isinstance(row, PerCard):
                row.rows.update(
                    {card: rows.get((row.choice, card)) for card in state.box}
                )

    def _box_of(self, cards: tuple[int, ...]) -> Box:
        return Box(
            cards,
            tuple([self.program.cards.ids[card] for card in cards]),
            tuple([self._out[card] for card in cards]),
            self.layout.of_box(cards),
        )

    def _state(
        self,
        node: Node,
        knows: int,
        cards: tuple[int, ...],
        used: Used,
    ) -> State:
        return State(
            **node.position._asdict(),
            **self.layout.unpack(knows),
            box=cards,
            used=used,
        )
