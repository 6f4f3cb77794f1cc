#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare the matrix and the board of a server with counts that the database made itself, given as
lines "ecosystem TAB strategy TAB state TAB runs". Prints "exact, N runs" or what differs.

    exact.py PORT COUNTS.tsv ECOSYSTEM_OF_THE_BOARD
"""

import csv
import io
import json
import sys

from visitor import Visitor

STATES = ["planned", "in_progress", "done", "written_up", "set_aside"]


def of_matrix(visitor):
    cells = {}
    for line in csv.DictReader(io.StringIO(visitor.get("/matrix.csv")[0].decode("utf-8-sig"))):
        for state in STATES:
            if line[state] != "0":
                cells[line["ecosystem"], "strategies/" + line["strategy"], state] = int(line[state])
    return cells


def main():
    port, file, ecosystem = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    wanted = {}
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            *cell, runs = line.rstrip("\n").split("\t")
            wanted[tuple(cell)] = int(runs)
    visitor = Visitor(port).sign_in("hana")
    shown = of_matrix(visitor)
    wrong = [f"{cell}: {shown.get(cell, 0)} shown, {wanted.get(cell, 0)} there"
             for cell in sorted(shown.keys() | wanted.keys()) if shown.get(cell, 0) != wanted.get(cell, 0)]
    board = json.loads(visitor.get(f"/board.json?ecosystem={ecosystem}")[0])
    there = sum(runs for cell, runs in wanted.items() if cell[0] == ecosystem)
    if board["runs"] != there or sum(len(lane["cards"]) for lane in board["lanes"]) != there:
        wrong.append(f"board of {ecosystem}: {board['runs']} shown, {there} there")
    print("; ".join(wrong[:3]) if wrong else f"exact, {sum(shown.values())} runs")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
