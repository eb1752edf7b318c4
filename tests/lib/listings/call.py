"""Calls functions of one listing on numbers from stdin and prints what they return.

In: {"file": path, "calls": [[name, arguments], ...]}. Lists of numbers become float64
arrays of the listing's own kind, as in JavaScript; lists of matrices stay lists of arrays.
Out: a list of results. JSON has neither NaN nor infinity: null is −∞ on the way in, NaN on
the way out.
"""

import contextlib
import importlib.util
import io
import json
import math
import sys

request = json.load(sys.stdin)
spec = importlib.util.spec_from_file_location("listing", request["file"])
listing = importlib.util.module_from_spec(spec)
with contextlib.redirect_stdout(io.StringIO()):  # What it prints of its worked steps.
    spec.loader.exec_module(listing)


def depth(x):
    return 1 + depth(x[0]) if isinstance(x, list) else 0


def numbers(x):
    return [numbers(y) for y in x] if isinstance(x, list) else -math.inf if x is None else x


def array(x):
    yes_or_no = isinstance(x[0], list) and isinstance(x[0][0], bool)
    if hasattr(listing, "torch"):
        return listing.torch.tensor(numbers(x), dtype=listing.torch.bool if yes_or_no else listing.torch.float64)
    return listing.np.array(numbers(x), dtype=bool if yes_or_no else float)


def argument(x):
    return [array(matrix) for matrix in x] if depth(x) == 3 else array(x) if depth(x) > 0 else x


def plain(x):
    if hasattr(x, "tolist"):
        x = x.tolist()
    if isinstance(x, list):
        return [plain(y) for y in x]
    return None if isinstance(x, float) and math.isnan(x) else x


print(json.dumps([plain(getattr(listing, name)(*map(argument, arguments))) for name, arguments in request["calls"]]))
