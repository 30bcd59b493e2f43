"""Archives for the tests."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile

from tests.unit.workers.parsers.reading import PARAGRAPHS

LINES = "\n".join(
    json.dumps({"headline": f"Report {n}", "body": " ".join(PARAGRAPHS)}) for n in range(3)
)


def zipped(members: dict[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return sink.getvalue()


def tarred(members: dict[str, bytes | str], *, how: int = tarfile.PAX_FORMAT) -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w", format=how, encoding="utf-8") as archive:
        for name, content in members.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return sink.getvalue()


PACKERS = {".zip": zipped, ".tar": tarred, ".tar.gz": lambda m: gzip.compress(tarred(m))}
