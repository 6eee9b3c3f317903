"""Every measure equals NetworkX's on random networks: whole, in pieces, with loners, weighted and not."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from graph.analytics.centrality import betweenness, closeness, degree, eigenvector, pagerank, pivots


def _networks() -> dict[str, nx.Graph]:
    pieces = nx.disjoint_union(nx.gnm_random_graph(9, 16, seed=4), nx.gnm_random_graph(7, 9, seed=5))
    pieces.add_nodes_from(range(100, 103))
    return {
        "dense": nx.gnm_random_graph(25, 120, seed=1),
        "sparse, in pieces": nx.gnm_random_graph(40, 30, seed=2),
        "two pieces and loners": pieces,
        "large": nx.barabasi_albert_graph(260, 3, seed=3),
        "a pair": nx.path_graph(2),
        "a star": nx.star_graph(6),
        "twins that tie": nx.disjoint_union(nx.cycle_graph(4), nx.complete_graph(3)),
        "nobody linked": nx.empty_graph(4),
        "one": nx.empty_graph(1),
    }


@pytest.fixture(params=[(name, weighted) for name in _networks() for weighted in (False, True)], ids=str)
def case(request: pytest.FixtureRequest) -> tuple[nx.Graph, csr_array, bool]:
    name, weighted = request.param
    net = _networks()[name]
    chance = np.random.default_rng(7)
    for _, _, data in net.edges(data=True):
        # Powers of two: their inverses add up exactly, so that equally long chains tie in both libraries.
        data["weight"] = int(chance.choice([1, 2, 4])) if weighted else 1
        data["length"] = 1 / data["weight"]
    return net, csr_array(nx.to_scipy_sparse_array(net, dtype=np.int64)), weighted


def _agree(ours: np.ndarray, oracle: dict[object, float], net: nx.Graph, tolerance: float = 1e-9) -> None:
    np.testing.assert_allclose(ours, [oracle[n] for n in net], atol=tolerance)


def test_degree(case: tuple[nx.Graph, csr_array, bool]) -> None:
    net, weights, _ = case
    _agree(degree(weights), nx.degree_centrality(net), net)


def test_betweenness(case: tuple[nx.Graph, csr_array, bool]) -> None:
    net, weights, weighted = case
    oracle = nx.betweenness_centrality(net, weight="length" if weighted else None)
    _agree(betweenness(weights, weighted), oracle, net)


def test_closeness(case: tuple[nx.Graph, csr_array, bool]) -> None:
    net, weights, weighted = case
    _agree(closeness(weights, weighted), nx.closeness_centrality(net, distance="length" if weighted else None), net)


def test_pagerank(case: tuple[nx.Graph, csr_array, bool]) -> None:
    net, weights, weighted = case
    _agree(pagerank(weights, weighted), nx.pagerank(net, tol=1e-13, max_iter=1000), net)


def test_eigenvector(case: tuple[nx.Graph, csr_array, bool]) -> None:
    net, weights, weighted = case
    oracle = nx.eigenvector_centrality(net, weight="weight" if weighted else None, tol=1e-10, max_iter=200_000)
    _agree(eigenvector(weights, weighted), oracle, net, 1e-5)


def test_eigenvector_of_equal_pieces_shares_and_is_repeatable() -> None:
    net = nx.disjoint_union(nx.complete_graph(3), nx.complete_graph(3))
    weights = csr_array(nx.to_scipy_sparse_array(net))
    np.testing.assert_allclose(eigenvector(weights), np.full(6, 6**-0.5))
    assert np.array_equal(eigenvector(weights), eigenvector(weights))


@pytest.mark.parametrize("measure", [betweenness, closeness])
def test_a_sample_of_everyone_is_exact(measure: Callable[..., np.ndarray]) -> None:
    weights = csr_array(nx.to_scipy_sparse_array(nx.gnm_random_graph(60, 90, seed=3)))
    np.testing.assert_allclose(measure(weights, sources=np.arange(60)), measure(weights), atol=1e-12)


@pytest.mark.parametrize("measure", [betweenness, closeness])
def test_a_sample_comes_near(measure: Callable[..., np.ndarray]) -> None:
    weights = csr_array(nx.to_scipy_sparse_array(nx.barabasi_albert_graph(600, 4, seed=3)))
    sources = pivots(weights, work=1)
    assert sources is not None and len(sources) == 256
    exact, sampled = measure(weights), measure(weights, sources=sources)
    assert np.corrcoef(exact, sampled)[0, 1] > 0.97
    assert abs(sampled.mean() / exact.mean() - 1) < 0.05


def test_small_networks_are_counted_from_everyone() -> None:
    assert pivots(csr_array(nx.to_scipy_sparse_array(nx.path_graph(50)))) is None
