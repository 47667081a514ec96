"""The top of ``standards.yaml``: what the site says about itself and the official text. Pages say nothing about optional fields that are left out."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from sds.model.field_error import FieldError
from sds.model.field_types import Address, Date, Email, Id, Language, Number, Sentences, Text, Words
from sds.model.marks import Needs, Ref
from sds.model.records.base import LEFT_OUT, InBraces, Record, Some
from sds.model.records.refs import EasyPageRef, EditionRef, RoleRef, StageRef, StandardRef


class Licence(InBraces):
    """The licence under which the words of the site may be used."""

    id: Text = Field(description="Its short name in the SPDX list of licences, as in CC0-1.0.")
    name: Words
    address: Address
    asks: Words = Field(default=LEFT_OUT, description="What it asks of whoever uses the words, beginning with a small letter.")


class Help(Record):
    """Where a reader who does not find the answer is led: to people."""

    page: EasyPageRef = Field(description='The kind and id of the easy-read page about people who can help, as in "topics/who-can-help".')
    menu: Words = Field(description="Its name in the menu of easy read, in two or three words.")
    ask: Words = Field(default=LEFT_OUT, description='Who to ask first, at the foot of easy-read pages, as in "Ask your teacher".')
    see: Words = Field(description="The words there that lead to the page.")
    people: Words = Field(description="The words that lead to the page from a search without an answer.")
    resources: Annotated[Id, Ref("kinds", called="a kind of resource")] = Field(default=LEFT_OUT, description="The kind of resource that is someone to ask.")
    organisations: Words = Field(default=LEFT_OUT, description="The words that lead to those resources from there.")


class ExamplePack(Record):
    """A pack to begin with: a name for it, and what is chosen. What is left out is not narrowed."""

    title: Words
    standards: Some[StandardRef] = ()
    roles: Some[RoleRef] = ()
    stages: Some[StageRef] = ()
    kinds: Some[Literal["statements", "law", "words", "tools", "forms", "easy-read", "self-check"]] = ()


class QuickExit(Record):
    """Where a reader is taken who has to leave a page at once: a page that anybody may be looking at."""

    title: Words
    address: Address


class Feedback(Record):
    """Who a reader can write to who has no account where the files are kept. It has to be someone who answers."""

    name: Words = Field(description="Who that is, as the sentence goes on after “write to”.")
    email: Email = LEFT_OUT
    address: Address = Field(default=LEFT_OUT, description="The address of a form, where there is no email address.")

    @model_validator(mode="after")
    def _reached(self) -> Self:
        """Raises FieldError if there is neither an email address nor a web address."""
        if not self.email and not self.address:
            raise FieldError("Nobody can be reached here: there is no email or address.", 'Add email: "name@example.org", or the address of a form.')
        return self


class About(Record):
    """The framework as a whole: its names, edition, licence, and who stands behind the official text."""

    id: Id = Field(description="What a reader's choices are kept under on a device. It never changes.")
    title: Words = Field(description="The name of this site.")
    language: Language
    updated: Date = Field(description="The day the content last changed.")
    version: Text = Field(default=LEFT_OUT, description="The name of this version. Left out, it is the day of updated.")
    summary: Sentences
    licence: Licence | None = None
    wording: Literal["ours", "verbatim"] = Field(default=LEFT_OUT, description="Whether pages tell the official text in our words, or as published.")
    official_title: Words = LEFT_OUT
    official_publisher: Words = LEFT_OUT
    official_note: Sentences = Field(default=LEFT_OUT, description="Who wrote, publishes and agreed the official text, in one sentence.")
    official_address: Address = LEFT_OUT
    edition: Text = Field(default=LEFT_OUT, description="The edition the standards follow, as people say it.")
    current_edition: EditionRef = Field(default=LEFT_OUT, description="The id of that edition in the list of editions.")
    subject: Words = Field(default=LEFT_OUT, description="What the standards are standards for, in small letters.")
    status: Sentences = Field(default=LEFT_OUT, description="What authority this site has; printed at the foot of every page.")
    cite_standard: Annotated[Words, Needs("{number}")] = Field(
        default=LEFT_OUT, description="What a person adds when quoting a standard; {number} becomes its number."
    )
    cited_as: Words = Field(
        default=LEFT_OUT, description="What this edition is, in small letters; said in every citation, so that it is not taken for another."
    )
    heading: Words = Field(default=LEFT_OUT, description="The heading of the home page.")
    welcome: Sentences = Field(default=LEFT_OUT, description="The sentence under the heading of the home page.")
    about: Sentences = LEFT_OUT
    law_checked: Sentences = Field(default=LEFT_OUT, description="When the law was last read and what may have changed since.")
    timeline_since: Number | None = Field(default=None, description="The first year of the timeline of what was published; left out where there is to be none.")
    quick_exit: QuickExit | None = None
    feedback: Feedback | None = Field(default=None, description="Left out while nobody answers.")
    voices: Some[Text] = Field(default=(), description="Part of the name of each voice to use first for reading aloud, if the device has it.")
    help: Help | None = None
    packs: Some[ExamplePack] = Field(default=(), description="Example packs to start from.")

    @model_validator(mode="before")
    @classmethod
    def _version_is_day(cls, given: Any) -> Any:
        """Sets ``version`` to the date in ``updated`` if it is not given."""
        return {**given, "version": given["updated"]} if isinstance(given, dict) and not given.get("version") and given.get("updated") else given

    @property
    def ours(self) -> bool:
        """Whether the site tells the official text in its own words, rather than word for word."""
        return self.wording == "ours"


class LawNames(Record):
    """What the texts that the provisions are in are called, such as Act. Left out, each is called a document."""

    short: Words = Field(default="document", description="One of them in a word: by subject and by Act.")
    either: Words = Field(default="document", description="One of them, whatever it is: Act or regulations.")
    several: Words = Field(default="documents", description="Several of them: Acts and regulations.")
    one: Words = Field(
        default="one document", description="Page of the law, after the number of rules, where they are all in one: one Act or set of regulations."
    )
    many: Annotated[Words, Needs("{count}")] = Field(default="{count} documents", description="The same where there are more. {count} becomes their number.")

    def counted(self, number: int) -> str:
        """A number of them in words."""
        return self.one if number == 1 else self.many.replace("{count}", str(number))


class Authorities(Record):
    """What the documents of each authority are. Left out, pages have only the name of the authority."""

    law: Sentences = LEFT_OUT
    guidance: Sentences = LEFT_OUT
    official: Sentences = LEFT_OUT
    inspection: Sentences = LEFT_OUT
    review: Sentences = LEFT_OUT
    research: Sentences = LEFT_OUT
    handbook: Sentences = LEFT_OUT
    replaced: Sentences = LEFT_OUT
    account: Sentences = LEFT_OUT


class Phrases(Record):
    """What fixed places of pages say of this framework, where there is more to say than the names of its records."""

    standards: Sentences = Field(default=LEFT_OUT, description="Home page: what the standards are; {count} becomes their number.")
    layers: Sentences = Field(default=LEFT_OUT, description="First page of the whole framework in print: the layers that its text has.")
    titles: Sentences = Field(default=LEFT_OUT, description="Page of a standard of which no earlier title is given.")
    ask_for: Sentences = Field(default=LEFT_OUT, description="Above the words that people can say to ask for something: what they are for.")
    components: Sentences = Field(default=LEFT_OUT, description="Above the components of a standard: what they are, and who wrote them.")
    statements: Sentences = Field(default=LEFT_OUT, description="Above the statements of a standard: who wrote them.")
    alignments: Sentences = Field(default=LEFT_OUT, description="Page of related frameworks: what to know about the links.")
    self_check: Sentences = Field(default=LEFT_OUT, description="Above a self-check: what it is for, and what to be careful about.")
    resources: Words = Field(default=LEFT_OUT, description="Home page: what the resources are, after their number.")
    offline: Words = Field(default=LEFT_OUT, description="Page on using the site offline: where people might need it.")
    give: Words = Field(default=LEFT_OUT, description="Heading above an easy-read page that a reader can give to someone.")
    easy_read: Sentences = Field(default=LEFT_OUT, description="Foot of easy-read pages: who wrote them.")
    pictures: Sentences = Field(default=LEFT_OUT, description="Page of pictures: who tried them.")
    stages_title: Words = Field(default=LEFT_OUT, description="Heading of the page of stages.")
    stages: Sentences = Field(default=LEFT_OUT, description="Under that heading.")
    stages_about: Sentences = Field(default=LEFT_OUT, description="The page of stages, as search engines show it.")
    options_about: Sentences = Field(default=LEFT_OUT, description="The page of options, as search engines show it.")
    options_table: Words = Field(default=LEFT_OUT, description="Title of the table of options.")
    principles_title: Words = Field(default=LEFT_OUT, description="Home page: the link to the principles.")
    principles: Sentences = Field(default=LEFT_OUT, description="Home page: after that link.")
    principles_about: Sentences = Field(default=LEFT_OUT, description="The page of principles, as search engines show it.")
    drivers_about: Sentences = Field(default=LEFT_OUT, description="The page of drivers, as search engines show it.")
    law: LawNames = LawNames()
    authorities: Authorities = Authorities()


class Labels(Record):
    """The headings over the fields of records whose fields are a framework's own, by the name of the field."""

    options: dict[str, Words] = Field(default={}, description="For options: lay, legal, know, and each of the facts.")
    principles: dict[str, Words] = Field(default={}, description="For principles: asks, section, strength, in_practice, and each of the facts.")


class Expected(Record):
    """What every record has here beyond what no site could do without: how much, which fields, and which rules it keeps."""

    components_per_standard: Number = 0
    actions_per_role: Number = 0
    ask_for_per_standard: Number = 0
    action_words_least: Number = 0
    action_words_most: Number | None = None
    start_here_per_role: Number | None = Field(default=None, description="How many statements a role starts with, where it says which.")
    answer_words_most: Number = Field(default=30, description="The most words that the answer of a situation may have.")
    contact_pages_since: Number = Field(default=0, description="The year before which a page is too old for its number to be shown.")
    contact_pages_agree: Number = Field(default=3, description="How many public bodies' pages have to agree before an older page's number is shown.")
    records: dict[str, Number] = Field(default={}, description="The fewest records of a kind that there may be.")
    files: Some[Text] = Field(default=(), description="The files that must exist.")
    rules: Some[Text] = Field(default=(), description="The ids of the rules that apply here, of those that a framework can choose.")
    fields: dict[str, Some[Text]] = Field(
        default={}, description="By kind of record, or by path of file, the fields that it has to have. A full stop leads into a field."
    )
