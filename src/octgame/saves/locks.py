"""A lock on an open journal, so that two octgames never write into the same one."""

import errno
import os
import sys

_UNKNOWN = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)
"""What a file system says that has no locks: then there is nothing to wait for."""

_FAR = 0x7FFFFFF0
"""The byte that Windows locks: far behind the text, for there a lock bars readers."""


def lock(handle: int) -> bool:
    """Lock an open file until it is closed; False where somebody else has it."""
    try:
        _take(handle)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        if error.errno not in _UNKNOWN:
            raise
    return True


if sys.platform == "win32":  # pragma: no cover

    def _take(handle: int) -> None:
        import msvcrt  # noqa: PLC0415 - Windows has it, others have fcntl

        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:

    def _take(handle: int) -> None:
        import fcntl  # noqa: PLC0415 - not there on Windows

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
