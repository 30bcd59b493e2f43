"""What the directives of reStructuredText show of themselves, by their names."""

from __future__ import annotations

from typing import Final

TITLED: Final = frozenset({"admonition", "topic", "rubric", "centered"})
"""The argument is a heading."""
SPOKEN: Final = frozenset(
    {"note", "tip", "warning", "important", "hint", "attention", "caution", "danger", "error",
     "seealso", "epigraph", "pull-quote", "highlights", "compound", "replace", "line-block"}
)  # fmt: skip
"""The argument is the beginning of the text."""
UNREAD: Final = frozenset(
    {"image", "figure", "raw", "include", "literalinclude", "toctree", "contents", "math", "meta",
     "highlight", "default-role", "role", "class", "index", "graphviz", "mermaid", "plantuml",
     "uml", "unicode", "date", "target-notes", "header", "footer", "sectnum", "only", "video",
     "section-numbering", "bibliography", "autosummary", "sidebar", "tabularcolumns", "youtube",
     "gallery", "plot", "title", "module", "currentmodule"}
)  # fmt: skip
"""No text of the article: pictures, code of other languages, what a generator fills in."""
CODE: Final = frozenset({"code", "code-block", "sourcecode", "parsed-literal"})
TABLES: Final = frozenset({"csv-table", "list-table"})
