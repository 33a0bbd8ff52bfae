"""Whatever an author writes is decoded without an exception."""

from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from octgame.loading.codes import CODES
from octgame.loading.decoding.context import Context
from octgame.loading.decoding.kinds import SECTIONS
from octgame.loading.diagnostics import Diagnostics
from octgame.loading.load import decode
from octgame.loading.source.nodes import ListNode, MapNode, Node, ScalarNode
from octgame.loading.source.reader import read

MINI = Path(__file__).parent.parent / "stories" / "mini"
AT = ("any.yaml", 2, 3)


def mini_trees() -> list[MapNode]:
    """The trees of the small story."""
    into = Diagnostics()
    trees = [read(p.name, p.read_bytes(), into) for p in sorted(MINI.glob("*.yaml"))]
    return [tree for tree in trees if tree is not None]


def texts_of(node: Node) -> set[str]:
    """Every key and every value of a tree."""
    if isinstance(node, ScalarNode):
        return {node.text}
    if isinstance(node, ListNode):
        return {text for item in node.items for text in texts_of(item)}
    return {t for key, item in node.pairs for t in {key.text} | texts_of(item)}


MINI_TREES = mini_trees()
WORDS = sorted({text for tree in MINI_TREES for text in texts_of(tree)})


def word(number: int) -> str:
    """One of the words; hypothesis describes a strategy by all that it samples from."""
    return WORDS[number]


TEXTS = st.integers(0, len(WORDS) - 1).map(word) | st.text(max_size=12)
STYLES = st.sampled_from(("", "'", '"', "|", ">"))
SCALARS = st.builds(partial(ScalarNode, *AT), TEXTS, STYLES)


def map_of(pairs: list[tuple[ScalarNode, Node]]) -> MapNode:
    """A mapping of these."""
    keys = [key for key, _ in pairs]
    return MapNode(*AT, keys, {key.text: value for key, value in pairs})


def maps(values: st.SearchStrategy[Node]) -> st.SearchStrategy[MapNode]:
    """Mappings, each key once."""
    pairs = st.lists(
        st.tuples(SCALARS, values), max_size=6, unique_by=lambda pair: pair[0].text
    )
    return st.builds(map_of, pairs)


def bigger(values: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Lists and mappings of what is there."""
    items = st.lists(values, max_size=4)
    return st.builds(partial(ListNode, *AT), items) | maps(values)


NODES: st.SearchStrategy[Node] = st.recursive(SCALARS, bigger, max_leaves=12)


def nodes_in(node: Node) -> int:
    """How many nodes a tree has, keys aside."""
    if isinstance(node, ScalarNode):
        return 1
    items = node.items if isinstance(node, ListNode) else node.values.values()
    return 1 + sum(nodes_in(item) for item in items)


def replaced(node: Node, number: int, new: Node) -> Node:
    """The tree with its node of this number (in reading order) exchanged."""
    if number == 0:
        return new
    number -= 1
    values = (
        list(node.items)
        if isinstance(node, ListNode)
        else list(node.values.values())
        if isinstance(node, MapNode)
        else []
    )
    for index, value in enumerate(values):
        size = nodes_in(value)
        if number < size:
            values[index] = replaced(value, number, new)
            break
        number -= size
    if isinstance(node, MapNode):
        return map_of(list(zip(node.keys, values, strict=True)))
    return ListNode(*AT, values)


def assert_decodes(trees: list[MapNode]) -> None:
    """A story, or errors that can be explained; never both, never an exception."""
    ctx = Context(Diagnostics())
    story = decode(trees, ctx, whole=True)
    assert (story is None) == bool(ctx.into.errors)
    assert {diagnostic.code for diagnostic in ctx.into.found} <= set(CODES)


@given(st.lists(maps(NODES), max_size=3))
def test_any_tree_decodes_to_a_story_or_to_findings(trees: list[MapNode]) -> None:
    """Trees of the format's own words and of any other text."""
    assert_decodes(trees)


@given(st.sampled_from(sorted(SECTIONS)), NODES)
def test_any_entry_of_any_section_decodes(section: str, entry: Node) -> None:
    """Each kind of thing, with anything in it."""
    inner = map_of([(ScalarNode(*AT, "a_thing"), entry)])
    assert_decodes([map_of([(ScalarNode(*AT, section), inner)])])


@settings(max_examples=300)
@given(st.data())
def test_the_small_story_with_any_node_exchanged_decodes(data: st.DataObject) -> None:
    """Anything at all in the place of any one value of a good story."""
    which = data.draw(st.integers(0, len(MINI_TREES) - 1))
    tree = MINI_TREES[which]
    number = data.draw(st.integers(1, nodes_in(tree) - 1))
    new = replaced(tree, number, data.draw(NODES))
    assert isinstance(new, MapNode)
    assert_decodes([*MINI_TREES[:which], new, *MINI_TREES[which + 1 :]])
