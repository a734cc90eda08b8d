"""What a project chooses about reading: which fields hold replies, who is the agent."""

from __future__ import annotations

from dataclasses import dataclass

AGENTS = frozenset(
    "agent assistant operator staff seat bot robot outgoing out service support admin seller"
    " 坐席 座席 客服 话务员 服务人员 工程师 店小二 商家 卖家 顾问 接线员 我方 机器人".split()
)
CUSTOMERS = frozenset(
    "customer user client visitor contact buyer guest caller enduser end-user end_user incoming in lead"
    " 客户 顾客 用户 买家 访客 来电人 业主 会员 对方 消费者 系统 system".split()
)


@dataclass(frozen=True, slots=True)
class Choices:
    """`fields` are selectors or column names; empty means the known shapes.

    `by_line` makes every line of a text file a reply. A role that is in neither set is checked as well:
    rather too much than a reply that was never read.
    """

    fields: tuple[str, ...] = ()
    by_line: bool = False
    customers: frozenset[str] = CUSTOMERS

    def is_agent(self, role: str) -> bool:
        return role.strip().lower() not in self.customers
