"""The schema holds what the design fixes, its page is current, and a broken file says what is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import graph
from graph.errors import DataError
from graph.schema import schema, schema_from_yaml
from graph.schema.page import page

SEED = Path(graph.__file__).parents[1] / "seeds" / "schema.yaml"
PAGE = Path(graph.__file__).parent / "docs" / "schema.md"


def test_the_types_of_the_design_are_there() -> None:
    assert set(schema().nodes) == {"Person", "Agency", "Country", "Agreement", "Meeting", "Article"}
    assert {"REPRESENTS", "ATTENDED", "CO_CHAIRED", "SIGNED"} <= set(schema().edges)


def test_no_node_property_has_a_name_that_engines_take_for_their_own() -> None:
    names = {name for node in schema().nodes.values() for name in node.properties} | set(schema().every_node)
    assert not names & {"id", "title", "type"}


def test_the_reference_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(schema()), "run: python -m graph.schema > graph/docs/schema.md"


def test_every_property_says_what_it_means() -> None:
    assert all(node.what and all(p.what for p in node.properties.values()) for node in schema().nodes.values())
    assert all(edge.what and all(p.what for p in edge.properties.values()) for edge in schema().edges.values())


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("version",), "one", "integer `version`"),
        (("nodes",), [], "`nodes`"),
        (("nodes", "person"), {"what": "x", "key": "x", "properties": {}}, "'person' should be one capitalised word"),
        (("nodes", "Person", "properties"), {"title": {"type": "string", "what": "x"}}, "may be called"),
        (("nodes", "Person", "properties"), {"age": {"type": "years", "what": "x"}}, "type 'years' is none of"),
        (("nodes", "Person", "properties"), {"age": {"type": "integer"}}, "Person.age has no what"),
        (("edges", "OF", "ends"), [["Agency", "Planet"]], "'Planet'"),
        (("edges", "OF", "properties"), {"x": {"type": "date", "what": "x", "shown": "best"}}, "shown 'best'"),
        (("edges", "of"), {"what": "x", "ends": [], "properties": {}}, "in capitals"),
    ],
)
def test_a_broken_schema_says_what_is_broken(path: tuple[str, ...], value: object, message: str) -> None:
    data = yaml.safe_load(SEED.read_text("utf-8"))
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(DataError, match=message):
        schema_from_yaml(yaml.safe_dump(data))
