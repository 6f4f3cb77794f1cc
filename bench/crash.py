#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kill the server in the middle of writing, again and again, and look whether anything is missing
that it had said was kept.

Each round, several clients post notes, ticks and new runs at once until 2,000 are answered; at a
random one of them the server gets SIGKILL and is started again. Every note and run that was
answered with 303 must then be in the database exactly once, and `enact doctor` must find nothing
wrong. The database is a copy of a demo's; it is changed.

    crash.py --enact build/release/bin/enact --database copy-of-demo.db --rounds 20
"""

import argparse
import http.client
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time

from visitor import Visitor

CLIENTS = 16
WRITER = "ana"
HER_ECOSYSTEM = "pittsburgh"


class Server:
    def __init__(self, options):
        self.command = [options.enact, "serve", "--database", options.database, "--port", str(options.port),
                        "--log-level", "error"]
        self.port = options.port
        self.process = None

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                return Visitor(self.port).get("/healthz")
            except (OSError, http.client.HTTPException):
                if self.process.poll() is not None:
                    break
                time.sleep(0.01)
        raise RuntimeError("the server did not come up again")

    def end(self, with_signal):
        self.process.send_signal(with_signal)
        self.process.wait()


class Writing:
    """What the clients of one round share. A text is noted as kept only after its 303 has come."""

    def __init__(self, number, writes, kill):
        self.number = number
        self.left = writes
        self.kill_at = random.randrange(1, writes)
        self.kill = kill
        self.kept = {"note": [], "run": []}
        self.answered = 0
        self.refused = []
        self.lock = threading.Lock()

    def next(self):
        with self.lock:
            if self.left == 0:
                return None
            self.left -= 1
            return f"round {self.number} write {self.left}"

    def done(self, kind, text, status):
        with self.lock:
            if status != 303:
                self.refused.append(status)
                return
            self.answered += 1
            if kind in self.kept:
                self.kept[kind].append(text)
            if self.answered == self.kill_at:
                self.kill()


def write(visitor, runs, plays, writing):
    dice = random.Random()
    try:
        while text := writing.next():
            kind = dice.choices(["note", "run", "tick"], [70, 10, 20])[0]
            if kind == "note":
                status = visitor.post(f"/runs/{dice.choice(runs)}/notes", {"note": text})
            elif kind == "run":
                status = visitor.post(f"/{dice.choice(plays)}/runs", {"workspace": HER_ECOSYSTEM, "title": text})
            else:
                status = visitor.post(f"/runs/{dice.choice(runs)}/steps/{dice.randrange(1, 4)}",
                                      {"done": dice.choice(["0", "1"])})
            writing.done(kind, text, status)
    except (OSError, http.client.HTTPException):
        pass  # killed: whether this write was kept is nobody's promise


def missing(database, writing):
    """Of what was answered, the texts that are not there exactly once."""
    found = {}
    with sqlite3.connect(database) as db:
        found["note"] = [t for (t,) in db.execute("select text from playbook_run_notes where text like ?",
                                                  (f"round {writing.number} %",))]
        found["run"] = [t for (t,) in db.execute("select title from playbook_runs where title like ?",
                                                 (f"round {writing.number} %",))]
    faults = [text for kind in found for text in writing.kept[kind] if text not in set(found[kind])]
    return faults + [text for kind in found for text in set(found[kind]) if found[kind].count(text) > 1]


def doctor(options):
    ran = subprocess.run([options.enact, "doctor", "--database", options.database], capture_output=True, text=True)
    return [] if ran.returncode == 0 else [line for line in ran.stdout.splitlines() if "WRONG" in line] or [ran.stderr]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--enact", required=True)
    parser.add_argument("--database", required=True)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--writes", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    random.seed(options.seed)

    with sqlite3.connect(options.database) as db:
        runs = [id for (id,) in db.execute(
            "select id from playbook_runs where workspace = ? and source = ''", (HER_ECOSYSTEM,))]
        plays = [id for (id,) in db.execute("select id from playbook_items where kind = 'play'")]
    server = Server(options)
    server.start()
    ana = Visitor(options.port).sign_in(WRITER)
    answered, faults, slowest_start = 0, [], 0.0
    for number in range(1, options.rounds + 1):
        writing = Writing(number, options.writes, lambda: server.process.send_signal(signal.SIGKILL))
        clients = [threading.Thread(target=write, args=(ana.twin(), runs, plays, writing)) for _ in range(CLIENTS)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        server.process.kill()
        server.process.wait()
        begun = time.monotonic()
        server.start()
        slowest_start = max(slowest_start, time.monotonic() - begun)
        lost = missing(options.database, writing)
        wrong = doctor(options)
        answered += writing.answered
        faults += lost + wrong + [f"answered {status}" for status in writing.refused]
        print(f"round {number}: killed at {writing.kill_at}, {writing.answered} answered, {len(lost)} lost, "
              f"{len(writing.refused)} refused, doctor {'fine' if not wrong else wrong}", file=sys.stderr, flush=True)
    server.end(signal.SIGTERM)
    print(f"{options.rounds}\t{answered}\t{len(faults)}\t{slowest_start:.2f}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
