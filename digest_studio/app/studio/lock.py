"""Who has an issue open: a small file `.studio/lock`, so that a second studio opens the folder to read only.

The lock of a studio that died on this machine is taken over; one held on another machine is believed.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path

from digest_studio.app.studio.hidden import open_new, read_bounded
from digest_studio.base.say import Said, say
from digest_studio.base.values import dataclass

LOCK = "lock"
_LARGEST = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, and since when (ISO 8601). `started` tells a process from a later one with its number; "": unknown."""

    pid: int
    host: str
    user: str
    since: str
    started: str
    token: str

    def __str__(self) -> str:
        """`anna on desk-7, since 2024-03-12 10:41`."""
        return str(self.words)

    @property
    def words(self) -> Said:
        return say(
            "{user} on {host}, since {time}",
            user=self.user or say("somebody"),
            host=self.host or say("another machine"),
            time=self.since.replace("T", " ")[:16],
        )


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is ours until it is released."""

    path: Path
    holder: Holder

    def release(self) -> None:
        """Gives the lock up, unless somebody else has taken it over."""
        if _read(self.path) == self.holder:
            self.path.unlink(missing_ok=True)


def take_lock(hidden: Path, *, by_force: bool = False) -> Lock | Holder:
    """The lock of an issue, or who holds it. `by_force`: whoever holds it. Raises OSError when no lock can be written."""
    path = hidden / LOCK
    ours = _ourselves()
    with _one_at_a_time(hidden):
        while True:
            if _create(path, ours):
                return Lock(path, ours)
            holder = _read(path)
            if holder is not None and not by_force and _lives(holder):
                return holder
            _bury(path, holder)


@contextmanager
def _one_at_a_time(hidden: Path) -> Iterator[None]:
    """Nobody else on this machine looks at a lock and takes it over meanwhile. The system ends that with the process.

    Where the system or the file system has no such thing, `_bury` still takes no living lock away for long.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    folder = os.open(hidden, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _ourselves() -> Holder:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = ""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return Holder(os.getpid(), platform.node(), user, now, _started(os.getpid()), uuid.uuid4().hex)


def _create(path: Path, holder: Holder) -> bool:
    """Writes the lock if there is none. It appears with its content: nobody reads an empty one."""
    draft = path.with_name(f"{LOCK}.{holder.token}")
    with os.fdopen(open_new(draft), "w", encoding="utf-8") as file:
        json.dump(asdict(holder), file)
    try:
        return _linked(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _linked(draft: Path, path: Path) -> bool:
    """Gives a file its final name, if that is free."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links (FAT, some network ones)
        try:
            descriptor = open_new(path)
        except FileExistsError:
            return False
        with os.fdopen(descriptor, "wb") as file:
            file.write(draft.read_bytes())
    return True


def _read(path: Path) -> Holder | None:
    """Who holds a lock; None for no lock, or one that nobody can have written."""
    data = read_bounded(path, _LARGEST)
    try:
        values = json.loads(data or b"")
        holder = Holder(**{field.name: values[field.name] for field in fields(Holder)})
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    texts = (holder.host, holder.user, holder.since, holder.started, holder.token)
    return holder if type(holder.pid) is int and holder.pid > 0 and all(isinstance(each, str) for each in texts) else None


def _lives(holder: Holder) -> bool:
    """Whether the holder may still be at work."""
    if holder.host != platform.node():
        return True
    if not _exists(holder.pid):
        return False
    return not holder.started or holder.started == _started(holder.pid)


def _exists(pid: int) -> bool:
    if os.name == "nt":  # there os.kill would end the process
        import ctypes

        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
        handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # STILL_ACTIVE
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _started(pid: int) -> str:
    """When a process began, in the system's own words; "" where the system does not say (only Linux does, as a file)."""
    with suppress(OSError, IndexError):
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}:{status.rpartition(')')[2].split()[19]}"  # proc(5): starttime is field 22
    return ""


def _bury(path: Path, holder: Holder | None) -> None:
    """Removes the lock of `holder`, and no other: somebody may have taken it over meanwhile."""
    grave = path.with_name(f"{LOCK}.{uuid.uuid4().hex}")
    with suppress(FileNotFoundError):
        path.rename(grave)
        if _read(grave) != holder:
            _linked(grave, path)
        if grave.is_dir():
            raise IsADirectoryError(21, "it is a folder", str(path))
        grave.unlink()
