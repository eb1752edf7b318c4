"""Attention by hand in PyTorch: the regions of attention.ts, in its order.

Each is followed by a region in which it is worked on three words, "apple is delicious":
the comments at its end are what it prints, and a test compares them.

Axes before the last two, where there are any, are heads. The last region is the call
that a program would make instead.
"""

import torch
from torch.nn.functional import scaled_dot_product_attention


# region dot
def dot(a, b):
    return (a * b).sum()
# endregion dot

# region dot-worked
query = torch.tensor([0.89, 0.3])  # what "delicious" asks for
keys = torch.tensor([
    [1.31, 0.35],  # what "apple" is found by
    [-0.16, -0.18],  # "is"
    [0.13, 1.09],  # "delicious"
])
scores = torch.tensor([dot(query, key) for key in keys])
print(scores)
# tensor([ 1.2709, -0.1964,  0.4427])
# endregion dot-worked


# region naive-softmax
def naive_softmax(scores):
    powers = scores.exp()
    return powers / powers.sum(dim=-1, keepdim=True)
# endregion naive-softmax

# region naive-softmax-worked
print(naive_softmax(torch.tensor([710.0, 0, 0])))
print(naive_softmax(scores))
# tensor([nan, 0., 0.])
# tensor([0.5997, 0.1383, 0.2620])
# endregion naive-softmax-worked


# region softmax
def softmax(scores):
    powers = (scores - scores.amax(dim=-1, keepdim=True)).exp()
    return powers / powers.sum(dim=-1, keepdim=True)
# endregion softmax

# region softmax-worked
print(softmax(torch.tensor([710.0, 0, 0])))
shares = softmax(scores)
print(shares)
# tensor([1., 0., 0.])
# tensor([0.5997, 0.1383, 0.2620])
# endregion softmax-worked


# region online-softmax
def online_softmax(scores):
    largest, total = torch.tensor(-torch.inf), 0
    for score in scores:
        larger = torch.maximum(largest, score)
        total = total * (largest - larger).exp() + (score - larger).exp()
        largest = larger
    return (scores - largest).exp() / total
# endregion online-softmax

# region online-softmax-worked
shares = online_softmax(scores)
print(shares)
# tensor([0.5997, 0.1383, 0.2620])
# endregion online-softmax-worked


# region mix
def mix(weights, V):
    return weights @ V
# endregion mix

# region mix-worked
values = torch.tensor([
    [0.97, 0.18],  # what "apple" hands over
    [0.02, 0.09],  # "is"
    [0.31, 0.95],  # "delicious"
])
print(mix(shares, values))
# tensor([0.6657, 0.3693])
# endregion mix-worked


# region one-query
def attend_one(query, K, V):
    scores = K @ query / len(query) ** 0.5
    weights = softmax(scores)
    return mix(weights, V)
# endregion one-query

# region one-query-worked
print(attend_one(query, keys, values))
# tensor([0.6016, 0.3876])
# endregion one-query-worked


# region all-queries
def attend(Q, K, V):
    scores = Q @ K.mT / Q.shape[-1] ** 0.5  # (n, m)
    weights = softmax(scores)
    return weights @ V  # (n, dV)
# endregion all-queries

# region all-queries-worked
queries = torch.tensor([
    [0.41, 1.14],  # what "apple" asks for
    [0.46, 0.54],  # "is"
    [0.89, 0.3],  # "delicious"
])
print(attend(queries, keys, values))
# tensor([[0.5075, 0.5316],
#         [0.5229, 0.4498],
#         [0.6016, 0.3876]])
# endregion all-queries-worked


# region causal-mask
def causal_mask(n, m):
    return torch.arange(m) <= torch.arange(n)[:, None]
# endregion causal-mask

# region causal-mask-worked
print(causal_mask(3, 3))
# tensor([[ True, False, False],
#         [ True,  True, False],
#         [ True,  True,  True]])
# endregion causal-mask-worked


# region padding-mask
def padding_mask(n, m, length):
    return (torch.arange(m) < length).expand(n, m)
# endregion padding-mask

# region padding-mask-worked
print(padding_mask(3, 3, 2))
# tensor([[ True,  True, False],
#         [ True,  True, False],
#         [ True,  True, False]])
# endregion padding-mask-worked


# region masked-row
def masked_softmax(scores):
    nothing_left = (scores == -torch.inf).all(dim=-1, keepdim=True)
    weights = softmax(scores.masked_fill(nothing_left, 0))
    return weights.masked_fill(nothing_left, 0)
# endregion masked-row

# region masked-row-worked
hidden = torch.tensor([-torch.inf, -torch.inf, -torch.inf])
print(softmax(hidden))
print(masked_softmax(hidden))
# tensor([nan, nan, nan])
# tensor([0., 0., 0.])
# endregion masked-row-worked


# region masked
def attend_masked(Q, K, V, mask):
    scores = Q @ K.mT / Q.shape[-1] ** 0.5
    masked = scores.masked_fill(~mask, -torch.inf)
    weights = masked_softmax(masked)
    return weights @ V
# endregion masked

# region masked-worked
print(attend_masked(queries, keys, values, causal_mask(3, 3)))
# tensor([[0.9700, 0.1800],
#         [0.6507, 0.1497],
#         [0.6016, 0.3876]])
# endregion masked-worked


# region heads
def split_heads(X, heads):
    n, features = X.shape
    parts = X.reshape(n, heads, features // heads)
    return parts.transpose(0, 1)  # (heads, n, d)

def join_heads(parts):
    heads, n, d = parts.shape
    return parts.transpose(0, 1).reshape(n, heads * d)
# endregion heads

# region heads-worked
X = torch.tensor([
    [0.9, 0, 0.1, 0.8],  # "apple"
    [0.1, 0.9, 0, 0],  # "is"
    [0, 0.1, 0.9, 0.4],  # "delicious"
])
print(split_heads(X, 2))
# tensor([[[0.9000, 0.0000],
#          [0.1000, 0.9000],
#          [0.0000, 0.1000]],
#
#         [[0.1000, 0.8000],
#          [0.0000, 0.0000],
#          [0.9000, 0.4000]]])
# endregion heads-worked


# region project
def project(X, W):
    return X @ W
# endregion project

# region project-worked
WQ = torch.tensor([[0.1, 0.9], [0.5, 0.5], [0.8, 0.1], [0.3, 0.4]])
print(project(X, WQ))
# tensor([[0.4100, 1.1400],
#         [0.4600, 0.5400],
#         [0.8900, 0.3000]])
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
WK = torch.tensor([[1.1, 0], [-0.3, -0.2], [0, 1.1], [0.4, 0.3]])
WV = torch.tensor([[0.2, 0], [0, 0.1], [-0.1, 1], [1, 0.1]])
WO = torch.tensor([[1.0, 0, 0, 1], [0, 1, 1, 0]])
layer = WQ, WK, WV, WO
print(multi_head(X, X, layer, 2, causal_mask(3, 3)))
# tensor([[0.9700, 0.1800, 0.1800, 0.9700],
#         [0.6497, 0.1414, 0.1414, 0.6497],
#         [0.6690, 0.4652, 0.4652, 0.6690]])
# endregion multi-head-worked


# region positions
def position_signal(n, width):
    waves = width // 2
    frequencies = 10_000 ** (-torch.arange(waves) / (waves - 1))
    angles = torch.arange(n)[:, None] * frequencies  # (n, waves)
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
# endregion positions

# region positions-worked
print(X + position_signal(3, 4))
# tensor([[0.9000, 0.0000, 1.1000, 1.8000],
#         [0.9415, 0.9001, 0.5403, 1.0000],
#         [0.9093, 0.1002, 0.4839, 1.4000]])
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
# tensor([[0.6497, 0.1414, 0.1414, 0.6497],
#         [0.7679, 0.1386, 0.1386, 0.7679]])
# endregion cross-attention-worked


# region gradient
def gradient(query, K, V, goal):
    query = query.clone().requires_grad_()
    loss = ((attend_one(query, K, V) - goal) ** 2).sum()
    loss.backward()  # the way back, worked out by PyTorch
    return query.grad
# endregion gradient

# region gradient-worked
goal = values[2]  # what "delicious" hands over
learned = query
for step in range(1, 21):
    learned = learned - 2 * gradient(learned, keys, values, goal)
    if step == 1:
        print(attend_one(learned, keys, values))
print(attend_one(learned, keys, values))
# tensor([0.5297, 0.4473])
# tensor([0.3362, 0.8171])
# endregion gradient-worked


# region tiled
def attend_tiled(query, K, V, tile=2):
    largest, total, output = torch.tensor(-torch.inf), 0, 0
    for j in range(0, len(K), tile):
        scores = K[j : j + tile] @ query / len(query) ** 0.5
        larger = torch.maximum(largest, scores.amax())
        rescale = (largest - larger).exp()
        powers = (scores - larger).exp()
        total = rescale * total + powers.sum()
        output = rescale * output + powers @ V[j : j + tile]
        largest = larger
    return output / total
# endregion tiled

# region tiled-worked
print(attend_tiled(query, keys, values, 2))
# tensor([0.6016, 0.3876])
# endregion tiled-worked


# region built-in
def attend_built_in(Q, K, V, mask):
    return scaled_dot_product_attention(Q, K, V, attn_mask=mask)
# endregion built-in

# region built-in-worked
print(attend_built_in(queries, keys, values, causal_mask(3, 3)))
# tensor([[0.9700, 0.1800],
#         [0.6507, 0.1497],
#         [0.6016, 0.3876]])
# endregion built-in-worked
