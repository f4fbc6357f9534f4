"""A prison for one process, made of the kernel's own walls: what `unshare` does, before a byte of a file is read.

Own name spaces for files, processes, network and the rest; an empty folder in memory as the only file system; no rights,
no way to get any, and limits that nothing inside can raise. What is needed of Python was loaded before.
"""

import ctypes
import os
import resource
import secrets
import signal
from contextlib import suppress
from pathlib import Path

from probono.vault.uploads.seccomp import refuse_calls

_NEWNS, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = (
    0x00020000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000,
)  # fmt: skip
_SPACES = _NEWNS | _NEWUTS | _NEWIPC | _NEWPID | _NEWNET
_NOSUID, _NODEV, _NOEXEC, _REC, _PRIVATE = 0x2, 0x4, 0x8, 0x4000, 0x40000
_DETACH = 2
_PDEATHSIG, _DUMPABLE, _CAPBSET_DROP, _NO_NEW_PRIVS = 1, 4, 24, 38
_LAST_CAPABILITY = 40
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_CAPSET = {"x86_64": 126, "aarch64": 91}
_HIGHEST_UID = 2**31
_FOLDER = b"/tmp"
WORK = "/work"
_OUTSIDE_UIDS = 100_000
SHELL_KILLED = 128


def die_with_parent(parent: int) -> None:
    """The kernel ends this process when the one that started it ends."""
    _prctl(_PDEATHSIG, signal.SIGKILL)
    if parent and os.getppid() != parent:
        os._exit(1)


def enter(*, folder_bytes: int) -> bool:
    """Goes in. It returns in a new process that is inside; the old one waits for it and ends as it did.

    True when the process has a user of its own, whom nobody else's processes count against. OSError when the kernel allows
    none of it.
    """
    uid, gid = os.geteuid(), os.getegid()
    is_root = uid == 0 and _unshare(_SPACES)
    if not is_root:
        if not _unshare(_SPACES | _NEWUSER):
            raise PermissionError
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {uid} 1")
        Path("/proc/self/gid_map").write_text(f"0 {gid} 1")
    if child := os.fork():
        _wait(child)
    _prctl(_PDEATHSIG, signal.SIGKILL)
    _empty_root(folder_bytes)
    _drop_rights(is_root=is_root)
    return is_root


def limit(*, memory: int, cpu: int, output: int, processes: int) -> None:
    """Limits that nothing inside can raise again: bytes, seconds, bytes, processes."""
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_NPROC, processes),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
    ):
        resource.setrlimit(kind, (most, most))
    _prctl(_NO_NEW_PRIVS, 1)
    _prctl(_DUMPABLE, 0)
    refuse_calls()


def _wait(child: int) -> None:
    """The process outside: it holds nothing open and ends as the one inside ended."""
    for handle in (0, 1):
        os.close(handle)
    _pid, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    os._exit(code if code >= 0 else SHELL_KILLED - code)


def _empty_root(folder_bytes: int) -> None:
    options = f"size={folder_bytes},nr_inodes=4096,mode=755".encode()
    _mount(b"none", b"/", None, _REC | _PRIVATE, None)
    _mount(b"tmpfs", _FOLDER, b"tmpfs", _NOSUID | _NODEV | _NOEXEC, options)
    os.chdir(_FOLDER)
    os.mkdir("before")
    os.mkdir(WORK.lstrip("/"), 0o777)
    os.chmod(WORK.lstrip("/"), 0o777)  # noqa: S103 (nobody else is here)
    _syscall(_PIVOT_ROOT, b".", b"before")
    os.chdir("/")
    if _libc().umount2(b"/before", _DETACH):
        raise OSError(ctypes.get_errno(), "umount")
    os.rmdir("/before")
    os.chdir(WORK)


def _drop_rights(*, is_root: bool) -> None:
    for capability in range(_LAST_CAPABILITY + 1):
        with suppress(OSError):
            _prctl(_CAPBSET_DROP, capability)
    if is_root:
        become_nobody()
    else:
        head = (ctypes.c_uint32 * 2)(0x20080522, 0)
        none = (ctypes.c_uint32 * 6)()
        _syscall(_CAPSET, ctypes.byref(head), ctypes.byref(none))
    _prctl(_NO_NEW_PRIVS, 1)
    _prctl(_PDEATHSIG, signal.SIGKILL)  # a change of user had taken it away


def become_nobody() -> None:
    """Root becomes a user of its own, who has nothing else on this machine. The rights of root go with it."""
    nobody = _OUTSIDE_UIDS + secrets.randbelow(_HIGHEST_UID - _OUTSIDE_UIDS)
    os.setgroups([])
    os.setresgid(nobody, nobody, nobody)
    os.setresuid(nobody, nobody, nobody)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _unshare(flags: int) -> bool:
    return _libc().unshare(flags) == 0


def _prctl(what: int, value: int) -> None:
    if _libc().prctl(what, ctypes.c_ulong(value), 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def _mount(source: bytes, target: bytes, kind: bytes | None, flags: int, options: bytes | None) -> None:
    if _libc().mount(source, target, kind, ctypes.c_ulong(flags), options):
        raise OSError(ctypes.get_errno(), "mount")


def _syscall(numbers: dict[str, int], *words: object) -> None:
    number = numbers.get(os.uname().machine)
    if number is None:
        raise OSError("this machine's system calls are not known")
    if _libc().syscall(number, *words):
        raise OSError(ctypes.get_errno(), "syscall")
