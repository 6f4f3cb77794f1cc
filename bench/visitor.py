# SPDX-License-Identifier: Apache-2.0
"""A browser without a screen: keeps one connection and one session with a server on this machine."""

import http.client
import math
import re
import time
import urllib.parse

PASSWORD = "make-believe-river"  # of everybody in the demo


class Visitor:
    def __init__(self, port, cookie="", csrf=""):
        self.port = port
        self.cookie = cookie
        self.csrf = csrf
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def sign_in(self, handle):
        fields = {"csrf": "", "next": "/account", "email": f"{handle}@enact.example", "password": PASSWORD}
        status, headers, _ = self.ask("POST", "/sign-in", fields)
        cookie = headers.get("Set-Cookie", "").split(";")[0]
        if status != 303 or not cookie:
            raise RuntimeError(f"signing in as {handle} answered {status}")
        self.cookie = cookie
        page = self.ask("GET", "/account")[2].decode()
        self.csrf = re.search(r'name="csrf" value="([^"]+)"', page).group(1)
        return self

    def twin(self):
        """The same session over another connection."""
        return Visitor(self.port, self.cookie, self.csrf)

    def ask(self, method, path, fields=None, compressed=False):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if compressed:
            headers["Accept-Encoding"] = "gzip"
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def get(self, path):
        """The body and how long it took, in milliseconds."""
        begun = time.perf_counter()
        status, _, body = self.ask("GET", path)
        took = (time.perf_counter() - begun) * 1000
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        return body, took

    def post(self, path, fields):
        return self.ask("POST", path, {"csrf": self.csrf, **fields})[0]


def percentile(times, share):
    """The smallest time that no more than 1 - `share` of all times exceed."""
    return sorted(times)[math.ceil(len(times) * share) - 1]
