"""Which values of JSON and YAML are replies, by the shapes of the systems canned replies live in.

Chatwoot canned responses, Zendesk macros, Intercom macros, Gorgias macros, Freshdesk canned responses,
chats with a role, and plain lists of sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.readers.nodes import Found, Kind, Node
from linter.readers.values import Markup


@dataclass(frozen=True, slots=True)
class Pick:
    """A value that is a reply, with the id and role of the record it belongs to."""

    found: Found
    markup: Markup = Markup.AUTO
    id: str | int | None = None
    role: str = ""


IDS = ("id", "short_code", "shortcode", "code", "编号", "快捷短语编码", "快捷编码")
ROLES = ("role", "sender_role", "sender_type", "author_type", "speaker", "角色", "发送方", "身份", "说话人")
TEXTS = frozenset(
    "text content message reply body answer response utterance msg body_text body_html content_html text_html"
    " 话术 话术内容 快捷短语 回复 回复内容 答复 回答 答案 内容".split()
)
_LISTS = frozenset("replies responses answers texts phrases utterances 话术 回复 答案 常用语".split()) | TEXTS
_ZENDESK = {
    "comment_value": Markup.AUTO,
    "comment_value_html": Markup.HTML,
    "subject": Markup.AUTO,
}


def picks(root: Found, is_record: bool = False) -> tuple[Pick, ...]:
    """The replies of a tree; empty where no shape fits. What holds no records is a list of sentences."""
    known = tuple(_known(root, None, ""))
    is_record = is_record and root.node.kind is Kind.OBJECT
    if known or is_record or any(_is_list_of_records(found.node) for found in root.walk()):
        return known
    return tuple(Pick(found) for found in root.walk() if found.node.is_text)


def _is_list_of_records(node: Node) -> bool:
    return node.kind is Kind.LIST and any(child.kind is Kind.OBJECT for child in node.children)


def _known(found: Found, record: str | int | None, role: str) -> Iterator[Pick]:
    node = found.node
    if node.kind is Kind.OBJECT:
        record, role = _id(node, record), _role(node, role)
        if _is_zendesk_action(node):
            yield from _zendesk(found, record, role)
            return
    for member in found.below():
        key = member.path[-1]
        if node.kind is Kind.OBJECT and member.node.is_text:
            if key in TEXTS:
                yield Pick(member, _markup(node, key), record, role)
        elif key in _LISTS and node.kind is Kind.OBJECT and member.node.kind is Kind.LIST:
            yield from (Pick(item, Markup.AUTO, record, role) for item in member.below() if item.node.is_text)
            yield from _known(member, record, role)
        else:
            yield from _known(member, record, role)


def _is_zendesk_action(node: Node) -> bool:
    return len(node.keys) <= 4 and {"field", "value"} <= set(node.keys)


def _zendesk(found: Found, record: str | int | None, role: str) -> Iterator[Pick]:
    """A macro's action: only the fields that hold words; some write value as [channel, words]."""
    field = found.node.get("field")
    markup = _ZENDESK.get(str(field.value)) if field else None
    if markup is None:
        return
    for member in found.below():
        if member.path[-1] != "value":
            continue
        texts = [item for item in member.walk() if item.node.is_text]
        yield from (Pick(text, markup, record, role) for text in texts[-1:])


def _markup(node: Node, key: str) -> Markup:
    if key.endswith("_html") or (key == "body" and "body_text" in node.keys):
        return Markup.HTML
    is_chatwoot = key == "content" and "short_code" in node.keys
    return Markup.MARKDOWN if is_chatwoot else Markup.AUTO


def _id(node: Node, inherited: str | int | None) -> str | int | None:
    for key in IDS:
        child = node.get(key)
        if child and isinstance(child.value, str | int) and not isinstance(child.value, bool):
            return child.value
        if child and child.plain:
            return child.plain
    return inherited


def _role(node: Node, inherited: str) -> str:
    for key in ROLES:
        child = node.get(key)
        if child and isinstance(child.value, str):
            return child.value
    return inherited
