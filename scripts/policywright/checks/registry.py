"""The list of all checks: a line for each file of this folder, in the order of the alphabet."""

from __future__ import annotations

from policywright.checks.ambiguous_reference import AmbiguousReference
from policywright.checks.check import Check
from policywright.checks.dangling_reference import DanglingReference
from policywright.checks.duplicate_identifier import DuplicateIdentifier
from policywright.checks.duplicate_reference import DuplicateReference
from policywright.checks.empty_section import EmptySection
from policywright.checks.expired_waiver import ExpiredWaiver
from policywright.checks.footnote_without_text import FootnoteWithoutText
from policywright.checks.identifier_differs_by_case import IdentifierDiffersByCase
from policywright.checks.missing_owner import MissingOwner
from policywright.checks.orphan_annex import OrphanAnnex
from policywright.checks.orphan_document import OrphanDocument
from policywright.checks.overdue_review import OverdueReview
from policywright.checks.plain_text_reference import PlainTextReference
from policywright.checks.reference_to_withdrawn import ReferenceToWithdrawn
from policywright.checks.self_reference import SelfReference
from policywright.checks.superseded_law import SupersededLaw
from policywright.checks.undefined_acronym import UndefinedAcronym
from policywright.checks.undefined_term import UndefinedTerm
from policywright.checks.unfilled_variable import UnfilledVariable
from policywright.checks.unknown_check import UnknownCheck
from policywright.checks.unknown_law import UnknownLaw
from policywright.checks.unknown_variable import UnknownVariable
from policywright.checks.unused_footnote import UnusedFootnote
from policywright.checks.unused_term import UnusedTerm
from policywright.checks.unused_waiver import UnusedWaiver
from policywright.checks.vanished_identifier import VanishedIdentifier

CHECKS: tuple[type[Check], ...] = (
    AmbiguousReference,
    DanglingReference,
    DuplicateIdentifier,
    DuplicateReference,
    EmptySection,
    ExpiredWaiver,
    FootnoteWithoutText,
    IdentifierDiffersByCase,
    MissingOwner,
    OrphanAnnex,
    OrphanDocument,
    OverdueReview,
    PlainTextReference,
    ReferenceToWithdrawn,
    SelfReference,
    SupersededLaw,
    UndefinedAcronym,
    UndefinedTerm,
    UnfilledVariable,
    UnknownCheck,
    UnknownLaw,
    UnknownVariable,
    UnusedFootnote,
    UnusedTerm,
    UnusedWaiver,
    VanishedIdentifier,
)
"""Every check; a test compares it with the folder."""
