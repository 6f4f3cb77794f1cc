#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Adds programs with public facts, a site and its times each to the SQLite database of a demo, exports all as
an HSDS package, and prints seconds, those of the processor, peak memory in MB, programs and bytes of the package.

    hsds.py --enact build/release/bin/enact --database demo.db --services 50000
"""
import argparse
import os
import random
import sqlite3
import subprocess
import sys
import time

AT = "2026-01-01T00:00:00.000Z"
FIELDS = ["astronomy", "biology", "chemistry", "computing", "engineering", "physics"]


def seed(database, count):
    db = sqlite3.connect(database)
    db.execute("pragma synchronous = off")
    dice = random.Random(1)
    with db:
        for number in range(0, max(1, count // 20)):
            db.execute("insert into network_orgs values (?,?,'','nonprofit','','','','',?,'','','','',1,?,?,'bench')",
                       (f"host-{number:06}", f"Host {number}", "Runs programs. " * 5, AT, AT))
        for number in range(count):
            org = f"program-{number:06}"
            parent = f"host-{dice.randrange(max(1, count // 20)):06}" if number % 2 else ""
            db.execute("insert into network_orgs values (?,?,'','pcsp',?,'','','',?,'',?,'','',1,?,?,'bench')",
                       (org, f"Program {number}", parent, "Young people do science. " * 8,
                        f"https://program{number}.example", AT, AT))
            facts = {"cost": str(dice.randrange(3) * 50), "ages": "14 to 18", "grades": "9 to 12",
                     "fields": "; ".join(dice.sample(FIELDS, 2)), "phone": "+1 412 555 0100", "hours": "120"}
            db.executemany("insert into network_facts (thing, subject, field, value, source, as_of, noted_by, noted_at)"
                           " values ('organization',?,?,?,'bench','','bench',?)",
                           [(org, field, value, AT) for field, value in facts.items()])
            db.execute("insert into network_sites (id, org, name, street, city, state, zip, latitude, longitude,"
                       " directions, from_date, until_date, source, as_of, version, noted_by, noted_at)"
                       " values (?,?,'Hall','1 Main Street','Erie','PA','16501',42.1,-80.1,'Ring','','','','',1,'bench',?)",
                       (f"site-{number:06}", org, AT))
            db.executemany("insert into network_site_times values (?,?,?,'16:00','18:00','School year')",
                           [(f"site-{number:06}", 1, "1 3"), (f"site-{number:06}", 2, "5")])
        db.execute("update network_directory set number = number + 1")
    db.execute("analyze")
    db.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--enact", required=True)
    parser.add_argument("--database", required=True)
    parser.add_argument("--services", type=int, default=50_000)
    options = parser.parse_args()
    seed(options.database, options.services)
    package = options.database + ".zip"
    began = time.monotonic()
    child = subprocess.Popen([options.enact, "--database", options.database, "hsds", "export", package],
                             stdout=subprocess.PIPE, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - began
    if status:
        sys.exit(f"enact hsds export failed: {said}")
    print(f"{seconds:.2f}\t{usage.ru_utime + usage.ru_stime:.2f}\t{usage.ru_maxrss / 1024:.0f}\t{said.split()[0]}\t{os.path.getsize(package)}")


if __name__ == "__main__":
    main()
