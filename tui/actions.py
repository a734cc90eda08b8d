"""Everything the agent can do: the one table that feeds keys, help, command palette and footer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Where(Enum):
    """The part of the screen that has a key; the value is its title in the help."""

    EVERYWHERE = "任何地方"
    WRITE = "写回复"
    PRACTICE = "练习"
    EDITING = "编辑"
    DRAFT = "光标"
    LIST = "列表"
    READING = "阅读"
    SEARCH = "查找窗口"
    HELP = "帮助"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `does` is Textual's name for it; one with a `brief` name stands in the footer."""

    id: str
    does: str
    keys: tuple[str, ...]
    name: str
    about: str
    where: Where
    brief: str = ""


def _in(where: Where, *rows: tuple[str, ...]) -> tuple[Action, ...]:
    """Actions of one place: id, Textual's name, keys, name, what it does, and for the footer its brief name."""
    return tuple(
        Action(id, does, tuple(keys.split()), name, about, where, *brief)
        for id, does, keys, name, about, *brief in rows
    )


ACTIONS = (
    *_in(
        Where.EVERYWHERE,
        ("help", "help", "f1", "帮助", "说明当前窗格和它的按键", "帮助"),
        ("commands", "commands", "ctrl+p", "命令", "列出所有命令，可以查找", "命令"),
        ("theme", "toggle_theme", "", "深色或浅色", "在深色和浅色之间切换，下次打开还是这样"),
        ("next-pane", "app.focus_next", "tab", "下一个窗格", "移到下一个窗格"),
        ("previous-pane", "app.focus_previous", "shift+tab", "上一个窗格", "移到上一个窗格"),
        ("quit", "quit", "ctrl+q", "退出", "退出；没有复制的草稿下次打开还在"),
    ),
    *_in(
        Where.WRITE,
        ("replace", "replace", "f2 ctrl+r", "替换", "用选中的建议替换当前这一处", "替换"),
        ("next-finding", "step_finding(1)", "f3", "下一处", "移到下一处问题", "下一处"),
        ("previous-finding", "step_finding(-1)", "shift+f3", "上一处", "移到上一处问题"),
        ("next-alternative", "step_alternative(1)", "f4", "换一条", "看下一条建议", "换一条"),
        ("previous-alternative", "step_alternative(-1)", "shift+f4", "退一条", "看上一条建议"),
        ("replace-all", "replace_all", "f5", "全部替换", "替换所有可以直接用的建议", "全改"),
        ("phrases", "phrases", "f6 ctrl+t", "常用语", "查找并插入规范用语，可按汉字、拼音或首字母", "常用语"),
        (
            "false-alarm",
            "false_alarm",
            "f7",
            "误报",
            "这一处没有问题：本稿不再提醒，并记录下来给培训师",
            "误报",
        ),
        ("patterns", "patterns", "f8", "句式", "用四个句式改写当前这一句，或插入句式", "句式"),
        ("copy", "copy_reply", "f9", "复制成稿", "复制整篇回复，并说明是怎样复制的", "复制"),
        ("situation", "situation", "ctrl+o", "选择场景", "选定来电场景，常用语先列这个场景的"),
        ("hints", "toggle_hints", "ctrl+l", "显示或隐藏提示", "只看必改和注意，或连提示一起看"),
        ("forget-false-alarms", "forget_false_alarms", "", "恢复误报提醒", "本稿中标为误报的重新提醒"),
        ("save", "save", "ctrl+s", "保存", "存回打开的文件", "保存"),
        ("clear", "clear_draft", "ctrl+n", "清空重写", "清空草稿，开始下一条回复（可以撤销）"),
        ("back-to-draft", "back_to_draft", "escape", "回到草稿", "从别的窗格回到草稿"),
    ),
    *_in(
        Where.PRACTICE,
        ("submit", "submit", "f9", "交卷", "检查这一题的改写", "交卷"),
        ("show-answer", "show_answer", "f4", "看参考", "看参考说法，这一题只得三成分", "看参考"),
        ("skip", "skip", "f6", "跳过", "跳过这一题，不得分", "跳过"),
        ("finish", "finish", "f10 ctrl+e", "结束练习", "结束并看得分", "看得分"),
    ),
    *_in(
        Where.DRAFT,
        ("next-blank", "next_blank", "tab", "下一个空", "跳到下一个要填的空；没有空就移到下一个窗格"),
        ("left", "cursor_left", "left", "左移", "光标左移一个字"),
        ("right", "cursor_right", "right", "右移", "光标右移一个字"),
        ("up", "cursor_up", "up", "上移", "光标上移一行"),
        ("down", "cursor_down", "down", "下移", "光标下移一行"),
        ("word-left", "cursor_word_left", "ctrl+left", "左移一词", "光标左移一个词"),
        ("word-right", "cursor_word_right", "ctrl+right", "右移一词", "光标右移一个词"),
        ("line-start", "cursor_line_start", "home", "行首", "光标移到行首"),
        ("line-end", "cursor_line_end", "end", "行尾", "光标移到行尾"),
        ("page-up", "cursor_page_up", "pageup", "上一页", "光标上移一页"),
        ("page-down", "cursor_page_down", "pagedown", "下一页", "光标下移一页"),
        ("select-left", "cursor_left(True)", "shift+left", "向左选", "向左多选一个字"),
        ("select-right", "cursor_right(True)", "shift+right", "向右选", "向右多选一个字"),
        ("select-up", "cursor_up(True)", "shift+up", "向上选", "向上多选一行"),
        ("select-down", "cursor_down(True)", "shift+down", "向下选", "向下多选一行"),
        ("select-word-left", "cursor_word_left(True)", "ctrl+shift+left", "向左选词", "向左多选一个词"),
        ("select-word-right", "cursor_word_right(True)", "ctrl+shift+right", "向右选词", "向右多选一个词"),
        ("select-to-start", "cursor_line_start(True)", "shift+home", "选到行首", "选到行首"),
        ("select-to-end", "cursor_line_end(True)", "shift+end", "选到行尾", "选到行尾"),
        ("delete-left", "delete_left", "backspace", "删前一字", "删掉光标前的一个字"),
        ("delete-right", "delete_right", "delete", "删后一字", "删掉光标后的一个字"),
        ("delete-word-left", "delete_word_left", "ctrl+w ctrl+backspace", "删前一词", "删掉光标前的一个词"),
        (
            "delete-word-right",
            "delete_word_right",
            "alt+delete ctrl+delete",
            "删后一词",
            "删掉光标后的一个词",
        ),
        ("delete-to-start", "delete_to_start_of_line", "ctrl+u", "删到行首", "从光标删到行首"),
        ("delete-to-end", "delete_to_end_of_line", "ctrl+k", "删到行尾", "从光标删到行尾"),
    ),
    *_in(
        Where.EDITING,
        ("undo", "undo", "ctrl+z super+z", "撤销", "撤销上一步"),
        ("redo", "redo", "ctrl+y super+y", "重做", "重做撤销的一步"),
        ("cut", "cut", "ctrl+x super+x", "剪切", "剪切选中的字；没有选中就剪切一行"),
        ("copy-selection", "copy", "ctrl+c super+c", "复制选中", "复制选中的字"),
        ("paste", "paste", "ctrl+v super+v", "粘贴", "粘贴刚才在这里复制的字"),
        ("select-all", "select_all", "ctrl+a", "全选", "选中整篇"),
    ),
    *_in(
        Where.LIST,
        ("choose", "choose", "enter", "选用", "选用这一条（双击也可以）"),
        ("list-up", "move(-1)", "up", "上一条", "上一条"),
        ("list-down", "move(1)", "down", "下一条", "下一条"),
        ("list-page-up", "page(-1)", "pageup", "上一页", "上翻一页"),
        ("list-page-down", "page(1)", "pagedown", "下一页", "下翻一页"),
        ("list-first", "first", "home", "第一条", "第一条"),
        ("list-last", "last", "end", "最后一条", "最后一条"),
    ),
    *_in(
        Where.READING,
        ("read-up", "scroll_up", "up", "上一行", "上滚一行"),
        ("read-down", "scroll_down", "down", "下一行", "下滚一行"),
        ("read-page-up", "page_up", "pageup", "上一页", "上翻一页", "上翻"),
        ("read-page-down", "page_down", "pagedown", "下一页", "下翻一页", "下翻"),
        ("read-start", "scroll_home", "home", "开头", "回到开头"),
        ("read-end", "scroll_end", "end", "末尾", "翻到末尾"),
    ),
    *_in(
        Where.SEARCH,
        ("accept", "accept", "enter", "选用", "选用选中的这一条", "选用"),
        ("search-up", "move(-1)", "up", "上一条", "上一条", "上移"),
        ("search-down", "move(1)", "down", "下一条", "下一条", "下移"),
        ("search-page-up", "page(-1)", "pageup", "上一页", "上翻一页"),
        ("search-page-down", "page(1)", "pagedown", "下一页", "下翻一页"),
        ("next-group", "group(1)", "tab", "下一个场景", "只看下一个场景", "换场景"),
        ("previous-group", "group(-1)", "shift+tab", "上一个场景", "只看上一个场景"),
        ("close", "close", "escape", "返回", "不选，回到草稿", "返回"),
    ),
    *_in(
        Where.HELP,
        ("close-help", "close", "escape f1", "返回", "回到刚才的窗格", "返回"),
    ),
)


NEEDED = (
    "help",
    "replace",
    "next-finding",
    "copy",
    "save",
    "submit",
    "accept",
    "close",
    "close-help",
    "finish",
)
"""What a narrow footer shows before all else."""


def actions(*places: Where) -> tuple[Action, ...]:
    """The actions of some places, place by place."""
    return tuple(action for place in places for action in ACTIONS if action.where is place)
