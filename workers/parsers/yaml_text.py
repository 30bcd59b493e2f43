"""
YAML as people write records down, read without a library: documents, objects, lists, texts.

Values are texts, as they stand: no tag, type, anchor or alias means anything, so that nothing in a
file can do or multiply anything. What is no such YAML is refused with its line.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import Any

from shared.errors import Reason, Rejected

_SEPARATOR = re.compile(r"---(?:[ \t]+(?:#.*)?)?|---(?=[ \t]*$)")
_END = re.compile(r"\.\.\.[ \t]*")
_PAIR = re.compile(
    r"(?P<key>[^\s:#\[\]{}\"'&*!|>%@`,-](?:[^:#\n]|:(?=\S)){0,80}?|\"[^\"]{1,80}\"|'[^']{1,80}')"
    r"[ \t]*:(?:[ \t]+(?P<value>.*))?"
)
_BLOCK = re.compile(r"(?P<style>[|>])[+-]?\d?[+-]?[ \t]*(?:#.*)?")
_COMMENT = re.compile(r"[ \t]+#.*")
_ESCAPE = re.compile(
    r"\\(?:([abefnrtvLNP_0])|(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U00([0-9a-fA-F]{6}))|(.))"
)
_IN_QUOTES = {
    '"': re.compile(r"(?:[^\"\\]|\\.|\\$)*+"),
    "'": re.compile(r"(?:[^']|'')*+"),
}
"""What a line has up to the closing quote."""
_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
_SIGNS = {"n": "\n", "t": "\t", "_": "\u00a0", "N": "\n", "L": "\n", "P": "\n"}
_BLANKS = " \t"
"""What YAML has between its signs: other spaces are letters of a text."""
_NOTHING = frozenset({"", "null", "~"})
_DEEPEST = 32


@dataclass(slots=True)
class _Lines:
    """The lines of a document, where in it one reads, and its first line's number."""

    lines: list[str]
    first: int
    at: int = 0

    def peek(self) -> tuple[int, str] | None:
        """Return the indent and text of the next line that says something; None at the end."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            text = line.strip(_BLANKS)
            if text and not text.startswith("#"):
                return len(line) - len(line.lstrip(" ")), text
            self.at += 1
        return None

    def wrong(self, what: str) -> Rejected:
        """Return the refusal of the line at hand."""
        return Rejected(Reason.MALFORMED, f"not valid YAML at line {self.first + self.at}: {what}")


def documents(text: str) -> list[Any]:
    """Return the values of a text's documents; raise `Rejected` for what is no YAML."""
    parts: list[_Lines] = [_Lines([], 1)]
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        begins = _SEPARATOR.fullmatch(line)
        if begins is not None or _END.fullmatch(line):
            parts.append(_Lines([], number + 1))
        elif not (line.startswith("%") and not parts[-1].lines):
            parts[-1].lines.append(line)
    found = []
    for part in parts:
        if (ahead := part.peek()) is None:
            continue
        found.append(_node(part, ahead[0], 0))
        if part.peek() is not None:
            raise part.wrong("the line stands at no level")
    return found


def _node(lines: _Lines, indent: int, depth: int) -> Any:  # noqa: ANN401 - YAML may hold anything
    """Return the value whose first line is the next one, at an indent."""
    if depth > _DEEPEST:
        raise Rejected(Reason.TOO_DEEP, "the YAML is nested too deeply to be read")
    ahead = lines.peek()
    assert ahead is not None
    if ahead[1] == "-" or ahead[1].startswith("- "):
        return _list(lines, indent, depth)
    if _PAIR.fullmatch(ahead[1]) is not None:
        return _object(lines, indent, depth)
    lines.at += 1
    return _value(ahead[1], lines, indent - 1, depth)


def _list(lines: _Lines, indent: int, depth: int) -> list[Any]:
    found: list[Any] = []
    while (ahead := lines.peek()) is not None and ahead[0] == indent:
        text = ahead[1]
        if text != "-" and not text.startswith("- "):
            break
        inner = text[1:].strip(_BLANKS)
        if inner and (_PAIR.fullmatch(inner) or inner.startswith("- ")):
            # an object or list that begins in the entry's own line stands where it begins
            deeper = indent + len(text) - len(text[1:].lstrip(_BLANKS))
            lines.lines[lines.at] = " " * deeper + inner
            found.append(_node(lines, deeper, depth + 1))
        else:
            lines.at += 1
            found.append(_value(inner, lines, indent, depth))
    return found


def _object(lines: _Lines, indent: int, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while (ahead := lines.peek()) is not None and ahead[0] == indent:
        pair = _PAIR.fullmatch(ahead[1])
        if pair is None:
            break
        lines.at += 1
        key = pair["key"].strip("\"'").strip(_BLANKS)
        found.setdefault(key, _value((pair["value"] or "").strip(_BLANKS), lines, indent, depth))
    return found


def _value(written: str, lines: _Lines, indent: int, depth: int) -> Any:  # noqa: ANN401 - the same
    """Return what stands behind a key or dash, or further in below it."""
    if block := _BLOCK.fullmatch(written):
        return _block(lines, indent, folded=block["style"] == ">")
    if not written or written.startswith("#"):
        ahead = lines.peek()
        listed = ahead is not None and ahead[0] == indent and ahead[1].startswith("- ")
        if ahead is None or (ahead[0] <= indent and not listed):
            return None
        return _node(lines, ahead[0], depth + 1)
    if written[0] in "[{":
        return _flow(written, lines)
    if written[0] in "\"'":
        return _quoted(written, lines)
    parts = [_COMMENT.sub("", written)]
    while (ahead := lines.peek()) is not None and ahead[0] > indent:
        parts.append(ahead[1])
        lines.at += 1
    told = " ".join(parts)
    return None if told in _NOTHING else told


def _block(lines: _Lines, indent: int, *, folded: bool) -> str:
    """Return the lines of a text that stand further in; folded ones are one up to a blank line."""
    kept: list[str] = []
    inside = None
    while lines.at < len(lines.lines):
        line = lines.lines[lines.at]
        own = len(line) - len(line.lstrip(" "))
        if line.strip(_BLANKS):
            if own <= indent:
                break
            inside = own if inside is None else inside
        kept.append(line[inside or 0 :].rstrip(_BLANKS) if line.strip(_BLANKS) else "")
        lines.at += 1
    text = "\n".join(kept).strip("\n")
    return re.sub(r"(?<=\S)\n(?=[^\s\n])", " ", text) if folded else text


def _quoted(written: str, lines: _Lines) -> str:
    """Return a text in quotes, which can go on in the next lines; what stands behind is left."""
    mark = written[0]
    inside = _IN_QUOTES[mark]
    parts: list[str] = []
    line = written[1:]
    while True:
        found = inside.match(line)
        assert found is not None  # it matches nothing too
        parts.append(found[0])
        if found.end() < len(line):
            break
        if lines.at >= len(lines.lines):
            raise lines.wrong("a quote is not closed")
        line = lines.lines[lines.at].strip(_BLANKS)
        lines.at += 1
    inner = _LINE_END.sub(" ", "\n".join(parts).replace("\\\n", ""))
    return inner.replace("''", "'") if mark == "'" else _ESCAPE.sub(_unescaped, inner)


def _unescaped(found: re.Match[str]) -> str:
    code = found[2] or found[3] or found[4]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= sys.maxunicode else ""
    return _SIGNS.get(found[1], "") if found[1] else found[5]


def _flow(written: str, lines: _Lines) -> list[str] | dict[str, str] | str:
    """Return the texts in brackets or braces, one level of them; they can go on below."""
    opening, closing = written[0], "]" if written[0] == "[" else "}"
    parts = [written]
    while not _COMMENT.sub("", parts[-1]).rstrip(_BLANKS).endswith(closing):
        if lines.at >= len(lines.lines):
            raise lines.wrong(f"`{opening}` is not closed")
        parts.append(lines.lines[lines.at].strip(_BLANKS))
        lines.at += 1
    inner = _COMMENT.sub("", " ".join(parts)).strip(_BLANKS)[1:-1]
    told = [part for one in _FLOW.findall(inner) if (part := _plain(one))]
    if opening == "[":
        return told
    pairs = (one.partition(":") for one in told)
    return {_plain(key): _plain(value) for key, _, value in pairs if value.strip(_BLANKS)}


_FLOW = re.compile(r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'|[^,\"'])++")


def _plain(text: str) -> str:
    text = text.strip(_BLANKS)
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text
