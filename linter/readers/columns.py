"""Which columns of a table hold replies, ids and roles, by the header names of the desks that export them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Best first: a table has its replies in the columns of the first of these that it has.
REPLIES = (
    "快捷短语 快捷短语内容 短语内容 话术内容 话术正文 话术 回复内容 回复话术 回复语 回复 自动回复 应答内容 答复内容 答复"
    " 回答 答案 标准答案 消息内容 聊天内容 对话内容 文本内容 文本 正文 内容 消息"
    " text content message reply body response answer macro html_content content_html body_html body_text".split()
)
_IDS = (
    "id 编号 序号 工单号 快捷短语编码 快捷编码 编码 short_code shortcode code key name 标题 话术标题".split()
)
_ROLES = "role 角色 发送方 发送者 发言人 说话人 身份 speaker sender sender_type author_type".split()
_QIANNIU = "快捷短语编码"
_ORNAMENT = re.compile(r"[\s*＊]|[（(【\[].*?[)）】\]]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions in a row, from 0; `id` and `role` are -1 where there is none.

    `are_sent_as_is`: the desk fills no placeholders in (千牛).
    """

    names: tuple[str, ...]
    replies: tuple[int, ...]
    id: int
    role: int
    are_sent_as_is: bool


def plain_name(header: str) -> str:
    """话术内容（必填） and *话术内容 are 话术内容."""
    return _ORNAMENT.sub("", header.lstrip("\ufeff")).strip().lower()


def columns_of(header: Sequence[str], fields: Sequence[str]) -> Columns | None:
    """The columns of a header row; None where it names no replies."""
    names = [plain_name(name) for name in header]
    wanted = [plain_name(field) or field for field in fields]
    replies = _chosen(names, wanted) if fields else _known(names)
    if not replies:
        return None
    shown = tuple(name.strip() for name in header)
    return Columns(shown, tuple(replies), _first(names, _IDS), _first(names, _ROLES), _QIANNIU in names)


def _chosen(names: list[str], wanted: list[str]) -> list[int]:
    return [at for at, name in enumerate(names) if name in wanted]


def _known(names: list[str]) -> list[int]:
    """All columns of the best name: 回复, or 回复1 回复2 回复3."""
    for known in REPLIES:
        found = [at for at, name in enumerate(names) if name.rstrip("0123456789一二三四五_") == known]
        if found:
            return found
    return []


def _first(names: list[str], known: Sequence[str]) -> int:
    return next((names.index(name) for name in known if name in names), -1)


def no_column(header: Sequence[str], fields: Sequence[str]) -> str:
    """Why a table was not checked."""
    shown = "、".join(name.strip() for name in header if name.strip())[:80]
    if fields:
        return f"没有找到“{'、'.join(fields)}”这一列，没有检查；表头是：{shown}"
    return f"认不出哪一列是话术，没有检查；请用 --field 指定列名，表头是：{shown}"
