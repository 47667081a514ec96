"""Rules for web addresses, which must be public and of the original publisher. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache, partial
from urllib.parse import urlsplit

from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.model.marks import MayBeAddress
from sds.model.web_addresses import BARE_HOST
from sds.paths import CONTACTS, RESOURCES
from sds.problem import Problem, Replacement
from sds.reading.field_forms import at_any, has_mark, is_words
from sds.reading.joined_values import values_with
from sds.reading.modelines import kind_of_file
from sds.reading.yaml_lines import replacement
from sds.reading.yaml_text import Document
from sds.rule import Example, rule
from sds.suggest import one_slip_away

HOST = re.compile(r"https?://([^\s/\"'<>()?#]+)")
WORKPLACE = re.compile(r"(?:^|[.-])(?:edit|editor|test|testing|staging|dev|preview|uat|preprod|prd)(?:[.-].*)?\.[^.]+\.")
"""A label of a host name for editing or testing a site: edit.example.org, x.y-prd.example.com."""
COPIES = (
    "web.archive.org",
    "archive.is",
    "archive.ph",
    "archive.today",
    "webcache.googleusercontent.com",
    "translate.goog",
    "businessdocbox.com",
    "docest.com",
    "docplayer.net",
    "docslib.org",
    "fdocuments.in",
    "paperzz.com",
    "pdfslide.net",
    "pdfslide.us",
    "vdocuments.mx",
    "vdocuments.net",
)
"""Hosts with copies of other people's pages and documents."""
MADE_ON = ("azurewebsites.net", "gosshosted.com", "microsoftcrmportals.com", "mtcserver.com", "powerappsportals.com")
"""Hosts of web agencies and platforms: a page there is a test, or a part of a body's site under a name that is not the body's own."""

SEARCH = re.compile(
    r"https?://(?:www\.|uk\.|m\.)*((?:google\.[a-z.]+|bing\.com|ecosia\.org|qwant\.com|yandex\.[a-z]+)/(?:search|imgres|images)|duckduckgo\.com/(?:html/?)?\?"
    r"|search\.(?:yahoo\.com|brave\.com|marginalia\.nu)/|startpage\.com/(?:sp|do)/)"
)
"""The results of a search engine, which are others tomorrow and for another person."""
LEAD_ON = re.compile(
    r"https?://(?:www\.)?(google\.[a-z.]+/url\?|[\w.]*safelinks\.protection\.outlook\.com/|(?:bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|t\.co|lnkd\.in)/)"
)
"""Tracking redirects, copied from search results, emails or posts."""
FOLLOWS = re.compile(r"(?<=[?&])(utm_\w+|fbclid|gclid|msclkid|igshid|mc_[ce]id)=[^&#\s]*&?")
"""What posts and newsletters add to an address, so that they see who opens it from there."""
ASK_WHO = ("1drv.ms", "onedrive.live.com", "sharepoint.com", "teams.microsoft.com")
"""Hosts of office file storage, where most pages require a login."""

RESERVED = re.compile(r"(?:.*\.)?(?:example\.(?:com|net|org)|example|test|invalid)\.?")
"""Host names that are reserved for examples and tests (RFC 2606 and 6761)."""
EMAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
WEB, AT = re.compile("://"), re.compile("@")
"""Quick tests, for ``Joined.suspects``: values without a match have no web address, and no email address."""


@rule(
    "addresses-are-public",
    "No copies and no test sites",
    Example("    address: https://staging.gardens.example/taps", "    address: https://gardens.example/taps", RESOURCES),
)
def addresses_are_public(context: Context) -> Iterator[Problem]:
    """A web address leads to the publisher's own public page. It does not lead to a copy, to search results, or to a site
    where pages are edited or tested. It does not tell that site in which post or newsletter it was found."""
    return context.in_documents("hosts", _not_public)


def _not_public(document: Document) -> Iterator[Problem]:
    for place, value in values_with(document, WEB):
        if found := LEAD_ON.search(value):
            instead = "Open it, and write the address of the page that it leads to."
            yield Problem(document.path, document.line(place), f'"{found[1].rstrip("/?")}" only redirects to another page.', instead)
        if found := SEARCH.search(value):
            wrong, instead = f'"{found[1].rstrip("/?")}" is what a search engine found.', "Open the page that you mean, and write its address."
            yield Problem(document.path, document.line(place), wrong, instead)
        if found := FOLLOWS.search(value):
            mended = re.sub(r"[?&](?=#|$)", "", FOLLOWS.sub("", value))
            lines, at = document.text.split("\n"), document.line(place)
            new = replacement(lines, at, at, lines[at - 1].replace(value, mended)) if value in lines[at - 1] else None
            wrong = f'"{found[1]}" tells the site in which post or newsletter this address was found.'
            yield Problem(document.path, at, wrong, f"Write {mended}", replacement=new)
        for host in HOST.findall(value):
            if what := what_it_is(host.lower()):
                instead = "Write the address of the public page; if there is none, delete the address."
                yield Problem(document.path, document.line(place), f'"{host}" is {what}.', instead)


def is_under(host: str, sites: Iterable[str]) -> bool:
    """Whether a host is one of ``sites`` or a subdomain of one."""
    return any(host == one or host.endswith(f".{one}") for one in sites)


@lru_cache(maxsize=1000)
def what_it_is(host: str) -> str:
    """Why a host is not a public site, in words for a message; an empty string for a public host."""
    if is_under(host, COPIES):
        return "a site that keeps copies of other people's pages"
    if any(host.endswith(f".{one}") for one in MADE_ON):
        return "a host on which sites are built, and not the body's own"
    if is_under(host, ASK_WHO):
        return "a store of office files that asks people to sign in"
    return "a site where pages are edited or tested" if WORKPLACE.search(host) else ""


@rule(
    "sentences-hold-no-addresses",
    "No address and no one's number in words",
    Example("      why: See www.gardens.scot. The by-law gives each ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
)
def sentences_hold_no_addresses(context: Context) -> Iterator[Problem]:
    """Words have no web or email address in them, and no phone number that no contact has: there it is no link, nobody checks that it is still
    right, and it may be a person's own. Resources and contacts hold those."""
    everywhere = (way for one in context.framework.contacts.contacts for way in one.ways)
    here = (way for area in context.framework.contacts.areas for one in area.contacts for way in one.ways)
    kept = frozenset(_digits(way.value) for way in (*everywhere, *here))
    return context.in_documents("in sentences", partial(_in_sentences, kept), *sorted(kept))


def _in_sentences(kept: Collection[str], document: Document) -> Iterator[Problem]:
    model = kind_of_file(document.path).model
    for place, value in values_with(document, *SIGNS, DIGITS):
        if " " not in value or not (found := _not_kept(value, kept)):
            continue
        if is_words(model, at_any(place)) and not has_mark(model, at_any(place), MayBeAddress()):
            wrong, instead = f'"{found[0].rstrip(".,;:")}" would be words here, and no link.', AS_RESOURCE
            if found.re is TO_CALL:
                wrong = f'"{found[0]}" is the number of no contact.'
            if found.re is not IN_SENTENCE:
                instead = f"If it is a person's own, leave it out. If not, add it to {CONTACTS}, with the page where it was seen."
            yield Problem(document.path, document.line(place), wrong, instead)


def _not_kept(value: str, kept: Collection[str]) -> re.Match[str] | None:
    """The first web address, email address, or phone number that is not in ``kept``, in ``value``; None if there is none."""
    if found := (("/" in value or "www." in value) and IN_SENTENCE.search(value)) or ("@" in value and EMAIL.search(value)):
        return found
    return next((one for one in TO_CALL.finditer(value) if _digits(one[0]) not in kept), None) if DIGITS.search(value) else None


def _digits(number: str) -> str:
    return re.sub(r"[^+\d]", "", number)


AS_RESOURCE = "Leave it out: add it as a resource or a contact, and name that where it helps."
IN_SENTENCE = re.compile(rf"(?<![\w.@/(<])(?:(?:https?://|www\.)[\w-]|{BARE_HOST}/\w)\S*")
"""A web address inside text. One in brackets may be a Markdown link, which another rule reports."""
SIGNS = (re.compile("/"), AT, re.compile(r"www\."))
DIGITS = re.compile(r"\d[\d ()-]{7}")
"""Quick tests: text without a match has no address, and without this many digits and separators no phone number."""
TO_CALL = re.compile(r"(?<![\w.,/-])(?:\+\d{1,3}[ -]?(?:\(0\) ?)?|\(?0)\d{2,4}\)?(?:[ -]?\d{2,6}){1,4}(?![\w/])")
"""A phone number with a dialling code, as people write it: it begins with 0 or +. Short numbers are left out, as they may be amounts."""


@rule(
    "addresses-reach-somebody",
    "No made-up addresses",
    Example("    address: https://example.org/taps", "    address: https://gardens.example/taps", RESOURCES),
    {"warning": "The name in the address is reserved for examples, so the address leads nowhere."},
)
def addresses_reach_somebody(context: Context) -> Iterator[Problem]:
    """No web or email address uses a name that is reserved for examples and tests.

    A made-up framework, whose own address uses such a name, may have others too.
    """
    own = urlsplit(context.framework.spine.framework.official_address).hostname or ""
    made_up = own.rpartition(".")[2] if RESERVED.fullmatch(own) else ""
    return context.in_documents("reserved", partial(_reserved, made_up), made_up)


def _reserved(made_up: str, document: Document) -> Iterator[Problem]:
    for place, value in values_with(document, WEB, AT):
        for host in (*HOST.findall(value), *EMAIL.findall(value)):
            if RESERVED.fullmatch(host.lower()) and host.lower().rpartition(".")[2] != made_up:
                wrong = f'"{host}" is a name reserved for examples, so nobody can be reached there.'
                yield Problem(document.path, document.line(place), wrong, "Write the real address. If there is none, delete it.")


IN_TEXT = re.compile(r"https?://([\w.-]*\w)")
"""A host in the text of a file."""
MANY = 4
"""The least number of addresses with a host that a slip in another one may be meant for."""
FEW = 2
"""The most addresses with the same slip."""
LONG = 12
"""The least length of a host of which another that differs by one letter is hardly a site of its own."""


@rule(
    "hosts-are-spelt-alike",
    "The host of an address, as elsewhere",
    Example("    address: https://gardens.exampl/taps", "    address: https://gardens.example/taps", RESOURCES),
    {"warning": "It may be a site of its own."},
)
def hosts_are_spelt_alike(context: Context) -> Iterator[Problem]:
    """No address has a host that is that of many other addresses with a part or a letter lost or wrong."""
    texts = {path: document.text for path, document in context.where.documents.items()} | {file.path: file.text for file in context.hand_written}
    hosts = Counter(host for text in texts.values() for host in IN_TEXT.findall(text))
    many = [host for host, count in hosts.items() if count >= MANY]
    wrong = {host: meant for host, count in hosts.items() if count <= FEW and (meant := _meant(host, many))}
    for path, text in texts.items() if wrong else ():
        for number, line in enumerate(text.split("\n"), start=1):
            if found := next((one for one in IN_TEXT.finditer(line) if one[1] in wrong), None):
                meant = wrong[found[1]]
                mended = line[: found.start(1)] + meant + line[found.end(1) :]
                told = f'Hardly any address has the host "{found[1]}", and {hosts[meant]} have "{meant}".'
                new = Replacement(number, number, (line,), mended, sure=False)
                address = re.match(r"[^\s\"')>,}]+", mended[found.start() :])
                yield Problem(path, number, told, f"Did you mean {address[0] if address else meant}?", replacement=new)


def _meant(host: str, many: Collection[str]) -> str:
    """The one of ``many`` hosts from which parts were lost, or that differs by one letter; an empty string if there is none or more than one."""
    found = [other for other in many if _lost_part(host.split("."), other.split("."))]
    if len(found) == 1 or len(host) < LONG:
        return found[0] if len(found) == 1 else ""
    letters, digits = Counter(host), re.sub(r"\D", "", host)
    alike = (other for other in many if abs(len(other) - len(host)) <= 1 and (letters - Counter(other)).total() <= 1)  # to compare all takes seconds
    return one_slip_away(host, [other for other in alike if re.sub(r"\D", "", other) == digits])


def _lost_part(labels: list[str], whole: list[str]) -> bool:
    """Whether ``labels`` are those of the ``whole`` host without some behind its name. The first ones are often left out, and a site may answer without."""
    named = 2 if whole[0] == "www" else 1
    rest = iter(whole[named:])
    return len(labels) < len(whole) and labels[:named] == whole[:named] and all(label in rest for label in labels[named:])
