#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ask for each page a number of times, one after another over one connection, and print for each:
address, median, 99th percentile and longest in milliseconds, and its bytes. What is measured is the
time from the request to the last byte of the answer.

    pages.py --port 8080 --times 50 --as hana /matrix /board
"""

import argparse
import statistics

from visitor import Visitor, percentile

WARM_UP = 3


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--as", dest="who", default="", help="of the demo, such as ana; else signed out")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()

    visitor = Visitor(options.port)
    if options.who:
        visitor.sign_in(options.who)
    for path in options.paths:
        for _ in range(WARM_UP):
            body, _ = visitor.get(path)
        times = [visitor.get(path)[1] for _ in range(options.times)]
        print(f"{path}\t{statistics.median(times):.2f}\t{percentile(times, 0.99):.2f}\t{max(times):.2f}\t{len(body)}")


if __name__ == "__main__":
    main()
