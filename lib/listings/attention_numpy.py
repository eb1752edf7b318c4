"""Attention by hand in NumPy: the regions of attention.ts, in its order.

Each is followed by a region in which it is worked on three words, "apple is delicious":
the comments at its end are what it prints, and a test compares them.

A matrix product does for all queries at once what the loops do one by one. Axes before the
last two, where there are any, are heads. Shapes stand beside what they belong to.
"""

import numpy as np

np.set_printoptions(precision=4, suppress=True)


# region dot
def dot(a, b):
    return (a * b).sum()
# endregion dot

# region dot-worked
query = np.array([0.89, 0.3])  # what "delicious" asks for
keys = np.array([
    [1.31, 0.35],  # what "apple" is found by
    [-0.16, -0.18],  # "is"
    [0.13, 1.09],  # "delicious"
])
scores = np.array([dot(query, key) for key in keys])
print(scores)
# [ 1.2709 -0.1964  0.4427]
# endregion dot-worked


# region naive-softmax
def naive_softmax(scores):
    powers = np.exp(scores)
    return powers / powers.sum(axis=-1, keepdims=True)
# endregion naive-softmax

# region naive-softmax-worked
print(naive_softmax(np.array([710.0, 0, 0])))
print(naive_softmax(scores))
# [nan  0.  0.]
# [0.5997 0.1383 0.262 ]
# endregion naive-softmax-worked


# region softmax
def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
# endregion softmax

# region softmax-worked
print(softmax(np.array([710.0, 0, 0])))
shares = softmax(scores)
print(shares)
# [1. 0. 0.]
# [0.5997 0.1383 0.262 ]
# endregion softmax-worked


# region online-softmax
def online_softmax(scores):
    largest, total = -np.inf, 0
    for score in scores:
        larger = np.maximum(largest, score)
        total = total * np.exp(largest - larger) + np.exp(score - larger)
        largest = larger
    return np.exp(scores - largest) / total
# endregion online-softmax

# region online-softmax-worked
shares = online_softmax(scores)
print(shares)
# [0.5997 0.1383 0.262 ]
# endregion online-softmax-worked


# region mix
def mix(weights, V):
    return weights @ V
# endregion mix

# region mix-worked
values = np.array([
    [0.97, 0.18],  # what "apple" hands over
    [0.02, 0.09],  # "is"
    [0.31, 0.95],  # "delicious"
])
print(mix(shares, values))
# [0.6657 0.3693]
# endregion mix-worked


# region one-query
def attend_one(query, K, V):
    scores = K @ query / np.sqrt(len(query))
    weights = softmax(scores)
    return mix(weights, V)
# endregion one-query

# region one-query-worked
print(attend_one(query, keys, values))
# [0.6016 0.3876]
# endregion one-query-worked


# region all-queries
def attend(Q, K, V):
    scores = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])  # (n, m)
    weights = softmax(scores)
    return weights @ V  # (n, dV)
# endregion all-queries

# region all-queries-worked
queries = np.array([
    [0.41, 1.14],  # what "apple" asks for
    [0.46, 0.54],  # "is"
    [0.89, 0.3],  # "delicious"
])
print(attend(queries, keys, values))
# [[0.5075 0.5316]
#  [0.5229 0.4498]
#  [0.6016 0.3876]]
# endregion all-queries-worked


# region causal-mask
def causal_mask(n, m):
    return np.arange(m) <= np.arange(n)[:, None]
# endregion causal-mask

# region causal-mask-worked
print(causal_mask(3, 3))
# [[ True False False]
#  [ True  True False]
#  [ True  True  True]]
# endregion causal-mask-worked


# region padding-mask
def padding_mask(n, m, length):
    return np.broadcast_to(np.arange(m) < length, (n, m))
# endregion padding-mask

# region padding-mask-worked
print(padding_mask(3, 3, 2))
# [[ True  True False]
#  [ True  True False]
#  [ True  True False]]
# endregion padding-mask-worked


# region masked-row
def masked_softmax(scores):
    nothing_left = (scores == -np.inf).all(axis=-1, keepdims=True)
    weights = softmax(np.where(nothing_left, 0, scores))
    return np.where(nothing_left, 0, weights)
# endregion masked-row

# region masked-row-worked
hidden = np.array([-np.inf, -np.inf, -np.inf])
print(softmax(hidden))
print(masked_softmax(hidden))
# [nan nan nan]
# [0. 0. 0.]
# endregion masked-row-worked


# region masked
def attend_masked(Q, K, V, mask):
    scores = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])
    masked = np.where(mask, scores, -np.inf)
    weights = masked_softmax(masked)
    return weights @ V
# endregion masked

# region masked-worked
print(attend_masked(queries, keys, values, causal_mask(3, 3)))
# [[0.97   0.18  ]
#  [0.6507 0.1497]
#  [0.6016 0.3876]]
# endregion masked-worked


# region heads
def split_heads(X, heads):
    n, features = X.shape
    parts = X.reshape(n, heads, features // heads)
    return parts.swapaxes(0, 1)  # (heads, n, d)

def join_heads(parts):
    heads, n, d = parts.shape
    return parts.swapaxes(0, 1).reshape(n, heads * d)
# endregion heads

# region heads-worked
X = np.array([
    [0.9, 0, 0.1, 0.8],  # "apple"
    [0.1, 0.9, 0, 0],  # "is"
    [0, 0.1, 0.9, 0.4],  # "delicious"
])
print(split_heads(X, 2))
# [[[0.9 0. ]
#   [0.1 0.9]
#   [0.  0.1]]
#
#  [[0.1 0.8]
#   [0.  0. ]
#   [0.9 0.4]]]
# endregion heads-worked


# region project
def project(X, W):
    return X @ W
# endregion project

# region project-worked
WQ = np.array([[0.1, 0.9], [0.5, 0.5], [0.8, 0.1], [0.3, 0.4]])
print(project(X, WQ))
# [[0.41 1.14]
#  [0.46 0.54]
#  [0.89 0.3 ]]
# endregion project-worked


# region multi-head
def multi_head(X, context, layer, heads, mask):
    WQ, WK, WV, WO = layer
    Q = split_heads(project(X, WQ), heads)
    K = split_heads(project(context, WK), heads)
    V = split_heads(project(context, WV), heads)
    outputs = attend_masked(Q, K, V, mask)  # all heads at once
    return project(join_heads(outputs), WO)
# endregion multi-head

# region multi-head-worked
WK = np.array([[1.1, 0], [-0.3, -0.2], [0, 1.1], [0.4, 0.3]])
WV = np.array([[0.2, 0], [0, 0.1], [-0.1, 1], [1, 0.1]])
WO = np.array([[1.0, 0, 0, 1], [0, 1, 1, 0]])
layer = WQ, WK, WV, WO
print(multi_head(X, X, layer, 2, causal_mask(3, 3)))
# [[0.97   0.18   0.18   0.97  ]
#  [0.6497 0.1414 0.1414 0.6497]
#  [0.669  0.4652 0.4652 0.669 ]]
# endregion multi-head-worked


# region positions
def position_signal(n, width):
    waves = width // 2
    frequencies = 10_000 ** (-np.arange(waves) / (waves - 1))
    angles = np.arange(n)[:, None] * frequencies  # (n, waves)
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=-1)
# endregion positions

# region positions-worked
print(X + position_signal(3, 4))
# [[0.9    0.     1.1    1.8   ]
#  [0.9415 0.9001 0.5403 1.    ]
#  [0.9093 0.1002 0.4839 1.4   ]]
# endregion positions-worked


# region cross-attention
def causal_self_attention(X, layer, heads):
    return multi_head(X, X, layer, heads, causal_mask(len(X), len(X)))

def cross_attention(X, source, length, layer, heads):
    mask = padding_mask(len(X), len(source), length)
    return multi_head(X, source, layer, heads, mask)
# endregion cross-attention

# region cross-attention-worked
written = X[1:]  # "is delicious" looks at "apple is"
print(cross_attention(written, X, 2, layer, 2))
# [[0.6497 0.1414 0.1414 0.6497]
#  [0.7679 0.1386 0.1386 0.7679]]
# endregion cross-attention-worked


# region gradient
def gradient(query, K, V, goal):
    root = np.sqrt(len(query))
    weights = softmax(K @ query / root)
    to_output = 2 * (mix(weights, V) - goal)
    to_weights = V @ to_output
    to_scores = weights * (to_weights - weights @ to_weights)
    return to_scores @ K / root
# endregion gradient

# region gradient-worked
goal = values[2]  # what "delicious" hands over
learned = query
for step in range(1, 21):
    learned = learned - 2 * gradient(learned, keys, values, goal)
    if step == 1:
        print(attend_one(learned, keys, values))
print(attend_one(learned, keys, values))
# [0.5297 0.4473]
# [0.3362 0.8171]
# endregion gradient-worked


# region tiled
def attend_tiled(query, K, V, tile=2):
    largest, total, output = -np.inf, 0, 0
    for j in range(0, len(K), tile):
        scores = K[j : j + tile] @ query / np.sqrt(len(query))
        larger = np.maximum(largest, scores.max())
        rescale = np.exp(largest - larger)
        powers = np.exp(scores - larger)
        total = rescale * total + powers.sum()
        output = rescale * output + powers @ V[j : j + tile]
        largest = larger
    return output / total
# endregion tiled

# region tiled-worked
print(attend_tiled(query, keys, values, 2))
# [0.6016 0.3876]
# endregion tiled-worked
