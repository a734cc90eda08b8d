"""What became of every candidate in a text: how it was recognised, how surely, and who let it pass."""

from __future__ import annotations

from collections.abc import Iterator

from linter.engine import Linter, Verdict
from linter.reporters.look import SEVERITY_NAMES, excerpt, harmless

# Why a hit was let pass, by the guard's name.
REASONS = {
    "exception": "在规则列出的例外里",
    "a-not-a": "是“行不行”这样的问句的后一半",
    "within": "只有在小句的开头或结尾才算，这里前后还有话",
    "complement": "是动词的补语，如“看不清楚”",
    "attributive": "形容的是后面的东西，如“不清楚的图片”",
    "negated": "前面有否定，说的是不会这样",
    "subject": "说的是客户或别人，不是坐席自己",
    "object": "“您”是动作的对象，不是被指责的人",
    "turned-object": "禁语说的是“我”，这里说的是别人",
    "condition": "是假设，如“要是不行……”",
    "question": "是在问，不是在说",
    "indirect": "是客气的问法，如“不知道您是否方便”",
    "auxiliary": "只是后面那个动词的助词，如“会不会觉得”",
    "place": "说的是不清楚的地方、问题，请客户来问",
    "whatever": "是“不管多晚都……”的说法",
    "reassured": "后面在安慰客户：没关系、很正常",
    "requested": "是客气的请求：您能……吗",
    "entitled": "说的是客户本该得到的，如“您本来应该昨天就能收到”",
    "foretold": "说的是到时候会怎样，如“一会儿发货就改不了了”",
    "quoted": "是引用别人的话",
    "taught": "是在教人不要这样说",
    "word": "落在别的词里，不是这个词",
    "typo": "看着像错字，其实是另一个词",
    "alone": "只有整条回复就这一句时才算",
}
_MATCHES = {
    "exact": "原话",
    "sound": "同音字",
    "look-alike": "形近字",
    "filler": "夹着语气词",
    "noise": "夹着别的字符",
    "edit": "差一两个字",
}


def verdict_lines(linter: Linter, text: str, rule: str | None) -> Iterator[str]:
    verdicts = _worth_telling([each for each in linter.explain(text) if rule in (None, each.rule.id)])
    if not verdicts:
        yield "没有可疑的地方" + (f"（规则 {rule}）" if rule else "")
    reported = {finding.span for finding in linter.check(text)}
    for verdict in verdicts:
        line = text.rfind("\n", 0, verdict.span.start) + 1
        end = text.find("\n", verdict.span.start)
        whole = text[line : end if end >= 0 else len(text)]
        shown = excerpt(whole, verdict.span.start - line, verdict.span.end - line, 94)
        yield f"{shown.before}{shown.marked}{shown.after}"
        yield shown.carets
        yield f"  像禁语“{harmless(verdict.phrase)}”（{_match(verdict)}，把握 {verdict.score:.2f}）"
        yield f"  规则 {verdict.rule.id}：{harmless(verdict.rule.title)}"
        yield f"  {_outcome(verdict, verdict.span in reported)}"


def _worth_telling(verdicts: list[Verdict]) -> list[Verdict]:
    """Of candidates of one rule with one fate only those that no longer or surer one covers."""
    told: list[Verdict] = []
    for verdict in sorted(verdicts, key=lambda each: (-len(each.span), -each.score)):
        fate = (verdict.rule.id, verdict.severity, verdict.guard)
        if not any(
            fate == (each.rule.id, each.severity, each.guard) and each.span.covers(verdict.span)
            for each in told
        ):
            told.append(verdict)
    return sorted(told, key=lambda each: each.span)


def _match(verdict: Verdict) -> str:
    return _MATCHES.get(verdict.match, verdict.match)


def _outcome(verdict: Verdict, is_reported: bool) -> str:
    if verdict.severity is None:
        return f"放过：{REASONS.get(verdict.guard, verdict.guard)}（{verdict.guard}）"
    name = SEVERITY_NAMES[verdict.severity]
    return f"标出：{name}" if is_reported else f"算{name}，但和更重或更长的一处重叠，只报那一处"
