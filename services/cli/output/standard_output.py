"""
Standard output whose reader may leave: `copydesk export | head -n 1`.

Other tools are ended by SIGPIPE then, without a word, with the status by which a shell knows it
(141). Python ignores that signal, for the sake of sockets, and raises an error at the next write,
from which a lost database could not be told. So the stream itself says which it was: what is under
way is put in order, and the process ends as the others do.
"""

from __future__ import annotations

import os
import signal
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

from shared.errors import UserError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

CLOSED_PIPE = 128 + signal.SIGPIPE
"""The exit status that a shell shows for a command which its reader has left."""


class ReaderLeft(SystemExit):
    """Whoever read standard output has closed it."""


class _Output(FileIO):
    """The bytes of standard output."""

    def write(self, data: ReadableBuffer, /) -> int:
        """Write; raises `ReaderLeft`, and `UserError` for a full disk."""
        if not memoryview(data).nbytes:
            return 0  # Click asks so whether a stream takes bytes; a full disk refuses even these
        try:
            return super().write(data)
        except BrokenPipeError:
            raise ReaderLeft(CLOSED_PIPE) from None
        except OSError as error:
            # what else is in the buffers would fail too, when the process ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
            raise UserError(f"standard output: {os.strerror(error.errno or 0)}") from error


def prepare() -> None:
    """Let standard output tell when its reader leaves; a test's own stream stays as it is."""
    stream = sys.stdout
    if not isinstance(stream, TextIOWrapper):
        return
    if not isinstance(stream.buffer, BufferedWriter | FileIO):
        return
    stream.flush()
    output = _Output(stream.fileno(), "wb", closefd=False)
    sys.stdout = TextIOWrapper(
        # with PYTHONUNBUFFERED there is no buffer
        BufferedWriter(output) if isinstance(stream.buffer, BufferedWriter) else output,
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def end_as_others_do() -> NoReturn:
    """End this process by SIGPIPE: nothing of Python's own end would be heard any more."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGPIPE)
    raise ReaderLeft(CLOSED_PIPE)
