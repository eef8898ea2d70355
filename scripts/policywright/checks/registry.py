"""The list of all checks: a line for each file of this folder, in the order of the alphabet."""

from __future__ import annotations

from policywright.checks.adopter_note_left import AdopterNoteLeft
from policywright.checks.ambiguous_may_not import AmbiguousMayNot
from policywright.checks.ambiguous_reference import AmbiguousReference
from policywright.checks.amended_statutory import AmendedStatutory
from policywright.checks.amended_twice import AmendedTwice
from policywright.checks.change_not_minor import ChangeNotMinor
from policywright.checks.check import Check
from policywright.checks.circular_checklist import CircularChecklist
from policywright.checks.circular_decision import CircularDecision
from policywright.checks.circular_replacement import CircularReplacement
from policywright.checks.circular_role import CircularRole
from policywright.checks.consent_without_blank_rule import ConsentWithoutBlankRule
from policywright.checks.consent_without_withdrawal import ConsentWithoutWithdrawal
from policywright.checks.covered_and_set_aside import CoveredAndSetAside
from policywright.checks.dangling_reference import DanglingReference
from policywright.checks.dead_end import DeadEnd
from policywright.checks.deciding_clause_unreached import DecidingClauseUnreached
from policywright.checks.decision_without_story import DecisionWithoutStory
from policywright.checks.doubled_word import DoubledWord
from policywright.checks.duplicate_answer import DuplicateAnswer
from policywright.checks.duplicate_identifier import DuplicateIdentifier
from policywright.checks.duplicate_number import DuplicateNumber
from policywright.checks.duplicate_reference import DuplicateReference
from policywright.checks.duty_wording import DutyWording
from policywright.checks.empty_section import EmptySection
from policywright.checks.expired_waiver import ExpiredWaiver
from policywright.checks.field_without_label import FieldWithoutLabel
from policywright.checks.footnote_without_text import FootnoteWithoutText
from policywright.checks.half_mark import HalfMark
from policywright.checks.house_style import HouseStyle
from policywright.checks.identifier_differs_by_case import IdentifierDiffersByCase
from policywright.checks.idle_amendment import IdleAmendment
from policywright.checks.left_out_and_cited import LeftOutAndCited
from policywright.checks.letter_seam import LetterSeam
from policywright.checks.long_sentence import LongSentence
from policywright.checks.malformed_address import MalformedAddress
from policywright.checks.mark_without_effect import MarkWithoutEffect
from policywright.checks.missing_actor import MissingActor
from policywright.checks.missing_answer_target import MissingAnswerTarget
from policywright.checks.missing_duty import MissingDuty
from policywright.checks.missing_owner import MissingOwner
from policywright.checks.mixed_duty import MixedDuty
from policywright.checks.model_moved_on import ModelMovedOn
from policywright.checks.named_person import NamedPerson
from policywright.checks.not_a_model import NotAModel
from policywright.checks.orphan_annex import OrphanAnnex
from policywright.checks.orphan_document import OrphanDocument
from policywright.checks.outcome_without_clause import OutcomeWithoutClause
from policywright.checks.overdue_review import OverdueReview
from policywright.checks.passive_duty import PassiveDuty
from policywright.checks.pasted_mark import PastedMark
from policywright.checks.path_mismatch import PathMismatch
from policywright.checks.personal_data_without_retention import PersonalDataWithoutRetention
from policywright.checks.picture_without_words import PictureWithoutWords
from policywright.checks.plain_text_reference import PlainTextReference
from policywright.checks.reading_age import ReadingAge
from policywright.checks.reference_to_draft import ReferenceToDraft
from policywright.checks.reference_to_withdrawn import ReferenceToWithdrawn
from policywright.checks.reserved_identifier import ReservedIdentifier
from policywright.checks.review_due_soon import ReviewDueSoon
from policywright.checks.running_picture import RunningPicture
from policywright.checks.self_reference import SelfReference
from policywright.checks.source_not_covered import SourceNotCovered
from policywright.checks.stale_amendment import StaleAmendment
from policywright.checks.story_clause_elsewhere import StoryClauseElsewhere
from policywright.checks.story_mismatch import StoryMismatch
from policywright.checks.superseded_law import SupersededLaw
from policywright.checks.suspect_rest import SuspectRest
from policywright.checks.table_duplicate_value import TableDuplicateValue
from policywright.checks.table_gap import TableGap
from policywright.checks.table_idle_rule import TableIdleRule
from policywright.checks.table_impossible_rule import TableImpossibleRule
from policywright.checks.table_overlap import TableOverlap
from policywright.checks.table_too_large import TableTooLarge
from policywright.checks.table_unknown_name import TableUnknownName
from policywright.checks.table_unreached_outcome import TableUnreachedOutcome
from policywright.checks.title_full_stop import TitleFullStop
from policywright.checks.undefined_acronym import UndefinedAcronym
from policywright.checks.undefined_term import UndefinedTerm
from policywright.checks.unfilled_for_adopter import UnfilledForAdopter
from policywright.checks.unfilled_variable import UnfilledVariable
from policywright.checks.unfinished_words import UnfinishedWords
from policywright.checks.unknown_blank import UnknownBlank
from policywright.checks.unknown_check import UnknownCheck
from policywright.checks.unknown_field import UnknownField
from policywright.checks.unknown_item import UnknownItem
from policywright.checks.unknown_law import UnknownLaw
from policywright.checks.unknown_option import UnknownOption
from policywright.checks.unknown_variable import UnknownVariable
from policywright.checks.unreachable_question import UnreachableQuestion
from policywright.checks.unsure_answer_missing import UnsureAnswerMissing
from policywright.checks.untidy_line import UntidyLine
from policywright.checks.unusable_logo import UnusableLogo
from policywright.checks.unused_blank import UnusedBlank
from policywright.checks.unused_footnote import UnusedFootnote
from policywright.checks.unused_picture import UnusedPicture
from policywright.checks.unused_term import UnusedTerm
from policywright.checks.unused_variable import UnusedVariable
from policywright.checks.unused_waiver import UnusedWaiver
from policywright.checks.urgent_outcome_too_deep import UrgentOutcomeTooDeep
from policywright.checks.vague_deadline import VagueDeadline
from policywright.checks.value_without_variable import ValueWithoutVariable
from policywright.checks.vanished_identifier import VanishedIdentifier
from policywright.checks.wrong_modeline import WrongModeline
from policywright.checks.wrong_variable_value import WrongVariableValue

CHECKS: tuple[type[Check], ...] = (
    AdopterNoteLeft,
    AmbiguousMayNot,
    AmbiguousReference,
    AmendedStatutory,
    AmendedTwice,
    ChangeNotMinor,
    CircularChecklist,
    CircularDecision,
    CircularReplacement,
    CircularRole,
    ConsentWithoutBlankRule,
    ConsentWithoutWithdrawal,
    CoveredAndSetAside,
    DanglingReference,
    DeadEnd,
    DecidingClauseUnreached,
    DecisionWithoutStory,
    DoubledWord,
    DuplicateAnswer,
    DuplicateIdentifier,
    DuplicateNumber,
    DuplicateReference,
    DutyWording,
    EmptySection,
    ExpiredWaiver,
    FieldWithoutLabel,
    FootnoteWithoutText,
    HalfMark,
    HouseStyle,
    IdentifierDiffersByCase,
    IdleAmendment,
    LeftOutAndCited,
    LetterSeam,
    LongSentence,
    MalformedAddress,
    MarkWithoutEffect,
    MissingActor,
    MissingAnswerTarget,
    MissingDuty,
    MissingOwner,
    MixedDuty,
    ModelMovedOn,
    NamedPerson,
    NotAModel,
    OrphanAnnex,
    OrphanDocument,
    OutcomeWithoutClause,
    OverdueReview,
    PassiveDuty,
    PastedMark,
    PathMismatch,
    PersonalDataWithoutRetention,
    PictureWithoutWords,
    PlainTextReference,
    ReadingAge,
    ReferenceToDraft,
    ReferenceToWithdrawn,
    ReservedIdentifier,
    ReviewDueSoon,
    RunningPicture,
    SelfReference,
    SourceNotCovered,
    StaleAmendment,
    StoryClauseElsewhere,
    StoryMismatch,
    SupersededLaw,
    SuspectRest,
    TableDuplicateValue,
    TableGap,
    TableIdleRule,
    TableImpossibleRule,
    TableOverlap,
    TableTooLarge,
    TableUnknownName,
    TableUnreachedOutcome,
    TitleFullStop,
    UndefinedAcronym,
    UndefinedTerm,
    UnfilledForAdopter,
    UnfilledVariable,
    UnfinishedWords,
    UnknownBlank,
    UnknownCheck,
    UnknownField,
    UnknownItem,
    UnknownLaw,
    UnknownOption,
    UnknownVariable,
    UnreachableQuestion,
    UnsureAnswerMissing,
    UntidyLine,
    UnusableLogo,
    UnusedBlank,
    UnusedFootnote,
    UnusedPicture,
    UnusedTerm,
    UnusedVariable,
    UnusedWaiver,
    UrgentOutcomeTooDeep,
    VagueDeadline,
    ValueWithoutVariable,
    VanishedIdentifier,
    WrongModeline,
    WrongVariableValue,
)
"""Every check; a test compares it with the folder."""
