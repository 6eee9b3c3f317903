"""What a graph may hold: node and edge types, their properties and keys, from seeds/schema.yaml."""

from graph.schema.lives import LIVES, Step, as_properties, life
from graph.schema.reading import EdgeType, NodeType, Property, Schema, Shown, schema, schema_from_yaml

__all__ = [
    "LIVES",
    "EdgeType",
    "NodeType",
    "Property",
    "Schema",
    "Shown",
    "Step",
    "as_properties",
    "life",
    "schema",
    "schema_from_yaml",
]
