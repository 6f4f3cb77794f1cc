#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ask the directory of a server as somebody would who types and narrows down, each question once, and hold
counts against what the database that it was seeded from counts itself. Prints lines
"fill TAB seconds TAB seconds of processor TAB MB afterwards TAB MB at most"
"typing|facets TAB questions TAB median TAB p99 TAB processor median TAB processor p99", in milliseconds from the
request to the last byte, and "exact TAB ...".

    directory.py PORT SEEDED.db --pid PID
"""

import argparse
import os
import random
import re
import sqlite3
import statistics
import sys
import time
import urllib.parse

from visitor import Visitor, percentile

NAMES = 60
COMBINATIONS = 300
CHECKS = 12
WORDS = ["lake", "stem", "su", "r", "university", "direc"]

# Each value that an entry has of a facet; the directory's own words for them.
TABLES = """
create temp table ecosystem_of as with recursive down (id, ecosystem) as (
  select id, id from network_orgs where kind = 'ecosystem'
  union all select o.id, d.ecosystem from down d join network_orgs o on o.parent = d.id where o.kind <> 'ecosystem')
  select id, ecosystem from down;
create index temp.by_org on ecosystem_of (id);
create temp table has (facet text, value text, entry text);
insert into has select 'kind', kind, 'o' || id from network_orgs union all select 'kind', 'people', 'p' || id from network_people;
insert into has select 'cohort', cohort, 'o' || id from network_orgs where cohort <> '';
insert into has select 'changed', substr(updated_at, 1, 4), 'o' || id from network_orgs
  union all select 'changed', substr(updated_at, 1, 4), 'p' || id from network_people;
insert into has select 'state', value, 'o' || subject from network_facts where thing = 'organization' and field = 'state';
insert into has select 'ecosystem', ecosystem, 'o' || id from ecosystem_of
  union all select distinct 'ecosystem', e.ecosystem, 'p' || a.person from network_affiliations a join ecosystem_of e on e.id = a.org;
insert into has select 'field', j.value, 'o' || f.subject from network_facts f,
  json_each('["' || replace(f.value, '; ', '","') || '"]') j where f.field = 'fields';
create index temp.by_value on has (facet, value, entry);
create temp table words as
  select 'o' || o.id as entry, ' ' || lower(o.name || ' ' || o.short_name || ' ' || o.region || ' ' || coalesce(c.value, '')) as text
  from network_orgs o left join network_facts c on c.subject = o.id and c.field = 'city' and c.thing = 'organization'
  union all select 'p' || p.id, ' ' || lower(p.name || ' ' || coalesce(group_concat(a.role, ' '), ''))
  from network_people p left join network_affiliations a on a.person = p.id and a.ended_at is null group by p.id;
"""


def processor_ms(pid):
    """Of all its threads, to the nanosecond: the clock of /proc/PID/stat is too coarse for one answer."""
    spent = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/schedstat", encoding="ascii") as stat:
            spent += int(stat.read().split()[0])
    return spent / 1e6


def memory_mb(pid, line="VmRSS"):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(rf"{line}:\s+(\d+)", status.read()).group(1)) // 1024


def address(chosen):
    return "/network" + ("?" + urllib.parse.urlencode(chosen) if chosen else "")


def shown(page):
    """The total and the counts that stand on the page."""
    html = page.decode()
    found = re.search(r'id="entries">([\d,]+) entr', html)
    counts = {}
    for section in re.findall(r'<section class="panel" aria-labelledby="facet-(\w+)">(.*?)</section>', html, re.S):
        facet, body = section
        for link, count in re.findall(r'<a href="([^"]*)"[^>]*>[^<]*</a> <span class="count">([\d,]+)</span>', body):
            query = urllib.parse.parse_qs(urllib.parse.urlsplit(link.replace("&amp;", "&")).query)
            counts[facet, query[facet][0]] = int(count.replace(",", ""))
    return int(found.group(1).replace(",", "")) if found else 0, counts


def counted(db, chosen, facet=None):
    """What SQL counts: all that is chosen, or for each value of a facet with what is chosen of the others."""
    parts, values = [], []
    for name, value in chosen.items():
        if name == "q":
            parts.append("select entry from words where " + " and ".join("text like ?" for _ in value.split()))
            values += [f"% {word}%" for word in value.split()]
        elif name != facet:
            parts.append("select entry from has where facet = ? and value = ?")
            values += [name, value]
    among = f"entry in ({' intersect '.join(parts)})" if parts else "1"
    if facet is None:
        return db.execute(f"select count(*) from words where {among}", values).fetchone()[0]
    return dict(db.execute(f"select value, count(*) from has where facet = ? and {among} group by value", [facet] + values))


def combination(dice, values):
    chosen = {facet: dice.choice(values[facet]) for facet in dice.sample(sorted(values), dice.randrange(1, 4))}
    if dice.random() < 0.5:
        chosen["q"] = dice.choice(WORDS)
    return chosen


def ask_each(name, visitor, paths, pid):
    times, used = [], []
    for path in paths:
        before = processor_ms(pid)
        times.append(visitor.get(path)[1])
        used.append(processor_ms(pid) - before)
    print("\t".join([name, str(len(times))] + [f"{n:.1f}" for n in (
        statistics.median(times), percentile(times, 0.99), statistics.median(used), percentile(used, 0.99))]), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("port", type=int)
    parser.add_argument("database")
    parser.add_argument("--pid", type=int, required=True, help="of the server")
    options = parser.parse_args()
    visitor = Visitor(options.port).sign_in("hana")

    before, cpu, begun = memory_mb(options.pid), processor_ms(options.pid), time.perf_counter()
    visitor.get("/network?q=warm")
    print(f"fill\t{time.perf_counter() - begun:.1f}\t{(processor_ms(options.pid) - cpu) / 1000:.1f}"
          f"\t{memory_mb(options.pid) - before}\t{memory_mb(options.pid, 'VmHWM') - before}", flush=True)

    db = sqlite3.connect(options.database)
    dice = random.Random(2)
    names = [name for (name,) in db.execute("select name from network_orgs union all select name from network_people")]
    typed = dict.fromkeys(name[:end] for name in dice.sample(names, NAMES) for end in range(1, len(name) + 1))
    ask_each("typing", visitor, [address({"q": text}) for text in typed], options.pid)

    db.executescript(TABLES)
    values = {facet: [value for (value,) in db.execute("select distinct value from has where facet = ? order by value", [facet])]
              for facet in ("kind", "state", "ecosystem", "field", "changed")}
    asked = {address(chosen): chosen for chosen in (combination(dice, values) for _ in range(COMBINATIONS))}
    visitor = visitor.twin()  # the first connection was silent for too long
    ask_each("facets", visitor, asked, options.pid)

    wrong, compared = [], 0
    checked = [{}, {"q": "lake"}, {"q": "su r"}] + dice.sample(list(asked.values()), CHECKS)
    for chosen in checked:
        total, counts = shown(visitor.twin().get(address(chosen))[0])
        if total != counted(db, chosen):
            wrong.append(f"{chosen}: {total} shown, {counted(db, chosen)} there")
        for facet in {facet for facet, _ in counts}:
            there = counted(db, chosen, facet)
            for (of, value), count in counts.items():
                if of == facet and count != there.get(value, 0):
                    wrong.append(f"{chosen}, {facet} {value}: {count} shown, {there.get(value, 0)} there")
        compared += 1 + len(counts)
    print("exact\t" + ("; ".join(wrong[:3]) if wrong else f"exact, {compared} counts"))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
