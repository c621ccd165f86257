"""
in-terminal.py INPUT COMMAND…

Runs a command in a terminal of its own, types INPUT, Enter and Ctrl+D once the command has said something, and prints
what the terminal showed. Exits with the command's status. Node has no pseudo-terminals.
"""

import os
import pty
import select
import sys

TYPED, COMMAND = sys.argv[1], sys.argv[2:]

child, terminal = pty.fork()
if child == 0:
    os.execvp(COMMAND[0], COMMAND)

shown = b""
typed = False
while True:
    ready, _, _ = select.select([terminal], [], [], 60)
    if not ready:
        sys.exit("The command fell silent.")
    try:
        part = os.read(terminal, 65536)
    except OSError:
        part = b""
    if part == b"":
        break
    shown += part
    if not typed and b"\n" in shown:
        typed = True
        os.write(terminal, TYPED.encode() + b"\n\x04")
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status))
