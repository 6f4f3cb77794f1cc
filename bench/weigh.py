#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The bytes that a first visit to a page costs: the page and every style sheet, script, icon, font
and picture that it names, with gzip where the server offers it. weigh.py PORT PATH"""

import gzip
import re
import sys

from visitor import Visitor


def main():
    visitor, path = Visitor(int(sys.argv[1])), sys.argv[2]
    waiting, weights = [path], {}
    while waiting:
        address = waiting.pop(0)
        if address in weights:
            continue
        status, headers, body = visitor.ask("GET", address, compressed=True)
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")
        weights[address] = len(body)
        text = body
        if headers.get("Content-Encoding") == "gzip":
            text = gzip.decompress(body)
        text = text.decode(errors="replace")
        kind = headers.get_content_type()
        if kind == "text/html":
            waiting += re.findall(r'<link rel="(?:stylesheet|icon|preload)" href="(/[^"]+)"', text)
            waiting += re.findall(r'<(?:script|img|source)[^>]* src="(/[^"]+)"', text)
        elif kind == "text/css":
            waiting += re.findall(r'url\(["\']?(/[^)"\']+)', text)
        elif kind.endswith("javascript"):
            waiting += re.findall(r'import\(?\s*"(/[^"]+)"', text)
    for address, weight in weights.items():
        print(f"{weight}\t{address}")
    print(f"{sum(weights.values())}\tin all")


if __name__ == "__main__":
    main()
