"""Attention by hand in NumPy: the regions of attention.ts, in its order.

A matrix product does for all queries at once what the loops do one by one. Axes before the
last two, where there are any, are heads. Shapes stand beside what they belong to.
"""

import numpy as np


# region dot
def dot(a, b):
    return (a * b).sum()
# endregion dot


# region naive-softmax
def naive_softmax(scores):
    powers = np.exp(scores)
    return powers / powers.sum(axis=-1, keepdims=True)
# endregion naive-softmax


# region softmax
def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
# endregion softmax


# region mix
def mix(weights, V):
    return weights @ V
# endregion mix


# region one-query
def attend_one(query, K, V):
    scores = K @ query / np.sqrt(len(query))
    weights = softmax(scores)
    return mix(weights, V)
# endregion one-query


# region all-queries
def attend(Q, K, V):
    scores = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])  # (n, m)
    weights = softmax(scores)
    return weights @ V  # (n, dV)
# endregion all-queries


# region causal-mask
def causal_mask(n, m):
    return np.arange(m) <= np.arange(n)[:, None]
# endregion causal-mask


# region padding-mask
def padding_mask(n, m, length):
    return np.broadcast_to(np.arange(m) < length, (n, m))
# endregion padding-mask


# region masked-row
def masked_softmax(scores):
    nothing_left = (scores == -np.inf).all(axis=-1, keepdims=True)
    weights = softmax(np.where(nothing_left, 0, scores))
    return np.where(nothing_left, 0, weights)
# endregion masked-row


# region masked
def attend_masked(Q, K, V, mask):
    scores = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])
    masked = np.where(mask, scores, -np.inf)
    weights = masked_softmax(masked)
    return weights @ V
# endregion masked


# region heads
def split_heads(X, heads):
    n, features = X.shape
    parts = X.reshape(n, heads, features // heads)
    return parts.swapaxes(0, 1)  # (heads, n, d)

def join_heads(parts):
    heads, n, d = parts.shape
    return parts.swapaxes(0, 1).reshape(n, heads * d)
# endregion heads


# region project
def project(X, W):
    return X @ W
# endregion project


# region multi-head
def multi_head(X, context, layer, heads, mask):
    WQ, WK, WV, WO = layer
    Q = split_heads(project(X, WQ), heads)
    K = split_heads(project(context, WK), heads)
    V = split_heads(project(context, WV), heads)
    outputs = attend_masked(Q, K, V, mask)  # all heads at once
    return project(join_heads(outputs), WO)
# endregion multi-head


# region cross-attention
def causal_self_attention(X, layer, heads):
    return multi_head(X, X, layer, heads, causal_mask(len(X), len(X)))

def cross_attention(X, source, length, layer, heads):
    mask = padding_mask(len(X), len(source), length)
    return multi_head(X, source, layer, heads, mask)
# endregion cross-attention


if __name__ == "__main__":
    X = np.random.default_rng(seed=7).normal(size=(3, 4))
    print(attend_masked(X, X, X, causal_mask(3, 3)))
