"""What went wrong, told to the user: one line, what to do about it, and the exit code."""

import os
import sys


class UserError(Exception):
    """A question that cannot be answered, or whose answer is no.

    ``exit_code`` is 1 if the answer is no, 2 if there is none.
    """

    def __init__(self, message: str, *hints: str, exit_code: int = 2) -> None:
        super().__init__(message)
        self.hints = hints
        self.exit_code = exit_code


def tell(message: str) -> None:
    """Say something that is not the answer."""
    from argmap.render.lines import visible

    print("\n".join(visible(line) for line in message.split("\n")), file=sys.stderr)


def report_user_error(error: UserError) -> int:
    """Tell what cannot be answered; the exit code."""
    tell(f"argmap: {error}")
    for hint in filter(None, error.hints):
        tell(f"  {hint}")
    return error.exit_code


def report_bug(error: Exception) -> int:
    """Tell that argmap itself failed, or that there is nowhere to write; the exit code."""
    if isinstance(error, OSError):
        tell(f"argmap: {error.filename or 'cannot write the answer'}: {error.strerror or error}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 2
    if os.environ.get("ARGMAP_DEBUG"):
        raise error
    tell(f"argmap: this is a bug: {type(error).__name__}: {error}")
    tell("  set ARGMAP_DEBUG=1 to see where, and please report it with the command and the map")
    return 2
