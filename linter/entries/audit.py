"""The placeholder audit: rules of their own, about blanks and variables and not about phrases.

unknown-variable        {{contact.frist_name}}: the system has no such name and sends it as it stands
unfilled-blank          您好XXX先生: nobody filled it in
left-over-instructions  [[先核对订单号]]: meant for the agent, not for the customer
stale-allowance         an allowance that lets nothing pass, or whose day is over
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from linter.placeholders import Kind, Placeholder
from linter.readers.replies import Reply
from phrasebook.model import About, Rule, Severity
from phrasebook.places import Location

SCENARIO = "占位符"
_HERE = Location("linter/entries/audit.py")


def _rule(id: str, title: str, severity: Severity, why: str, scenario: str = SCENARIO) -> Rule:
    return Rule(id, title, scenario, severity, why, (), (), (), (), _HERE, about=About.ANYONE)


UNKNOWN = _rule(
    "unknown-variable",
    "变量名系统不认识",
    Severity.WARNING,
    "系统不认识这个变量，客户会看到一串代码，而不是自己的名字。",
)
BLANK = _rule(
    "unfilled-blank",
    "空白没有填写",
    Severity.WARNING,
    "客户会看到没填的空白，觉得您是在群发，没有认真看他的问题。",
)
NOTE = _rule(
    "left-over-instructions",
    "给坐席的说明没有删掉",
    Severity.WARNING,
    "这段话是写给坐席看的，发出去客户会看到内部说明。",
)
STALE = _rule(
    "stale-allowance",
    "放行已经用不上",
    Severity.WARNING,
    "这条放行没有放过任何话，或者已经过期；留着它，以后同样的错话会被悄悄放过。",
    scenario="放行",
)
RULES = (UNKNOWN, BLANK, NOTE, STALE)

# What the systems of FORMATS fill in, for telling a slip of the pen when the project lists no names.
_SYSTEM_NAMES = (
    "contact.name contact.first_name contact.last_name contact.email contact.phone_number contact.id"
    " agent.name agent.first_name agent.last_name agent.email inbox.name inbox.id account.name"
    " conversation.id conversation.display_id conversation.code"
    " ticket.id ticket.title ticket.subject ticket.description ticket.status ticket.url ticket.link"
    " ticket.requester.name ticket.requester.first_name ticket.requester.last_name ticket.requester.email"
    " ticket.requester.phone ticket.requester.firstname ticket.requester.lastname"
    " ticket.customer.firstname ticket.customer.lastname ticket.customer.name ticket.customer.email"
    " ticket.assignee.name ticket.assignee.first_name ticket.assignee.last_name ticket.agent.name"
    " ticket.organization.name ticket.group.name ticket.name.first ticket.name.last ticket.name.full"
    " ticket.number ticket.owner.firstname ticket.owner.lastname ticket.agent.firstname"
    " current_user.name current_user.first_name current_user.last_name current_user.email"
    " user.name user.first_name user.last_name user.email customer.fullName customer.firstName"
    " customer.lastName customer.email Contact.FirstName Contact.LastName Contact.Name Recipient.Name"
    " Recipient.FirstName User.FirstName User.LastName user.fullName user.firstName mailbox.name"
).split()


@dataclass(frozen=True, slots=True)
class Fault:
    """A placeholder at fault and what to write instead, if that is known."""

    rule: Rule
    placeholder: Placeholder
    instead: str = ""


def audit(reply: Reply, found: tuple[Placeholder, ...], known: frozenset[str]) -> Iterator[Fault]:
    """The faults among a reply's placeholders; `known` are the names of the project's settings."""
    for placeholder in found:
        if placeholder.kind is Kind.NOTE:
            yield Fault(NOTE, placeholder)
        elif placeholder.kind is Kind.BLANK:
            yield Fault(BLANK, placeholder)
        elif placeholder.name in known:
            continue
        elif placeholder.kind is Kind.FIELD:
            if reply.is_sent or known:
                yield Fault(BLANK, placeholder)
        elif reply.role:
            yield Fault(BLANK, placeholder)
        else:
            yield from _misspelt(placeholder, known)


def _misspelt(placeholder: Placeholder, known: frozenset[str]) -> Iterator[Fault]:
    """With names in the settings whatever is not among them; without, only what is nearly a system's name."""
    name = placeholder.name
    if not name or (not known and name in _SYSTEM_NAMES):
        return
    near = get_close_matches(name, known or _SYSTEM_NAMES, n=1, cutoff=0.6 if known else 0.85)
    if known or near:
        yield Fault(UNKNOWN, placeholder, near[0] if near else "")
