"""Attention by hand in PyTorch: the regions of attention.ts, in its order.

Axes before the last two, where there are any, are heads. The last region is the call
that a program would make instead.
"""

import torch
from torch.nn.functional import scaled_dot_product_attention


# region dot
def dot(a, b):
    return (a * b).sum()
# endregion dot


# region naive-softmax
def naive_softmax(scores):
    powers = scores.exp()
    return powers / powers.sum(dim=-1, keepdim=True)
# endregion naive-softmax


# region softmax
def softmax(scores):
    powers = (scores - scores.amax(dim=-1, keepdim=True)).exp()
    return powers / powers.sum(dim=-1, keepdim=True)
# endregion softmax


# region mix
def mix(weights, V):
    return weights @ V
# endregion mix


# region one-query
def attend_one(query, K, V):
    scores = K @ query / len(query) ** 0.5
    weights = softmax(scores)
    return mix(weights, V)
# endregion one-query


# region all-queries
def attend(Q, K, V):
    scores = Q @ K.mT / Q.shape[-1] ** 0.5  # (n, m)
    weights = softmax(scores)
    return weights @ V  # (n, dV)
# endregion all-queries


# region causal-mask
def causal_mask(n, m):
    return torch.arange(m) <= torch.arange(n)[:, None]
# endregion causal-mask


# region padding-mask
def padding_mask(n, m, length):
    return (torch.arange(m) < length).expand(n, m)
# endregion padding-mask


# region masked-row
def masked_softmax(scores):
    nothing_left = (scores == -torch.inf).all(dim=-1, keepdim=True)
    weights = softmax(scores.masked_fill(nothing_left, 0))
    return weights.masked_fill(nothing_left, 0)
# endregion masked-row


# region masked
def attend_masked(Q, K, V, mask):
    scores = Q @ K.mT / Q.shape[-1] ** 0.5
    masked = scores.masked_fill(~mask, -torch.inf)
    weights = masked_softmax(masked)
    return weights @ V
# endregion masked


# region heads
def split_heads(X, heads):
    n, features = X.shape
    parts = X.reshape(n, heads, features // heads)
    return parts.transpose(0, 1)  # (heads, n, d)

def join_heads(parts):
    heads, n, d = parts.shape
    return parts.transpose(0, 1).reshape(n, heads * d)
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


# region built-in
def attend_built_in(Q, K, V, mask):
    return scaled_dot_product_attention(Q, K, V, attn_mask=mask)
# endregion built-in


if __name__ == "__main__":
    X = torch.randn(3, 4, generator=torch.Generator().manual_seed(7))
    print(attend_masked(X, X, X, causal_mask(3, 3)))
