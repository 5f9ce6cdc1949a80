"""The program's door: `digest-studio …`, `python -m digest_studio …`. Puts the parts together and imports them late."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    from digest_studio.cli.program import run

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
