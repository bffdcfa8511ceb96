"""Opening the file of an index, to ask it or to write it."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection


def connect_to_read(path: str) -> "Connection":
    """A connection that cannot write.

    A finished index never changes, as a new one takes its place; so nothing has to be locked.
    """
    from sqlite3 import connect

    where = os.path.abspath(path).replace(os.sep, "/")
    for sign in "%?#":
        where = where.replace(sign, f"%{ord(sign):02x}")
    return connect(f"file:{where}?mode=ro&immutable=1", uri=True)


def connect_to_write(path: str) -> "Connection":
    """A connection to a file that nobody else knows yet.

    Nothing is kept to undo a change, nor waited for the disk: a file that does not get finished is
    thrown away. The lock is held until the end, by which others see that it is being written.
    """
    from sqlite3 import connect

    connection = connect(path, isolation_level=None, timeout=0)
    for setting in (
        "journal_mode = OFF",
        "synchronous = OFF",
        "locking_mode = EXCLUSIVE",
        "cache_size = -65536",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN EXCLUSIVE")
    return connection


def is_being_written(path: str) -> bool:
    """Whether a process is at work on a file."""
    from sqlite3 import Error, connect

    try:
        connection = connect(path, isolation_level=None, timeout=0)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        finally:
            connection.close()
    except Error as error:
        return "locked" in str(error)
    return False
