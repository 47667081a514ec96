"""Named access to what the files of a framework contain: the records, with the data that follows from their place in the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from sds.cache import Cache
from sds.model.placed import Action, Component, Standard, Unit, standard_of
from sds.model.records import (
    AccessibilityStatement,
    Alignment,
    AlignmentsFile,
    Basis,
    ChangedDay,
    ChangesFile,
    ContactsFile,
    EasyMenusFile,
    EasyPage,
    EasyReadFile,
    EasyWords,
    Finding,
    GlossaryFile,
    Language,
    LawFile,
    Named,
    PhrasesToAvoid,
    Picture,
    PicturesFile,
    Provision,
    Resource,
    ResourcesFile,
    Rights,
    Role,
    SearchWords,
    Situation,
    Source,
    SourcesFile,
    Spine,
    StandardFile,
    Template,
    Term,
    WordsToAvoid,
)
from sds.model.records.base import Record
from sds.paths import STANDARDS

_UNITS = Cache[tuple[Unit, ...]]()

FileModel = TypeVar("FileModel", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The parsed files, by path, with a property for the records of each kind.

    For a file that a framework does not have, the properties are empty. ``common_words`` are the words on the easy-read lists of common words.
    """

    files: Mapping[str, Record]
    common_words: frozenset[str] = frozenset()

    @cached_property
    def _by_form(self) -> Mapping[type[Record], list[Any]]:
        found: dict[type[Record], list[Any]] = {}
        for file in self.files.values():
            found.setdefault(type(file), []).append(file)
        return found

    def _each(self, model: type[FileModel]) -> tuple[FileModel, ...]:
        """The files that have the type ``model``, in the order of their names."""
        return tuple(self._by_form.get(model, ()))

    def _one(self, model: type[FileModel]) -> FileModel:
        """The only file of the type ``model``, or an empty one if the framework has none."""
        return next(iter(self._each(model)), None) or model.empty()

    @cached_property
    def spine(self) -> Spine:
        return self._one(Spine)

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """Every standard that has a file, in the order of the spine."""
        found = ((entry, self.files.get(f"{STANDARDS}/{entry.id}.yaml")) for entry in self.spine.standards)
        return tuple(standard_of(entry, file) for entry, file in found if isinstance(file, StandardFile))

    @property
    def sources(self) -> tuple[Source, ...]:
        return self._one(SourcesFile).sources

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._one(SourcesFile).findings

    @property
    def resources(self) -> tuple[Resource, ...]:
        return self._one(ResourcesFile).resources

    @property
    def resource_words(self) -> Mapping[str, tuple[Named, ...]]:
        """The values that resources may have in their fields, by the name of the list: kinds, formats and languages."""
        file = self._one(ResourcesFile)
        return {"kinds": file.kinds, "formats": file.formats, "languages": file.languages}

    @property
    def languages(self) -> tuple[Language, ...]:
        return self._one(ResourcesFile).languages

    @property
    def law(self) -> LawFile:
        return self._one(LawFile)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        return self.law.provisions

    @property
    def contacts(self) -> ContactsFile:
        return self._one(ContactsFile)

    @cached_property
    def situations(self) -> tuple[Situation, ...]:
        """Every situation, in the order of the situation groups in the spine; those in no group come last."""
        order = [id for group in self.spine.situation_groups for id in group.situations]
        return tuple(sorted(self._each(Situation), key=lambda one: order.index(one.id) if one.id in order else len(order)))

    @cached_property
    def templates(self) -> tuple[Template, ...]:
        return self._each(Template)

    @property
    def alignments(self) -> tuple[Alignment, ...]:
        return self._one(AlignmentsFile).alignments

    @property
    def terms(self) -> tuple[Term, ...]:
        return self._one(GlossaryFile).terms

    @property
    def phrases_to_avoid(self) -> PhrasesToAvoid:
        return self._one(PhrasesToAvoid)

    @property
    def search_words(self) -> SearchWords:
        return next(iter(self._each(SearchWords)), SearchWords())

    @property
    def accessibility(self) -> AccessibilityStatement | None:
        """The accessibility statement, or None when the project has no file for it."""
        return next(iter(self._each(AccessibilityStatement)), None)

    @cached_property
    def easy_read(self) -> tuple[EasyPage, ...]:
        """Every easy-read page, by file and in the order there."""
        return tuple(page for file in self._each(EasyReadFile) for page in file.pages)

    @property
    def changes(self) -> tuple[ChangedDay, ...]:
        """The days on which something changed for readers, the latest first; empty when no list of changes is kept."""
        return self._one(ChangesFile).days

    @cached_property
    def last_changed(self) -> Mapping[tuple[str, str], str]:
        """The day on which each record last changed, by kind and id. Records that have not changed since the list began are missing."""
        return {(one.kind, one.id): day.day for day in reversed(self.changes) for one in day.records}

    @property
    def easy_menus(self) -> EasyMenusFile:
        return next(iter(self._each(EasyMenusFile)), EasyMenusFile())

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return self._one(PicturesFile).pictures

    @property
    def palette(self) -> Mapping[str, str]:
        return self._one(PicturesFile).palette

    @property
    def picture_rights(self) -> Rights | None:
        return self._one(PicturesFile).rights

    @cached_property
    def easy_words(self) -> EasyWords:
        return EasyWords(self.common_words, self._one(WordsToAvoid))

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every statement, including withdrawn ones, by standard, then role, then position in the file."""
        return tuple(action for standard in self.standards for action in standard.actions)

    @cached_property
    def current_actions(self) -> tuple[Action, ...]:
        """Every statement in force, in the same order."""
        return tuple(action for action in self.actions if action.status == "current")

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every unit of every other framework, in the order of the file."""
        return _UNITS.get("units", (self.alignments,), self._units)

    def _units(self) -> tuple[Unit, ...]:
        return tuple(Unit.model_construct(**vars(unit), alignment=alignment.id) for alignment in self.alignments for unit in alignment.units)

    @cached_property
    def components(self) -> tuple[Component, ...]:
        """Every core component, by standard, then position in the file."""
        return tuple(component for standard in self.standards for component in standard.components)

    def basis(self, id: str) -> Basis:
        """The basis with this id. Raises StopIteration when there is none, which the checks rule out."""
        return next(basis for basis in self.spine.bases if basis.id == id)

    @property
    def roles(self) -> tuple[Role, ...]:
        """Every role, in the order of the spine."""
        return self.spine.roles
