#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fill the SQLite database of a demo with make-believe people and with who knows whom: most know a
few, some very many. Always the same ones for the same numbers.

    seed_links.py links.db --people 1000000 --links 5000000
"""

import argparse
import random
import sqlite3

PIECE = 100_000
AT = "2026-11-22T09:00:00.000Z"
TEAM = 60  # people of an ecosystem


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--links", type=int, default=5_000_000)
    parser.add_argument("--ecosystems", type=int, default=100)
    options = parser.parse_args()

    db = sqlite3.connect(options.database)
    for pragma in ("synchronous = off", "journal_mode = off", "cache_size = -200000"):
        db.execute(f"pragma {pragma}")
    dice = random.Random(1)
    many = options.people
    name = list(range(many))
    dice.shuffle(name)  # so that who knows many stands anywhere

    def somebody():
        # The first knows about a hundredth of all links, the median three: a long tail.
        return f"bench-{name[int(many * dice.random() ** 3)]:07}"

    with db:
        indexes = db.execute("select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = 'network_links'").fetchall()
        for index, _ in indexes:
            db.execute(f"drop index {index}")
        for first in range(0, many, PIECE):
            db.executemany("insert into network_people values (?,?,'','','',1,1,?,?,'bench')",
                           ((f"bench-{n:07}", f"Person {n}", AT, AT) for n in range(first, min(first + PIECE, many))))
        for number in range(options.ecosystems):
            id = f"bench-region-{number}"
            db.execute("insert into network_orgs values (?,?,'','ecosystem','','','1','','','','','','',1,?,?,'bench')",
                       (id, f"Region {number}", AT, AT))
            team = dice.sample(range(many), TEAM)
            db.executemany("insert into network_affiliations values (?,?,?,'Member','','','bench',?,null,null)",
                           ((f"{id}-{n}", f"bench-{person:07}", id, AT) for n, person in enumerate(team)))
        columns = [row[1] for row in db.execute("pragma table_info(network_links)")]
        always = {"kind": "knows", "from_thing": "person", "to_thing": "person", "from_date": "", "until_date": "",
                  "note": "", "source": "bench", "noted_by": "bench", "noted_by_name": "bench", "noted_at": AT,
                  "ended_by": None, "ended_at": None, "version": 1}
        places = ",".join(":" + column for column in columns)

        def links(first, last):
            for number in range(first, last):
                yield dict(always, id=f"bench-link-{number:07}", from_id=somebody(), to_id=somebody(),
                           strength=dice.choice([1, 1, 1, 2, 2, 3]), is_private=int(dice.random() < 0.02),
                           last_contact=dice.choice(["", "2019", "2023-05", "2024-11", "2025-09", "2026-03", "2026-10"]),
                           workspace=f"bench-region-{dice.randrange(options.ecosystems)}")

        for first in range(0, options.links, PIECE):
            db.executemany(f"insert into network_links values ({places})", links(first, min(first + PIECE, options.links)))
        for _, sql in indexes:
            db.execute(sql)
    db.execute("analyze")
    db.close()


if __name__ == "__main__":
    main()
