"""``python -m sds``: what can be done without MkDocs."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Runs the command that ``arguments`` name, in the folder of the project; gives the exit status."""
    try:
        match arguments:
            case ["site", *more]:
                from sds.preview.server import main as site

                return site(more)
            case ["build", *more]:
                from sds.output.build_command import main as build

                return build(more)
            case _:
                print("python -m sds site [--port N], or python -m sds build --no-mkdocs FOLDER", file=sys.stderr)
                return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
