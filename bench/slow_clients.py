#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hold many slow connections against a server on this machine and see who suffers.

Opens connections that send a header or a body one byte at a time, or nothing, and opens a new one
for each that the server cuts. Meanwhile a well-behaved client asks for a page about 50 times a
second on one connection. Prints its response times and the server's memory, then how the server
answers oversized and malformed requests. Talks to 127.0.0.1 only.

    slow_clients.py --port 8080 --pid $(pidof enact) --path /
"""

import argparse
import http.client
import multiprocessing
import random
import selectors
import socket
import statistics
import time

SERVER = "127.0.0.1"
SOURCES = [f"127.0.0.{i}" for i in range(2, 61)]
BEGINNINGS = {
    "header": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    "body": b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n",
    "chunked": b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
    "silent": b"",
}


class SlowClient:
    def __init__(self, port, kind, source):
        self.kind = kind
        self.next_byte = time.monotonic() + random.random()
        self.socket = socket.socket()
        self.socket.setblocking(False)
        self.socket.bind((source, 0))
        self.socket.connect_ex((SERVER, port))
        self.begun = False

    def trickle(self, interval):
        """Sends what is due; False when the server has closed."""
        try:
            if not self.begun:
                self.begun = True
                self.socket.send(BEGINNINGS[self.kind])
            elif self.kind != "silent":
                self.socket.send(b"a")
        except BlockingIOError:
            pass
        except OSError:
            return False
        self.next_byte = time.monotonic() + interval
        return True


def attack(options, report):
    """Keeps options.connections open until the time is over; reports how many are open and were cut."""
    selector = selectors.DefaultSelector()
    clients, cut, opened = set(), 0, 0
    kinds = list(BEGINNINGS) if options.kind == "mixed" else [options.kind]
    end = time.monotonic() + options.seconds

    def drop(client):
        selector.unregister(client.socket)
        client.socket.close()
        clients.remove(client)

    while (now := time.monotonic()) < end:
        for _ in range(min(200, options.connections - len(clients))):
            try:
                client = SlowClient(options.port, kinds[opened % len(kinds)], SOURCES[opened % len(SOURCES)])
            except OSError:
                break
            opened += 1
            clients.add(client)
            selector.register(client.socket, selectors.EVENT_READ, client)
        for key, _ in selector.select(0.05):
            try:
                over = key.data.socket.recv(4096) == b""
            except BlockingIOError:
                over = False
            except OSError:
                over = True
            if over:
                cut += 1
                drop(key.data)
        for client in [c for c in clients if c.next_byte <= now]:
            if not client.trickle(options.interval):
                cut += 1
                drop(client)
        report[:] = [len(clients), cut]


def resident_mb(pid):
    if not pid:
        return float("nan")
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def timed_get(connection, path):
    """Milliseconds, or None when there was no 2xx or 3xx answer."""
    begun = time.perf_counter()
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return (time.perf_counter() - begun) * 1000 if answer.status < 400 else None
    except (OSError, http.client.HTTPException):
        connection.close()
        return None


def row(name, open_now, cut, times, failed, memory):
    times = sorted(times) or [float("nan")]
    print(f"{name:>8} {open_now:>6} {cut:>7} {len(times):>6} {failed:>6} "
          f"{statistics.median(times):>8.2f} {times[int(len(times) * 0.99)]:>8.2f} {times[-1]:>8.2f} {memory:>7.1f}",
          flush=True)


def measure(options, seconds, name, report):
    connection = http.client.HTTPConnection(SERVER, options.port, timeout=10)
    times, failed, end = [], 0, time.monotonic() + seconds
    while time.monotonic() < end:
        took = timed_get(connection, options.path)
        if took is None:
            failed += 1
        else:
            times.append(took)
        time.sleep(1 / options.rate)
    row(name, *report[:], times, failed, resident_mb(options.pid))


def status_of(port, request):
    with socket.create_connection((SERVER, port), timeout=10) as connection:
        try:
            connection.sendall(request)
        except OSError:
            pass  # answered and closed before all of it was sent
        try:
            first_line = connection.recv(4096).split(b"\r\n")[0].split(b" ")
            return first_line[1].decode() if len(first_line) > 1 else "closed"
        except OSError as error:
            return type(error).__name__


def probe(port):
    head, host = b"POST / HTTP/1.1\r\n", b"Host: localhost\r\n"
    chunk = b"10000\r\n" + b"b" * 65536 + b"\r\n"
    probes = [
        ("header of 64 KiB", "431", b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 65536 + b"\r\n\r\n"),
        ("1,000 headers", "431", b"GET / HTTP/1.1\r\n" + host + b"X: a\r\n" * 1000 + b"\r\n"),
        ("address of 64 KiB", "414", b"GET /" + b"a" * 65536 + b" HTTP/1.1\r\n" + host + b"\r\n"),
        ("body announced as 1 TB", "413", head + host + b"Content-Length: 1000000000000\r\n\r\n"),
        ("chunked body of 64 MiB", "413", head + host + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 1024),
        ("length and chunked", "400", head + host + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"),
        ("no Host", "400", b"GET / HTTP/1.1\r\n\r\n"),
        ("NUL in the path", "400", b"GET /%00 HTTP/1.1\r\n" + host + b"\r\n"),
        ("TRACE", "501", b"TRACE / HTTP/1.1\r\n" + host + b"\r\n"),
        ("HTTP/2 preface", "505", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    ]
    print(f"\n{'probe':<26} {'wanted':>7} {'got':>7}")
    for name, wanted, request in probes:
        print(f"{name:<26} {wanted:>7} {status_of(port, request):>7}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--pid", type=int, help="of the server, to show its memory")
    parser.add_argument("--path", default="/", help="that the well-behaved client asks for")
    parser.add_argument("--connections", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--kind", choices=["mixed", *BEGINNINGS], default="mixed")
    parser.add_argument("--interval", type=float, default=0.5, help="seconds between two bytes")
    parser.add_argument("--rate", type=float, default=50, help="requests a second of the well-behaved client")
    options = parser.parse_args()
    options.connections = min(options.connections, 15_000)
    options.seconds = min(options.seconds, 600)

    report = multiprocessing.Array("i", 2)
    print(f"{'':>8} {'slow':>6} {'cut':>7} {'good':>6} {'failed':>6} {'p50 ms':>8} {'p99 ms':>8} {'max ms':>8} {'RSS MB':>7}")
    measure(options, min(5, options.seconds), "before", report)
    attacker = multiprocessing.Process(target=attack, args=(options, report), daemon=True)
    attacker.start()
    for at in range(0, options.seconds, 5):
        measure(options, min(5, options.seconds - at), f"{at + 5} s", report)
    attacker.join()
    report[0] = 0
    measure(options, 3, "after", report)
    probe(options.port)


if __name__ == "__main__":
    main()
