"""How the network is learnt (`tonelint.network`): the same sums once more, for jax to find what makes them better.

The first step, from features to units, is done with sparse matrices; jax does the rest.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from batches import FAULTS, Batch
from scipy.sparse import csr_matrix

UNITS, MET = 48, 48  # 80 are no better, 32 a little worse
EPOCHS, REPLIES = 20, 96  # how often all is seen, and how many replies at a time
RATE, SLOWER = 2e-3, 0.92  # of a step, and how much smaller it is the next time
KEPT, DROPPED = 0.7, 0.3  # features that are seen, units that are not: so that none relies on another
WHOLE = 0.5  # how much the labels of a reply count for beside those of its sentences
LONGEST = 14  # sentences of a reply that are looked at
SEED = 0
RARE = -3.0  # what labels lean to from the start
Parts = dict[str, Any]


class Learnt(NamedTuple):
    """What was learnt: for each feature and place what it adds to the units, and all else by its name."""

    features: Any
    parts: Parts

    def scores(self, of: Batch, use: Any) -> tuple[Any, Any]:
        """How much sentences of some replies lean to faults by themselves, and what the rest of their reply adds.

        use: the numbers of the replies. The first has a row for each sentence of the batch, the second for each reply,
        and a column for each of LACKS more.
        """
        said = np.full((of.x.shape[0], len(FAULTS)), -99.0, dtype=np.float32)
        rest = np.zeros((len(of.replies), self.parts["loud"].shape[1]), dtype=np.float32)
        for start in range(0, len(use), REPLIES):
            own = use[start : start + REPLIES]
            some = np.resize(own, REPLIES)  # always as many, or jax compiles anew
            mask, rows = _gathered(of, some)
            units = _spread(of.x[rows] @ self.features, mask)
            alone, reply = _plain(self.parts, units, mask.astype(np.float32), of.traits[some])
            said[rows] = np.asarray(alone)[mask][:, : len(FAULTS)] * self.parts["weight"]
            rest[own] = np.asarray(reply)[: len(own)]
        return said, rest


def learn(of: Batch, use: Any) -> Learnt:
    """What some replies of a batch teach, by their numbers."""
    random, key = np.random.default_rng(SEED), jax.random.PRNGKey(SEED)
    features = (random.standard_normal((of.x.shape[1], UNITS)) * 0.3).astype(np.float32)
    parts = _start(random, of)
    step, rate = Adam([features, *parts.values()]), RATE
    for _ in range(EPOCHS):
        order = random.permutation(use)
        for start in range(0, len(order) - REPLIES + 1, REPLIES):
            some = order[start : start + REPLIES]
            mask, rows = _gathered(of, some)
            x, key = _thinned(of.x[rows], random), jax.random.split(key)[0]
            truth = [_spread(one[rows], mask) for one in of.said] + [one[some] for one in of.whole]
            better, units = _better(
                parts, _spread(x @ features, mask), mask.astype(np.float32), of.traits[some], *truth, key
            )
            step(rate, [x.T @ np.asarray(units)[mask], *(np.asarray(better[name]) for name in parts)])
        rate *= SLOWER
    return Learnt(features, parts)


class Adam:
    """Steps that are larger where they always go the same way (Kingma and Ba 2015)."""

    def __init__(self, values: list[Any]) -> None:
        self.values, self.taken = values, 0
        self.way, self.size = ([np.zeros_like(value) for value in values] for _ in range(2))

    def __call__(self, rate: float, gradients: list[Any]) -> None:
        self.taken += 1
        for value, gradient, way, size in zip(self.values, gradients, self.way, self.size):
            way += 0.1 * (gradient - way)
            size += 0.001 * (np.square(gradient) - size)
            value -= rate * (way / (1 - 0.9**self.taken)) / (np.sqrt(size / (1 - 0.999**self.taken)) + 1e-8)


def _start(random: Any, of: Batch) -> Parts:
    labels, families, traits = of.said[0].shape[1], of.whole[0].shape[1], of.traits.shape[1]

    def some(rows: int, columns: int, size: float = 1.0) -> Any:
        return (random.standard_normal((rows, columns)) * size / np.sqrt(rows)).astype(np.float32)

    return {
        "units": np.zeros(UNITS, np.float32), "own": some(UNITS, MET), "next": some(UNITS, MET, 0.5),
        "back": some(UNITS, MET, 0.5), "all": some(UNITS, MET, 0.5), "base": np.zeros(MET, np.float32),
        "first": some(UNITS, labels), "then": some(MET, labels), "said": np.full(labels, RARE, np.float32),
        "loud": some(MET, families), "together": some(MET, families), "before": some(MET, families, 0.5),
        "after": some(MET, families, 0.5), "traits": some(traits, families, 0.1),
        "weight": np.ones(len(FAULTS), np.float32), "reply": np.full(families, RARE + 1, np.float32),
    }  # fmt: skip


def _forward(parts: Parts, units: Any, mask: Any, traits: Any, dropped: Any) -> tuple[Any, Any]:
    """What sentences lean to by themselves, and what else their reply does: as `tonelint.network` reckons it."""
    there = mask[..., None]
    units = dropped(jax.nn.relu(units + parts["units"]) * there, 0)
    none, many = jnp.zeros_like(units[:, :1]), jnp.sqrt(jnp.maximum(mask.sum(1), 1))[:, None]
    met = units @ parts["own"] + jnp.concatenate([none, units[:, :-1]], 1) @ parts["next"] + parts["base"]
    met += jnp.concatenate([units[:, 1:], none], 1) @ parts["back"] + (units.sum(1) / many @ parts["all"])[:, None]
    met = dropped(jax.nn.relu(met) * there, 1)
    said = units @ parts["first"] + met @ parts["then"] + parts["said"]
    most, then = jax.lax.cummax(met, 1), jnp.flip(jax.lax.cummax(jnp.flip(met, 1), 1), 1)
    nobody = jnp.zeros_like(met[:, :1])
    each = met @ parts["loud"] + jnp.concatenate([nobody, most[:, :-1]], 1) @ parts["before"]
    each += jnp.concatenate([then[:, 1:], nobody], 1) @ parts["after"] - 99 * (1 - there)
    rest = each.max(1) + met.sum(1) / many @ parts["together"] + traits @ parts["traits"] + parts["reply"]
    return said, rest


@jax.jit
def _plain(parts: Parts, units: Any, mask: Any, traits: Any) -> tuple[Any, Any]:
    return _forward(parts, units, mask, traits, lambda values, _: values)


def _loss(
    parts: Parts, units: Any, mask: Any, traits: Any, said: Any, told: Any, whole: Any, judged: Any, key: Any
) -> Any:
    keys = jax.random.split(key)

    def dropped(values: Any, number: int) -> Any:
        return values * jax.random.bernoulli(keys[number], 1 - DROPPED, values.shape) / (1 - DROPPED)

    alone, reply = _forward(parts, units, mask, traits, dropped)
    best = jnp.where(mask[..., None] > 0, alone[..., : len(FAULTS)], -99).max(1)
    reply = reply.at[:, : len(FAULTS)].add(best * parts["weight"])
    sentences = (_surprise(alone, said) * told * mask[..., None]).sum() / mask.sum()
    return sentences + WHOLE * (_surprise(reply, whole) * judged).sum() / mask.shape[0]


def _surprise(scores: Any, truth: Any) -> Any:
    """How little what is true was expected: the logistic loss."""
    return jnp.maximum(scores, 0) - scores * truth + jnp.log1p(jnp.exp(-jnp.abs(scores)))


_better = jax.jit(jax.grad(_loss, argnums=(0, 1)))


def _gathered(of: Batch, replies: Any) -> tuple[Any, Any]:
    """A mask of places of sentences in some replies, and the rows of the sentences that are there."""
    places = np.arange(LONGEST)[None]
    mask = places < of.many[replies][:, None]
    return mask, (of.first[replies][:, None] + places)[mask]


def _spread(rows: Any, mask: Any) -> Any:
    """Rows put in their places; the other places are empty."""
    spread = np.zeros((*mask.shape, rows.shape[1]), dtype=np.float32)
    spread[mask] = rows
    return spread


def _thinned(x: Any, random: Any) -> Any:
    """A sparse matrix of which some is left out, and the rest made up for it."""
    values = x.data * (random.random(x.nnz) < KEPT) / KEPT
    return csr_matrix((values.astype(np.float32), x.indices, x.indptr), shape=x.shape)
