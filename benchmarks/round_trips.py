"""Round trips to departments with other protocols: outbox, courier, adapter, peer and back.

Each kind beside plain requests that send the same to the same peer in the same run, and then every
way to fail. The peers are made from the published specifications (tests/peers); `--open311` and
`--govstack` name servers of others besides, which only have the round trips.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import requests

from benchmarks.peers import OPTIONS, Kind, own_kinds
from kiosk.services.adapters.building import govstack, open311
from kiosk.services.adapters.protocol import Abilities, Adapter, Finding, Outcome
from kiosk.services.courier import settling
from kiosk.services.courier.courier import Courier
from kiosk.services.http import READ_S, Trust
from kiosk.services.outbox import Outbox, Parcel
from kiosk.services.outbox.dispatch import Dispatch
from kiosk.services.receipts import parse_acknowledgement
from tests.peers.failing import Shape, shapes
from tests.peers.web import Asked, serving

PLAIN = 200
SLOW_S = READ_S + 1

Run = dict[str, Any]


@dataclass
class Timed:
    """An adapter, and how long each delivery took (seconds)."""

    inner: Adapter
    seconds: list[float] = field(default_factory=list)

    @property
    def abilities(self) -> Abilities:
        return self.inner.abilities

    def deliver(self, parcel: Parcel) -> Outcome:
        start = time.perf_counter()
        outcome = self.inner.deliver(parcel)
        self.seconds.append(time.perf_counter() - start)
        return outcome

    def look_up(self, parcel: Parcel) -> Finding:
        return self.inner.look_up(parcel)


def main(argv: Sequence[str]) -> int:
    """Print a table, or JSON; 1 when anything was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.round_trips")
    parser.add_argument("--count", type=int, default=1000, help="round trips of each kind")
    parser.add_argument("--faults", type=int, default=10, help="of each way to fail, or 0")
    parser.add_argument("--open311", metavar="URL", help="a GeoReport server besides")
    parser.add_argument("--govstack", metavar="URL", help="a Registration server besides")
    parser.add_argument("--token", default="", help="that these servers want")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    results: dict[str, Run] = {}
    for kind in own_kinds(options.token):
        results[kind.name], sample = _own(kind, options.count, options.faults)
        url = getattr(options, kind.name, None)
        if url:
            build = {"govstack": govstack, "open311": open311}[kind.name]
            adapter = build(url, options.token, Trust(), OPTIONS[kind.name])
            elsewhere = _round_trips(adapter, options.count, lambda keys, words: _words(words))
            plain = _plain(url, sample, options.count)
            results[f"{kind.name} elsewhere"] = elsewhere | plain
    print(json.dumps(results) if options.json else _table(results))
    return int(any(one["lost"] or one["duplicated"] for one in _all(results)))


def _own(kind: Kind, count: int, faults: int) -> tuple[Run, Asked]:
    """Round trips, then every way to fail; also one request as it was sent."""
    with serving(kind.web):
        adapter = kind.build(kind.web.url)
        result = _round_trips(adapter, count, lambda keys, _: _at_peer(keys, kind.kept()))
        sample = next(one for one in kind.web.asked if one.method == "POST")
        result |= _plain(kind.web.url, sample, count)
        failing = shapes(SLOW_S) if faults else []
        result["faults"] = {one.name: _failing(kind, adapter, one, faults) for one in failing}
    return result, sample


def _failing(kind: Kind, adapter: Adapter, shape: Shape, count: int) -> Run:
    kind.peer.failing = [shape.fail] * count
    quick = patch.multiple(settling, CHECK_AFTER_S=0.1, MOST_LOOK_UPS=3)
    with quick:
        run = _round_trips(adapter, count, lambda keys, _: _at_peer(keys, kind.kept()), count)
    return {name: run[name] for name in ("states", "lost", "duplicated")}


def _round_trips(
    adapter: Adapter,
    count: int,
    judge: Callable[[dict[str, bool], list[str]], Run],
    departments: int = 1,
) -> Run:
    """Applications through an outbox and a courier of their own.

    judge: gets whether each key was received, and the receipts.
    """
    timed = Timed(adapter)
    with tempfile.TemporaryDirectory() as folder:
        outbox = Outbox(Path(folder) / "outbox.sqlite", os.urandom(32))
        keys = [
            outbox.commit("visit", f"d{number % departments}", _body(number))
            for number in range(count)
        ]
        start = time.perf_counter()
        Courier(Dispatch(outbox), lambda _: timed, lambda _: None).run(until_empty=True)
        took = time.perf_counter() - start
        progress = {key: outbox.status(key) for key in keys}
        outbox.close()
    received = {key: one.received for key, one in progress.items()}
    words = [one.receipt for one in progress.values() if one.receipt]
    states = Counter(one.state.value for one in progress.values())
    times = {"seconds": round(took, 2), **_summary("", timed.seconds)}
    return {"count": count, "states": dict(states), **judge(received, words), **times}


def _at_peer(received: dict[str, bool], kept: list[str]) -> Run:
    """Lost: said to be received, and not there. Duplicated: there more than once."""
    there = {key: sum(key in text for text in kept) for key in received}
    lost = sum(1 for key, said in received.items() if said and not there[key])
    return {"lost": lost, "duplicated": sum(1 for times in there.values() if times > 1)}


def _words(words: list[str]) -> Run:
    """A server of others is not looked into: each application has to have a number of its own."""
    told = [parse_acknowledgement(word) for word in words]
    numbers = Counter(one.reference for one in told if one is not None)
    return {
        "lost": sum(1 for one in told if one is None),
        "duplicated": sum(times - 1 for times in numbers.values()),
    }


def _plain(url: str, sample: Asked, count: int) -> Run:
    """The same request by requests alone, on one connection."""
    headers = {name: value for name, value in sample.headers.items() if name != "host"}
    seconds = []
    with requests.Session() as session:
        for _ in range(min(count, PLAIN)):
            start = time.perf_counter()
            answer = session.post(
                url + sample.path, data=sample.body, headers=headers, timeout=READ_S
            )
            answer.raise_for_status()
            seconds.append(time.perf_counter() - start)
    return _summary("plain_", seconds)


def _body(number: int) -> dict[str, Any]:
    answers = {"use": f"A lamp is dark, number {number}", "where": "示例市 滨河路 18 号"}
    return {
        "service": "round_trip",
        "citizen": "999999199001011238",
        "language": "en",
        "form": {"id": "round_trip", "version": 1},
        "answers": answers,
        "sources": {},
    }


def _summary(prefix: str, seconds: list[float]) -> Run:
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return {
        f"{prefix}median_ms": round(cuts[49] * 1000, 2),
        f"{prefix}p99_ms": round(cuts[98] * 1000, 2),
    }


def _all(results: dict[str, Run]) -> list[Run]:
    return [one for run in results.values() for one in (run, *run.get("faults", {}).values())]


def _table(results: dict[str, Run]) -> str:
    lines = []
    for name, run in results.items():
        lines.append(
            f"{name:20} {run['count']} in {run['seconds']} s: {run['states']}, "
            f"lost {run['lost']}, duplicated {run['duplicated']}; median {run['median_ms']} ms "
            f"(p99 {run['p99_ms']}), plain requests {run['plain_median_ms']} ms"
        )
        for shape, told in run.get("faults", {}).items():
            lines.append(
                f"    {shape:24} {told['states']}, lost {told['lost']}, "
                f"duplicated {told['duplicated']}"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
