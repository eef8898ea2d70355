"""Every fault that reading a file can find. Each is a class whose docstring is its page for editors."""

from __future__ import annotations

from policywright.diagnostics import Rule
from policywright.source.faults.files import (
    ControlCharacter,
    EmptyFile,
    MissingSettings,
    NotUtf8,
    TooLarge,
    UnknownKind,
    UnreadableFile,
    WrongFileName,
)
from policywright.source.faults.keys import DuplicateKey, MissingKey, MissingValue, UnknownKey, WrongShape, WrongValue
from policywright.source.faults.writing import (
    Alias,
    HashCutsProse,
    ProseInBrackets,
    SeveralDocuments,
    Tag,
    TooDeep,
    YamlSyntax,
)

FAULTS: tuple[type[Rule], ...] = (
    UnreadableFile,
    TooLarge,
    NotUtf8,
    ControlCharacter,
    YamlSyntax,
    TooDeep,
    SeveralDocuments,
    Alias,
    Tag,
    EmptyFile,
    UnknownKind,
    MissingSettings,
    WrongFileName,
    DuplicateKey,
    UnknownKey,
    MissingKey,
    MissingValue,
    WrongShape,
    WrongValue,
    ProseInBrackets,
    HashCutsProse,
)
"""Every fault, in the order in which a file meets them."""
