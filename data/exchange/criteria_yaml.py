"""YAML <-> the neutral tree of a criteria set: scalars keep their text, so that 0.50 never becomes a float.

Refused are tags of any kind, keys that stand twice, aliases that lead back to themselves, and files that would grow
beyond any table when their aliases are followed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from data.assessment.tree_reading import MOST_DEPTH, shown
from data.errors import Fault

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MOST_NODES = 100_000
_DEEPEST = 4 * MOST_DEPTH
_PLAIN = "tag:yaml.org,2002:"
_TAGS = frozenset(
    _PLAIN + kind for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value")
)
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class YamlTree(NamedTuple):
    """What a YAML text holds.

    Attributes:
        tree: The neutral tree; None when there are faults.
        lines: Place in the tree -> line of the text, from 1.
        faults: What makes it unreadable; the place is the line as text.
    """

    tree: Any
    lines: dict[str, int]
    faults: tuple[Fault, ...]


class _Unreadable(Exception):
    """A text that cannot be followed to its end."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def read_yaml(text: str) -> YamlTree:
    """Read one YAML document; raises nothing."""
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line + 1 if mark is not None else 1
        return YamlTree(None, {}, (Fault("criteria_not_yaml", str(line)),))
    except RecursionError:
        return YamlTree(None, {}, (Fault("criteria_too_deep", "1"),))
    reading = _Reading()
    try:
        tree = reading.value(node, "", ()) if node is not None else None
    except _Unreadable as error:
        return YamlTree(None, reading.lines, (*reading.faults, error.fault))
    return YamlTree(None if reading.faults else tree, reading.lines, tuple(reading.faults))


def yaml_text(tree: dict[str, Any]) -> str:
    """A tree as YAML: keys in their order, numbers plain, texts that look like anything else quoted."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401 - the library's own
            return True

    def plain(dumper: yaml.SafeDumper, value: Decimal) -> ScalarNode:
        return dumper.represent_scalar(_PLAIN + "float", format(value, "f"))

    Dumper.add_representer(Decimal, plain)
    return str(yaml.dump(tree, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=120))


class _Reading:
    """Turns the nodes of a document into a tree."""

    def __init__(self) -> None:
        from yaml import nodes

        self.lines: dict[str, int] = {}
        self.faults: list[Fault] = []
        self._count = 0
        self._kinds = nodes

    def value(self, node: Node, place: str, above: tuple[int, ...]) -> Any:  # noqa: ANN401 - a neutral tree
        """The value of a node."""
        line = str(node.start_mark.line + 1)
        self._count += 1
        self.lines[place] = node.start_mark.line + 1
        if id(node) in above:
            raise _Unreadable(Fault("criteria_circular", line))
        if self._count > MOST_NODES:
            raise _Unreadable(Fault("criteria_too_large", line))
        if len(above) > _DEEPEST:
            raise _Unreadable(Fault("criteria_too_deep", line))
        if node.tag not in _TAGS:
            self.faults.append(Fault("criteria_yaml_tag", line, {"tag": shown(node.tag.removeprefix(_PLAIN))}))
            return None
        inside = (*above, id(node))
        if isinstance(node, self._kinds.MappingNode):
            return self._mapping(node, place, inside)
        if isinstance(node, self._kinds.SequenceNode):
            return self._sequence(node, place, inside)
        return _scalar(node)

    def _mapping(self, node: MappingNode, place: str, above: tuple[int, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            line = str(key.start_mark.line + 1)
            if not isinstance(key, self._kinds.ScalarNode):
                self.faults.append(Fault("criteria_not_yaml", line))
                continue
            if key.value in found:
                self.faults.append(Fault("criteria_key_twice", line, {"key": shown(key.value)}))
            found[key.value] = self.value(value, f"{place}.{key.value}" if place else key.value, above)
        return found

    def _sequence(self, node: SequenceNode, place: str, above: tuple[int, ...]) -> list[Any]:
        return [self.value(each, f"{place}[{number}]", above) for number, each in enumerate(node.value)]


def _scalar(node: Node) -> Any:  # noqa: ANN401 - a neutral tree
    """A scalar: null and true or false where they stand plain, everything else as its text."""
    if getattr(node, "style", None) is None:
        if node.tag == _PLAIN + "null":
            return None
        if node.value in _FLAGS:
            return _FLAGS[node.value]
    return str(node.value)
