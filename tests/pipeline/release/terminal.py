"""Runs a command on a terminal of its own: types an answer after each prompt, prints all that the terminal showed.

Usage: terminal.py '[["Passphrase: ", "what is typed"], …]' command argument …
"""

import json
import os
import pty
import sys

answers = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

shown = b""
asked_from = 0
while True:
    try:
        part = os.read(terminal, 4096)
    except OSError:
        part = b""
    if not part:
        break
    shown += part
    while answers and answers[0][0].encode() in shown[asked_from:]:
        prompt, answer = answers.pop(0)
        asked_from = shown.index(prompt.encode(), asked_from) + len(prompt.encode())
        os.write(terminal, answer.encode() + b"\r")
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status))
