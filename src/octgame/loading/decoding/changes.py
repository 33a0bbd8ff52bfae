"""Values of variables: their starts, and what a choice sets and adds."""

from abc import abstractmethod

from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import FLAGS, WHOLE, Field, shape
from octgame.loading.source.nodes import MapNode, Node, ScalarNode
from octgame.story.frame import Value, Variable

ROLE = "role"


def value_of(variable: Variable, node: ScalarNode, ctx: Context) -> Value | None:
    """A scalar as a value of this variable, or None where it is none."""
    if variable.type == "word":
        return _word(variable, node, ctx)
    if variable.type == "flag":
        flag = FLAGS.get(node.text)
        if flag is None:
            message = f"“{variable.id}” is yes or no, not “{node.text}”"
            ctx.report(node.at, "wrong-type", message)
        return flag
    number = _whole(variable, node, ctx)
    if number is not None and not variable.least <= number <= variable.greatest:
        ctx.report(
            node.at,
            "out-of-bounds",
            f"“{variable.id}” is from {variable.least} to {variable.greatest},"
            f" not {number}",
        )
        return None
    return number


def _word(variable: Variable, node: ScalarNode, ctx: Context) -> str | None:
    if node.text in variable.words:
        return node.text
    ctx.report(
        node.at,
        "unknown-word",
        f"“{variable.id}” cannot be “{node.text}”",
        suggestion=ctx.nearest(node.text, variable.words),
        hint="One of: " + ", ".join(variable.words) + ".",
    )
    return None


def _whole(variable: Variable, node: ScalarNode, ctx: Context) -> int | None:
    if WHOLE.fullmatch(node.text):
        return int(node.text)
    message = f"“{variable.id}” is a number; “{node.text}” is none"
    ctx.report(node.at, "wrong-type", message)
    return None


class _Changes(Field[dict[str, Value]]):
    """Variables by name, each with a value of its own type."""

    def decode(self, node: Node, ctx: Context, path: Path) -> dict[str, Value] | None:
        """See `Field.decode`."""
        if not isinstance(node, MapNode):
            ctx.report(
                node.at,
                "wrong-type",
                f"“{path[-1]}” is a mapping of variables, not {shape(node)}",
                hint="Write it as {name: value}.",
            )
            return None
        changes: dict[str, Value] = {}
        for name, item in node.pairs:
            ctx.nodes[*path, name.text] = item
            value = self._change(name, item, ctx)
            if value is not None:
                changes[name.text] = value
        return changes if len(changes) == len(node.keys) else None

    def _change(self, name: ScalarNode, item: Node, ctx: Context) -> Value | None:
        variable = self._variable(name, ctx)
        if variable is None:
            return None
        if not isinstance(item, ScalarNode):
            message = f"“{name.text}” takes one value, not {shape(item)}"
            ctx.report(item.at, "wrong-type", message)
            return None
        return self._value(variable, item, ctx)

    def _variable(self, name: ScalarNode, ctx: Context) -> Variable | None:
        """The variable of this name; one that did not decode is reported already."""
        if name.text == ROLE and "roles" in ctx.declared:
            return Variable(ROLE, "word", "", words=tuple(ctx.declared["roles"]))
        if "variables" in ctx.declared and name.text not in ctx.declared["variables"]:
            ctx.report(
                name.at,
                "unknown-variable",
                f"no variable is named “{name.text}”",
                suggestion=ctx.nearest(name.text, [*ctx.declared["variables"], ROLE]),
                hint="Variables are declared in the story section.",
            )
        return ctx.variables.get(name.text)

    @abstractmethod
    def _value(
        self, variable: Variable, item: ScalarNode, ctx: Context
    ) -> Value | None:
        """What the scalar says about this variable, or None."""


class SetField(_Changes):
    """What variables become."""

    doc = "Variables and what each becomes, as `{counted: yes}`; `role` is one too."

    def _value(
        self, variable: Variable, item: ScalarNode, ctx: Context
    ) -> Value | None:
        return value_of(variable, item, ctx)


class AddField(_Changes):
    """What is added to number variables."""

    doc = "Number variables and what is added to each, as `{nerve: -1}`."

    def _value(
        self, variable: Variable, item: ScalarNode, ctx: Context
    ) -> Value | None:
        if variable.type != "number":
            message = f"“{variable.id}” is no number; only `set` can change it"
            ctx.report(item.at, "wrong-type", message)
            return None
        number = _whole(variable, item, ctx)
        span = variable.greatest - variable.least
        if number is not None and not 0 < abs(number) <= span:
            ctx.report(
                item.at,
                "out-of-bounds",
                f"adding {number} to “{variable.id}” does nothing that `set` cannot"
                if number
                else f"adding 0 to “{variable.id}” changes nothing",
                hint=f"It has {span + 1} values.",
            )
            return None
        return number
