#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Start `enact demo`, ask for the first page until it comes, and print after how many milliseconds
it did: start.py ENACT DATABASE PORT"""

import http.client
import subprocess
import sys
import time

from visitor import Visitor

LONGEST = 60


def main():
    enact, database, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
    begun = time.perf_counter()
    server = subprocess.Popen([enact, "demo", "--database", database, "--port", str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.perf_counter() - begun < LONGEST:
            try:
                Visitor(port).get("/")
                print(round((time.perf_counter() - begun) * 1000))
                return
            except (OSError, http.client.HTTPException):
                time.sleep(0.001)
        sys.exit("the first page did not come")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
