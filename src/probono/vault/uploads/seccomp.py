"""Calls to the kernel that no converter needs are refused to it: sockets, name spaces, mounts, tracing, loading of code.

A third wall behind name spaces and rights, for the day one of the other two has a hole.
"""

import ctypes
import errno
import os
import struct

_SET_SECCOMP, _FILTER = 22, 2
_LOAD, _JUMP_EQUAL, _JUMP_SET, _JUMP_AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER_AT, _MACHINE_AT, _FIRST_WORD_AT = 0, 4, 16
_OTHER_CALLS_FROM = 0x40000000
_NEW_USER = 0x10000000

MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_CLONE = {"x86_64": 56, "aarch64": 220}
_CLONE3 = 435
REFUSED: dict[str, tuple[int, int]] = {
    "socket": (41, 198), "connect": (42, 203), "ptrace": (101, 117), "mount": (165, 40), "umount2": (166, 39),
    "pivot_root": (155, 41), "chroot": (161, 51), "unshare": (272, 97), "setns": (308, 268), "keyctl": (250, 219),
    "add_key": (248, 217), "request_key": (249, 218), "bpf": (321, 280), "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425), "userfaultfd": (323, 282), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "kexec_load": (246, 104), "init_module": (175, 105), "finit_module": (313, 273),
    "open_by_handle_at": (304, 265), "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "mount_setattr": (442, 442),
}  # fmt: skip
"""Each call by its number on the two kinds of machines."""


def refuse_calls() -> None:
    """From now on, for this process and all it starts. On another kind of machine nothing happens: the other walls hold."""
    machine = os.uname().machine
    if machine not in MACHINES:
        return
    program = _program(machine)
    held = ctypes.create_string_buffer(program, len(program))
    head = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(held)), 16)
    if ctypes.CDLL(None, use_errno=True).prctl(_SET_SECCOMP, _FILTER, head, 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")


def _program(machine: str) -> bytes:
    """The filter: another machine's calls kill, the named ones fail, all others pass."""
    column = list(MACHINES).index(machine)
    lines = [
        _line(_LOAD, _MACHINE_AT),
        _line(_JUMP_EQUAL, MACHINES[machine], yes=1),
        _line(_RETURN, _KILL),
        _line(_LOAD, _NUMBER_AT),
        _line(_JUMP_AT_LEAST, _OTHER_CALLS_FROM, no=1),
        _line(_RETURN, _ERROR | errno.EPERM),
        _line(_JUMP_EQUAL, _CLONE3, no=1),
        _line(_RETURN, _ERROR | errno.ENOSYS),
    ]
    for numbers in REFUSED.values():
        lines += [_line(_JUMP_EQUAL, numbers[column], no=1), _line(_RETURN, _ERROR | errno.EPERM)]
    lines += [
        _line(_JUMP_EQUAL, _CLONE[machine], no=3),
        _line(_LOAD, _FIRST_WORD_AT),
        _line(_JUMP_SET, _NEW_USER, no=1),
        _line(_RETURN, _ERROR | errno.EPERM),
        _line(_RETURN, _ALLOW),
    ]
    return b"".join(lines)


def _line(code: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("HBBI", code, yes, no, value)
