"""
keeper.py REPORT SETTLE GRACE COMMAND…

Runs a command. When it ends, kills whatever it started that is still running, and lists those processes as JSON in the
file REPORT; without leftovers nothing is written. SETTLE: seconds that processes already exiting may take (a browser's
last process, say). GRACE: seconds the command has, once asked to end, to stop what it started.

Linux reparents an orphan to its nearest ancestor that asked for orphans (PR_SET_CHILD_SUBREAPER, `man 2 prctl`), and this
process asks. So nothing escapes the process tree: not by a new session, a double fork, or another environment. Unlike a
PID namespace or a cgroup, it needs no privilege. Node cannot make the call; Python, which the tests need anyway, can.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36

LONGEST_TOLD = 200


def stat(pid):
    """State, parent PID and start time (clock ticks since boot) of a process; None if it is gone."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            # The name is in parentheses and may contain anything, parentheses included.
            fields = file.read().rpartition(")")[2].split()
        return fields[0], int(fields[1]), int(fields[19])
    except (OSError, IndexError):
        return None


def descendants():
    """All running descendants of this process, each with its start time; without zombies."""
    children = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        known = stat(entry)
        if known is not None:
            children.setdefault(known[1], []).append((int(entry), known[0], known[2]))
    found = {}
    waiting = [os.getpid()]
    while waiting:
        for pid, state, start in children.get(waiting.pop(), []):
            waiting.append(pid)
            if state not in "ZX":
                found[pid] = start
    return found


def told(pid):
    """The parts of a command line that cannot hold a secret: the program, paths, and switches without their values."""
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            words = file.read().decode(errors="replace").replace("\0", " ").split()
    except OSError:
        return ""
    rest = [word.partition("=")[0] for word in words[1:] if word[0] in "-/"]
    return " ".join([os.path.basename(words[0]), *rest])[:LONGEST_TOLD] if words else ""


def collect():
    """Reaps zombies."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0] > 0:
            pass
    except ChildProcessError:
        pass


def end_all(seconds=10):
    """Kills descendants until none is left, since they may start others in the meantime. True if none is left."""
    limit = time.monotonic() + seconds
    while (found := descendants()) and time.monotonic() < limit:
        for pid in found:
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        time.sleep(0.02)
        collect()
    return not found


def end_left(settle):
    """Kills what still runs after `settle` seconds. Returns one row per process."""
    limit = time.monotonic() + settle
    while (found := descendants()) and time.monotonic() < limit:
        collect()
        time.sleep(0.05)
    booted = time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)
    ticks = os.sysconf("SC_CLK_TCK")
    rows = [
        {"pid": pid, "command": told(pid), "startedAt": round((booted + start / ticks) * 1000)}
        for pid, start in sorted(found.items())
    ]
    if not end_all():
        for pid in descendants():
            print(f"Could not be ended: process {pid}, {told(pid)}", file=sys.stderr)
    return rows


class Child:
    """The command. `status` is None while it runs."""

    def __init__(self, command):
        # In its own session, so that Ctrl+C reaches only us and we forward it once.
        self.pid = subprocess.Popen(command, close_fds=False, start_new_session=True).pid
        self.status = None

    def wait(self, is_over):
        """Waits until the command has ended or `is_over` returns true. Reaps orphans meanwhile."""
        while self.status is None and not is_over():
            ended, status = os.waitpid(-1, os.WNOHANG)
            if ended == self.pid:
                code = os.waitstatus_to_exitcode(status)
                self.status = code if code >= 0 else 128 - code
            elif ended == 0:
                time.sleep(0.05)


def main():
    report, settle, grace, *command = sys.argv[1:]
    parent = os.getppid()
    asked = []
    # Only note signals: one may arrive more than once, and at any point.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: asked.append(received))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        sys.exit(f"This kernel gives no orphans back: {os.strerror(ctypes.get_errno())}")
    # If our own parent is killed, end everything.
    prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:
        return 128 + signal.SIGTERM

    child = Child(command)
    child.wait(lambda: bool(asked))
    if child.status is not None:
        left = end_left(float(settle))
        if left:
            with open(report, "w", encoding="utf-8") as file:
                json.dump(left, file)
        return child.status
    try:
        os.kill(child.pid, signal.SIGTERM)
    except ProcessLookupError:
        pass
    limit = time.monotonic() + float(grace)
    child.wait(lambda: time.monotonic() >= limit)
    end_left(0)
    return 128 + signal.SIGTERM


sys.exit(main())
