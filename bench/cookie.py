#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sign in and print the session's cookie, for programs that cannot: cookie.py PORT WHO"""

import sys

from visitor import Visitor

print(Visitor(int(sys.argv[1])).sign_in(sys.argv[2]).cookie)
