"""What the model lets stand where: texts, lists, names of the editor's own, and things with keys."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from policywright.model.node import Node
from policywright.model.vocabulary import ProseMark, RefersTo, SingleMark


@dataclass(frozen=True, slots=True)
class TextShape:
    """A text, `of` a type of the model.

    `free` where an editor may write any words; `prose` where they may be sentences.
    """

    of: object = str
    free: bool = False
    prose: bool = False


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list of things of one shape; `single` where its only entry may be written without brackets."""

    of: Shape
    single: bool = False


@dataclass(frozen=True, slots=True)
class NamedShape:
    """Things of one shape, each behind a name that the editor chooses."""

    of: Shape


@dataclass(frozen=True, slots=True)
class NodeShape:
    """A thing with keys. Where it may be of several kinds, its key `type` tells which."""

    kinds: tuple[type[Node], ...]


Shape = TextShape | ListShape | NamedShape | NodeShape


@dataclass(frozen=True, slots=True)
class Slot:
    """One key that a thing may have: the model's name for it, what may stand behind it, and what it is for."""

    key: str
    name: str
    shape: Shape
    required: bool
    about: str


@cache
def slots(model: type[Node]) -> dict[str, Slot]:
    """Return the keys that a thing may have, in the model's order."""
    found = (_slot(name, field) for name, field in model.model_fields.items())
    return {slot.key: slot for slot in found}


@cache
def every_key() -> frozenset[str]:
    """Return the keys that anything in the model may have."""
    return frozenset(key for kind in _kinds(Node) for key in slots(kind))


def _kinds(base: type[Node]) -> Iterator[type[Node]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _slot(name: str, field: FieldInfo) -> Slot:
    shape = _shape(field.rebuild_annotation())
    return Slot(field.alias or name, name, shape, field.is_required(), field.description or "")


def _shape(annotation: object) -> Shape:
    metadata, bare = _bare(annotation)
    if bare is bool or get_origin(bare) is Literal:
        return TextShape(annotation)
    if get_origin(bare) is tuple:
        return ListShape(_shape(get_args(bare)[0]), any(isinstance(mark, SingleMark) for mark in metadata))
    if get_origin(bare) is dict:
        return NamedShape(_shape(get_args(bare)[1]))
    if get_origin(bare) in {Union, types.UnionType}:
        return NodeShape(get_args(bare))
    if isinstance(bare, type) and issubclass(bare, Node):
        return NodeShape((bare,))
    return _text(annotation, metadata, bare)


def _bare(annotation: object) -> tuple[tuple[object, ...], object]:
    """Return what annotates a type, and the type itself without `None`."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        metadata, bare = _bare(inner)
        return (*marks, *metadata), bare
    if get_origin(annotation) in {Union, types.UnionType}:
        chosen = [each for each in get_args(annotation) if each is not types.NoneType]
        if len(chosen) == 1:
            return _bare(chosen[0])
    return (), annotation


def _text(annotation: object, metadata: tuple[object, ...], bare: object) -> TextShape:
    prose = any(isinstance(mark, ProseMark) for mark in metadata)
    refers = any(isinstance(mark, RefersTo) for mark in metadata)
    bound = any(getattr(mark, "pattern", None) for mark in metadata)
    return TextShape(annotation, free=prose or (bare is str and not refers and not bound), prose=prose)


def kinds_in(shape: Shape) -> tuple[type[Node], ...]:
    """Return the kinds of things with keys that may stand somewhere, be it in a list or behind names."""
    match shape:
        case ListShape(of=one) | NamedShape(of=one):
            return kinds_in(one)
        case NodeShape(kinds=kinds):
            return kinds
    return ()


def kinds_by_type(shape: NodeShape) -> dict[str, type[Node]]:
    """Return the kinds that a thing may be of, by the word behind its key `type`."""
    return {get_args(kind.model_fields["type"].annotation)[0]: kind for kind in shape.kinds}


def allowed(shape: TextShape) -> tuple[str, ...]:
    """Return the words of which a text must be one; none where it may be another."""
    _, bare = _bare(shape.of)
    return tuple(map(str, get_args(bare))) if get_origin(bare) is Literal else ()


def base(shape: TextShape) -> object:
    """Return what a text becomes in the model: `str`, `bool`, `int` or `date`, without what narrows it."""
    return _bare(shape.of)[1]
