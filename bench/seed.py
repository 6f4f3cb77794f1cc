#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Make the SQLite database of a demo large: ecosystems, runs, and entries for search. Always the
same ones for the same numbers. Run `enact playbook recount` afterwards: the counts are not kept.

    seed.py demo.db --ecosystems 100 --runs 1000000 --entries 10000
"""

import argparse
import datetime
import random
import sqlite3

STATES = {"planned": 15, "in_progress": 25, "done": 20, "written_up": 30, "set_aside": 10}
BOARD_OF = "pittsburgh"  # whose lead the demo signs in; it gets runs for one full board, with steps
STEPS = 8
WORDS_IN_BODY = 300
NOW = datetime.datetime(2026, 11, 20)


def instant(when):
    return when.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def add_ecosystems(db, most):
    known = [id for (id,) in db.execute("select id from network_orgs where kind = 'ecosystem' order by id")]
    for number in range(len(known) + 1, most + 1):
        known.append(f"region-{number}")
        db.execute(
            "insert into network_orgs values (?, ?, '', 'ecosystem', '', '', ?, '', '', '', '', '', '', 1, ?, ?, 'bench')",
            (known[-1], f"Region {number} STEM Ecosystem", f"Cohort {number % 4 + 1}", instant(NOW), instant(NOW)))
    return known


def new_run(dice, plays, workspace, number):
    play, strategy = dice.choice(plays)
    state = dice.choices(list(STATES), STATES.values())[0]
    begun = NOW - datetime.timedelta(days=dice.randrange(900))
    touched = begun + datetime.timedelta(days=dice.randrange((NOW - begun).days + 1))
    is_open = state in ("planned", "in_progress")
    due = (touched + datetime.timedelta(days=dice.randrange(-30, 200))).date().isoformat() if dice.random() < 0.7 else None
    done = touched.date().isoformat() if state in ("done", "written_up") else None
    owner = dice.randrange(400)
    return (f"{dice.getrandbits(100):025x}", play, strategy, workspace, f"Run {number} of {play}", state,
            touched.date().isoformat(), f"person-{owner}", f"Person {owner}", "",
            None if state == "planned" else begun.date().isoformat(), due if is_open else None, done,
            "No time" if state == "set_aside" else "", 1, "", "", "bench", instant(begun), instant(touched), 1)


def add_runs(db, dice, ecosystems, most, board):
    plays = db.execute("select id, parent from playbook_items where kind = 'play' order by id").fetchall()
    of_board = board - db.execute("select count(*) from playbook_runs where workspace = ?", (BOARD_OF,)).fetchone()[0]
    others = [id for id in ecosystems if id != BOARD_OF]
    missing = most - db.execute("select count(*) from playbook_runs").fetchone()[0]
    shares = [dice.uniform(0.2, 1.8) for _ in others]
    places = [BOARD_OF] * of_board + dice.choices(others, shares, k=missing - of_board)
    runs = [new_run(dice, plays, place, number) for number, place in enumerate(places)]
    db.executemany(f"insert into playbook_runs values ({','.join('?' * 21)})", sorted(runs))
    steps = [(run[0], position, f"Step {position}", f"<p>Step {position}</p>",
              run[8] if position <= ticked else None, run[19] if position <= ticked else None)
             for run in runs[:of_board] for ticked in [dice.randrange(STEPS + 1)] for position in range(1, STEPS + 1)]
    db.executemany("insert into playbook_run_steps values (?, ?, ?, ?, ?, ?)", steps)


def add_entries(db, dice, most):
    """Texts of the playbook's own words, as often as they are there, so that some stand everywhere."""
    words = " ".join(text for (text,) in db.execute("select plain from playbook_items order by id")).split()
    rows = [("play", f"bench/{number}", f"/plays/bench-{number}", " ".join(dice.choices(words, k=6)),
             " ".join(dice.choices(words, k=WORDS_IN_BODY)), "") for number in range(most)]
    db.executemany("insert into app_search (kind, id, url, title, body, audience) values (?, ?, ?, ?, ?, ?)", rows)
    db.executemany("insert into app_search_numbers (kind, id, audience) values (?, ?, ?)",
                   [(row[0], row[1], row[5]) for row in rows])
    db.execute("insert into app_search_words (app_search_words) values ('rebuild')")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--ecosystems", type=int, default=100)
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--board", type=int, default=1_000, help=f"runs of {BOARD_OF}")
    parser.add_argument("--entries", type=int, default=10_000)
    options = parser.parse_args()

    db = sqlite3.connect(options.database)
    dice = random.Random(1)
    with db:
        ecosystems = add_ecosystems(db, options.ecosystems)
        add_runs(db, dice, ecosystems, options.runs, options.board)
        add_entries(db, dice, options.entries)
    db.close()


if __name__ == "__main__":
    main()
