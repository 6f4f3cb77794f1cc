# SPDX-License-Identifier: Apache-2.0
"""cards.py: reads contact cards with python3-vobject and says how many there are, and their names."""
import json
import sys

try:
    import vobject
except ImportError:
    print("vobject is not installed (python3-vobject)", file=sys.stderr)
    sys.exit(77)

cards = list(vobject.readComponents(sys.stdin.read(), validate=True))
for card in cards:
    card.validate()
print(json.dumps([
    {"name": card.fn.value, "email": card.email.value if hasattr(card, "email") else None}
    for card in cards]))
