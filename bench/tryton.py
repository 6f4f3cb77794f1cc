# SPDX-License-Identifier: Apache-2.0
"""bench/tryton.py FILE.csv FOLDER: imports people into Tryton, as the peer of our imports.

Reads name, email and phone of every row and makes parties with their contact mechanisms through
Tryton's batch API (`Party.create` of 1,000 at a time, the fastest of its own ways), in one
transaction on SQLite. Prints the rows, the seconds of creating and of the commit, and the most
memory.

Tryton compares nothing with what is there, plans nothing and cannot take an import back, so this is
to be read beside our commit alone."""
import csv
import os
import resource
import sys
import time

path, folder = sys.argv[1], sys.argv[2]

os.environ["TRYTOND_DATABASE_URI"] = "sqlite://"
os.environ["DB_DIR"] = folder
from trytond.config import config  # noqa: E402

config.set("database", "uri", "sqlite://")
config.set("database", "path", folder)

from trytond.pool import Pool  # noqa: E402
from trytond.transaction import Transaction  # noqa: E402
from trytond import backend  # noqa: E402


def make_database(name):
    database = backend.Database(name)
    database.connect()
    with Transaction().start(None, 0, close=True, autocommit=True):
        backend.Database().create(Transaction().connection, name)
    with Transaction().start(name, 0) as transaction, transaction.connection.cursor() as cursor:
        backend.Database(name).init()
        transaction.commit()
    pool = Pool(name)
    pool.init(update=["ir", "res", "country", "party"], lang=["en"])


def values_of(row):
    mechanisms = [{"type": kind, "value": row[column]}
                  for kind, column in (("email", "email"), ("phone", "phone")) if row.get(column)]
    party = {"name": row["name"]}
    if mechanisms:
        party["contact_mechanisms"] = [("create", mechanisms)]
    return party


def main():
    Pool.start()
    name = "bench"
    open(os.path.join(folder, name + ".sqlite"), "w").close()
    make_database(name)
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    pool = Pool(name)
    with Transaction().start(name, 1, context={"language": "en"}) as transaction:
        Party = pool.get("party.party")
        begun = time.monotonic()
        for at in range(0, len(rows), 1000):
            Party.create([values_of(row) for row in rows[at:at + 1000]])
        created = time.monotonic()
        transaction.commit()
        done = time.monotonic()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"tryton  {len(rows)} rows, {created - begun:.2f} s, commit {done - created:.2f} s, "
          f"{memory:.0f} MB")


main()
