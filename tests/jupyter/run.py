"""Runs the cells of a notebook from top to bottom, as one program, and prints what each prints.

In: the notebook, from stdin. Out: a list of texts, one for each cell of code.
"""

import contextlib
import io
import json
import sys
import warnings

warnings.simplefilter("ignore")  # Softmax overflows where the text says so.
program = {}
printed = []
for cell in json.load(sys.stdin)["cells"]:
    if cell["cell_type"] == "code":
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(cell["source"], program)
        printed.append(out.getvalue())
print(json.dumps(printed))
