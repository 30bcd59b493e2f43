"""`python -m workers`: a worker, as `up` and `copydesk worker` start it."""

from __future__ import annotations

import sys

from workers.serve import serve

if __name__ == "__main__":
    sys.exit(serve())
