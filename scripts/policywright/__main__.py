"""The command `policywright`, which `python -m policywright` stands for too."""

import sys

from policywright import INTERRUPTED, STOPPED


def main() -> None:
    """Run the command; it can be stopped from the beginning, while it is still being loaded."""
    try:
        from policywright import cli  # noqa: PLC0415  takes a while

        cli.main()
    except KeyboardInterrupt:
        print(f"\n{STOPPED}", file=sys.stderr)  # noqa: T201  what prints may not be loaded yet
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
