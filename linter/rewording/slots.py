"""The kinds of slots: what each takes from the draft, and how that is put into the polite sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from linter.rewording.deeds import action, doing
from linter.rewording.lists import WordLists
from linter.rewording.obstacles import as_goal, obstacle
from linter.rewording.phrasing import (
    as_action,
    as_case,
    as_deadline,
    as_matter,
    as_notice,
    as_occasion,
    as_said,
    as_time,
    as_trouble,
)
from linter.rewording.refusals import as_refusal, not_done, refusal
from linter.rewording.services import as_done, as_done_service, as_service
from linter.rewording.surroundings import asks, deadline, lead, occasion, says_no, topic, when
from linter.rewording.wording import tagged

EMPTY = re.compile("(?:[您你我]|客户|用户)?(?:真的?|实在|确实|现在|已经|都|也|太)*")
BANS = re.compile("[您你]?先?(?:别|不要)")


@dataclass(frozen=True, slots=True)
class Slot:
    """`accepts(text, words)` says whether the text may stand there; `fill(text, words)` makes it fit."""

    accepts: Callable[[str, WordLists], bool]
    fill: Callable[[str, WordLists], str]


def _matter(text: str, words: WordLists) -> bool:
    return bool(text) and "," not in text and (not asks(text, words) or words.any_in("说明", text))


def _step(text: str, words: WordLists) -> bool:
    """Something we or others do: 核实订单, 由工程师检测; the form says who."""
    timed = bool(text) and tagged(text)[0][1] in ("t", "m")
    whole = len(text) > 1 and "," not in text and not text.endswith("?") and "才" not in text
    awaited = text.startswith("等") and when(text[1:], words)  # 等下月一号 is no step
    return whole and not timed and not awaited and text[0] != "的" and not text.startswith(words["去做"])


def _thing(text: str, words: WordLists) -> bool:
    return (
        0 < len(text) <= 16
        and text[0] != "到"
        and not text.endswith(("之前", "以前"))
        and "," not in text
        and not asks(text, words)
        and not says_no(text)
    )


def _trouble(text: str, words: WordLists) -> bool:
    return (
        2 < len(text) <= 26
        and text[0] not in "了的着得"
        and not BANS.match(text)
        and not EMPTY.fullmatch(text)
        and "," not in text
        and not asks(text, words)
    )


def _anything(text: str, words: WordLists) -> bool:
    return bool(text)


SLOTS: Mapping[str, Slot] = {
    "前": Slot(lead, as_said),
    "话题": Slot(topic, as_said),
    "时间": Slot(when, as_time),
    "时机": Slot(occasion, as_occasion),
    "期限": Slot(deadline, as_deadline),
    "做": Slot(doing, as_action),
    "动作": Slot(action, as_action),
    "知会": Slot(doing, as_notice),
    "步骤": Slot(_step, as_matter),
    "事": Slot(_matter, as_matter),
    "帮办": Slot(_matter, as_service),
    "物": Slot(_thing, as_said),
    "情形": Slot(_thing, as_case),
    "拒绝": Slot(refusal, as_refusal),
    "办不到": Slot(not_done, as_done),
    "帮不成": Slot(not_done, as_done_service),
    "难办": Slot(obstacle, as_goal),
    "事由": Slot(_trouble, as_trouble),
    "随便": Slot(_anything, as_said),
}
