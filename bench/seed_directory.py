#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fill the SQLite database of a demo with make-believe organizations and people, their facts and
affiliations. Always the same ones for the same numbers.

    seed_directory.py demo.db --entries 1000000 --ecosystems 100
"""

import argparse
import random
import sqlite3

STATES = ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH "
          "OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY").split()
FIELDS = ["Astronomy", "Biology", "Chemistry", "Computer science", "Data science", "Engineering", "Environment",
          "Health", "Marine science", "Materials", "Mathematics", "Neuroscience", "Physics", "Robotics", "Space"]
KINDS = {"pcsp": 30, "school": 25, "college": 10, "department": 10, "nonprofit": 10, "museum": 4, "business": 6,
         "agency": 3, "funder": 2}
FIRST = ("Lake River Hill Prairie Harbor Valley Mesa Forest Summit Canyon Meadow Island Bridge Mill Stone Cedar Maple Oak "
         "Elm Willow Birch Eagle Falcon Heron Otter Bear Wolf Fox Sun Moon Star Cloud Rain Snow Wind North South East "
         "West Upper Lower Grand Little New Old Silver Golden Blue Green Red").split()
SECOND = ("side view field town port ville land wood crest brook dale ford gate shore point ridge grove park creek "
          "haven").split()
WHAT = {"pcsp": ["STEM Academy", "Robotics Club", "Summer Institute", "Young Scholars", "Science Corps", "Math Circle"],
        "school": ["High School", "Middle School", "Charter School", "Preparatory Academy"],
        "college": ["College", "University", "Community College", "Institute of Technology"],
        "department": ["Department of Physics", "School of Engineering", "Department of Biology"],
        "nonprofit": ["Foundation", "Alliance", "Learning Network"], "museum": ["Science Center", "Museum"],
        "business": ["Laboratories", "Systems", "Works"], "agency": ["Office of Education"], "funder": ["Fund"]}
GIVEN = ("Ana Ben Cleo Dan Eve Flo Gil Hana Ida Jo Kim Lea Max Noa Ola Pia Quin Rui Sam Tia Uma Vic Wes Xia Yara Zoë "
         "José Nuñez Łucja Øyvind").split()
ROLES = ["Director", "Teacher", "Coordinator", "Volunteer", "Dean", "Mentor", "Trustee"]
PEOPLE_OF_100 = 40
PIECE = 50_000


def place(dice):
    return dice.choice(FIRST) + dice.choice(SECOND)


def day(dice):
    return f"{dice.choices([2023, 2024, 2025, 2026], [1, 2, 4, 6])[0]}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}T09:00:00.000Z"


def organizations(db, dice, ecosystems, count):
    colleges = []
    for first in range(0, count, PIECE):
        orgs, facts = [], []
        for number in range(first, min(first + PIECE, count)):
            kind = dice.choices(list(KINDS), KINDS.values())[0]
            id = f"org-{number:07}"
            where = place(dice)
            name = f"{where} {dice.choice(WHAT[kind])}"
            if dice.random() < 0.3:
                name += f" of {place(dice)}"
            parent = dice.choice(ecosystems) if dice.random() < 0.6 else ""
            if kind == "department" and colleges:
                parent = dice.choice(colleges)
            if kind == "college":
                colleges.append(id)
            at = day(dice)
            orgs.append((id, name, "".join(word[0] for word in name.split()), kind, parent, f"{place(dice)} County", at, at))
            state = dice.choice(STATES)
            facts.append(("organization", id, "state", state, at))
            facts.append(("organization", id, "city", place(dice), at))
            if kind == "pcsp":
                facts.append(("organization", id, "fields", "; ".join(sorted(dice.sample(FIELDS, dice.randrange(1, 4)))), at))
        db.executemany("insert into network_orgs values (?,?,?,?,?,?,'','','','','','','',1,?,?,'bench')", orgs)
        add_facts(db, facts)


def add_facts(db, facts):
    db.executemany("insert into network_facts (thing, subject, field, value, source, as_of, noted_by, noted_at)"
                   " values (?,?,?,?,'bench','','bench',?)", facts)


def people(db, dice, ecosystems, orgs, count):
    for first in range(0, count, PIECE):
        persons, roles = [], []
        for number in range(first, min(first + PIECE, count)):
            id, at = f"person-{number:07}", day(dice)
            persons.append((id, f"{dice.choice(GIVEN)} {place(dice)}", at, at))
            for turn in range(dice.choice([1, 1, 2])):
                org = f"org-{dice.randrange(orgs):07}" if dice.random() < 0.9 else dice.choice(ecosystems)
                ended = at if turn else None
                roles.append((f"{id}-{turn}", id, org, dice.choice(ROLES), at, "bench" if ended else None, ended))
        db.executemany("insert into network_people values (?,?,'','','',1,1,?,?,'bench')", persons)
        db.executemany("insert into network_affiliations values (?,?,?,?,'','','bench',?,?,?)", roles)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--entries", type=int, default=1_000_000, help="organizations and people together")
    parser.add_argument("--ecosystems", type=int, default=100)
    options = parser.parse_args()

    db = sqlite3.connect(options.database)
    db.execute("pragma synchronous = off")
    dice = random.Random(1)
    with db:
        ecosystems = [id for (id,) in db.execute("select id from network_orgs where kind = 'ecosystem' order by id")]
        for number in range(len(ecosystems) + 1, options.ecosystems + 1):
            ecosystems.append(f"region-{number}")
            db.execute("insert into network_orgs values (?,?,'','ecosystem','','',?,'','','','','','',1,?,?,'bench')",
                       (ecosystems[-1], f"Region {number} STEM Ecosystem", str(number % 4 + 1), day(dice), day(dice)))
        persons = options.entries * PEOPLE_OF_100 // 100
        organizations(db, dice, ecosystems, options.entries - persons)
        people(db, dice, ecosystems, options.entries - persons, persons)
        db.execute("update network_directory set number = number + 1")
    db.execute("analyze")
    db.close()


if __name__ == "__main__":
    main()
