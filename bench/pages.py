#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ask for each page a number of times, one after another over one connection, and print for each:
address, median, 99th percentile and longest in milliseconds, the processor time of the server for
each in milliseconds, and its bytes. What is measured is the time from the request to the last byte of
the answer.

    pages.py --port 8080 --times 50 --as hana /matrix /board
"""

import argparse
import os
import statistics

from visitor import Visitor, percentile

WARM_UP = 3


def processor_ms(pid):
    if not pid:
        return float("nan")
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--pid", type=int, help="of the server, for its processor time")
    parser.add_argument("--as", dest="who", default="", help="of the demo, such as ana; else signed out")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()

    visitor = Visitor(options.port)
    if options.who:
        visitor.sign_in(options.who)
    for path in options.paths:
        for _ in range(WARM_UP):
            body, _ = visitor.get(path)
        before = processor_ms(options.pid)
        times = [visitor.get(path)[1] for _ in range(options.times)]
        used = (processor_ms(options.pid) - before) / options.times
        print(f"{path}\t{statistics.median(times):.2f}\t{percentile(times, 0.99):.2f}\t{max(times):.2f}"
              f"\t{used:.2f}\t{len(body)}")


if __name__ == "__main__":
    main()
