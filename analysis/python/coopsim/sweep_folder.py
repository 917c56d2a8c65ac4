# SPDX-License-Identifier: Apache-2.0
"""The folder of a sweep: its result, or, while it runs or grows, the blocks that are finished."""
from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import xarray as xr
from xarray.backends import BackendArray
from xarray.core import indexing

from coopsim import stored
from coopsim.errors import NotInResult, ResultError
from coopsim.sources import FileSource, Source, _nearest

AXES = ("design_point", "policy", "replication", "year")


@dataclass(frozen=True)
class Block:
    """A finished block: its file, and the points, policies and replications in it."""

    file: str
    first_point: int
    points: int
    first_replication: int
    replications: int
    policies: tuple[str, ...]


def sweep_source(folder: str | os.PathLike[str]) -> Source:
    """What to read a sweep from: its result where that has all finished blocks, else the blocks.

    Raises ResultError for a folder that is no sweep's, or of which nothing is finished.
    """
    folder = os.fspath(folder)
    result = os.path.join(folder, "result.h5")
    if not os.path.isfile(os.path.join(folder, "journal")):
        raise ResultError(folder, "foreign", "is a folder and no sweep's (it has no journal); name a result file, or "
                          "a folder that coopsim sweep made")
    blocks = finished_blocks(folder)
    if os.path.isfile(result):
        whole = FileSource(result)
        if _covers(whole, blocks):
            return whole
        whole.close()
    if not blocks:
        raise ResultError(folder, "unfinished", "is a sweep of which no block is finished yet; open it again later, or "
                          "go on with it: coopsim resume")
    return BlockSource(folder, blocks)


def finished_blocks(folder: str) -> list[Block]:
    """Blocks by the journals, in their order: those that were published whole, each place in the sweep once.

    Besides the folder's own journal there is one for every process that shared the sweep (`writers/`). A last
    record that is being written is left out, and so is a file that is not as long as its record says. Raises
    ResultError (``damaged``) for a journal that is none.
    """
    found = [entry for journal in _journals(folder) for entry in _recorded(journal)]
    whole = [block for block, size in found if _is_whole(folder, block, size)]
    return list({(one.first_point, one.points, one.first_replication, one.replications, one.policies): one
                 for one in reversed(whole)}.values())[::-1]


def _journals(folder: str) -> list[str]:
    """The sweep's own, then those of the processes that shared it."""
    shared = [os.path.join(place, "journal") for place, _, files in os.walk(os.path.join(folder, "writers"))
              if "journal" in files]
    return [os.path.join(folder, "journal"), *sorted(shared)]


def _recorded(path: str) -> list[tuple[Block, int]]:
    """The blocks that a journal tells of, with the bytes of their files."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")[:-1]  # what comes after the last line's end is half a record
    found = []
    for line in lines:
        try:
            record = json.loads(line.split(" ", 2)[2])
            if record.get("kind") == "block":
                found.append(_block(record))
        except (IndexError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ResultError(path, "damaged", f"holds a record that cannot be read ({error}); "
                              "coopsim status --verify says what is lost") from error
    return found


def _block(record: dict[str, Any]) -> tuple[Block, int]:
    name = str(record["file"])
    if os.path.isabs(name) or ".." in name.split("/"):
        raise ValueError(f"{name} is outside the folder")
    made = Block(name, int(record["first_point"]), int(record["points"]), int(record["first_replication"]),
                 int(record["replications"]), tuple(map(str, record["policies"])))
    return made, int(record["bytes"])


def _is_whole(folder: str, block: Block, size: int) -> bool:
    try:
        return os.path.getsize(os.path.join(folder, block.file)) == size
    except OSError:
        return False


def _covers(source: FileSource, blocks: list[Block]) -> bool:
    """Whether the result was made after the last block: nothing of `blocks` lies outside it."""
    axes = source.dataset("yearly", AXES[:3])
    points, replications = set(axes["design_point"].values), set(axes["replication"].values)
    policies = set(axes["policy"].values)
    return all(block.first_point + block.points - 1 in points and set(block.policies) <= policies
               and block.first_replication + block.replications - 1 in replications for block in blocks)


class BlockArray(BackendArray):
    """One response over all finished blocks; NaN where a block is still to come. Read when it is used."""

    def __init__(self, source: BlockSource, name: str) -> None:
        self._source, self._name = source, name
        self.shape = tuple(len(source.axes[axis]) for axis in AXES)
        self.dtype = np.dtype(np.float64)

    def __getitem__(self, key: indexing.ExplicitIndexer) -> Any:
        return indexing.explicit_indexing_adapter(key, self.shape, indexing.IndexingSupport.OUTER,
                                                  lambda wanted: self._whole()[np.ix_(*self._places(wanted))].reshape(
                                                      self._shape(wanted)))

    def __deepcopy__(self, memo: dict[int, Any]) -> BlockArray:
        return self

    def _places(self, key: tuple[Any, ...]) -> list[Any]:
        return [np.atleast_1d(np.arange(size)[one]) for one, size in zip(key, self.shape)]

    def _shape(self, key: tuple[Any, ...]) -> tuple[int, ...]:
        return tuple(len(place) for place, one in zip(self._places(key), key) if not np.ndim(one) == 0
                     or isinstance(one, slice))

    def _whole(self) -> Any:
        made = np.full(self.shape, np.nan)
        for block in self._source.blocks:
            values, places = self._source.read(block, self._name)
            made[np.ix_(*places)] = values
        return made


class BlockSource:
    """Group `yearly` of the blocks that are finished, each a file of its own."""

    def __init__(self, folder: str, blocks: list[Block]) -> None:
        self.path = folder
        self.blocks = blocks
        self._scenario = _scenario_of(folder)
        first = self._open(blocks[0])
        try:
            self._responses = {name: stored.attributes(first.handle["block"][name])
                               for name in first.handle["block"]
                               if first.handle["block"][name].dtype.kind == "f"}
            years = first.handle["block/year"][:]
        finally:
            first.close()
        self.axes: dict[str, Any] = {
            "design_point": np.array(sorted({block.first_point + i for block in blocks for i in range(block.points)})),
            "policy": np.array(list(dict.fromkeys(name for block in blocks for name in block.policies)), dtype=object),
            "replication": np.array(sorted({block.first_replication + i for block in blocks
                                            for i in range(block.replications)})),
            "year": years,
        }

    def groups(self) -> tuple[str, ...]:
        return ("yearly",)

    def attributes(self) -> dict[str, Any]:
        run = self._scenario.get("run", {})
        title = self._scenario.get("title", {})
        dates = {name: str(_value(run.get(name, ""))) for name in ("start", "policies_start", "end")}
        return {"title": title.get("en", ""), "title_ko": title.get("ko", ""), "kind": "sweep", "finished": 0,
                "blocks": len(self.blocks), **dates}

    def names(self, group: str) -> tuple[str, ...]:
        self._require(group)
        return (*AXES, "policy_label_en", "policy_label_ko", "policy_baseline", "policy_stress", *self._responses)

    def dataset(self, group: str, only: Iterable[str] | None = None) -> xr.Dataset:
        """Raises NotInResult."""
        self._require(group)
        wanted = list(self._responses) if only is None else list(only)
        for name in wanted:
            if name not in self.names(group):
                raise NotInResult(self.path, f"the blocks have no '{name}'{_nearest(name, self._responses)}")
        responses = {}
        for name in wanted:
            if name in self._responses:
                attrs = {key: value for key, value in self._responses[name].items() if key != "_FillValue"}
                lazy = indexing.LazilyIndexedArray(BlockArray(self, name))  # type: ignore[no-untyped-call]
                kept = indexing.MemoryCachedArray(lazy)  # type: ignore[no-untyped-call]
                responses[name] = xr.Variable(AXES, kept, attrs)  # type: ignore[no-untyped-call]
        return xr.Dataset(responses, {**{axis: self.axes[axis] for axis in AXES}, **self._policy_labels()})

    def read(self, block: Block, name: str) -> tuple[Any, list[Any]]:
        """Values of a response in one block, and the places that they have on the axes of all."""
        file = self._open(block)
        try:
            inside = file.handle["block"]
            labels = [inside["design_point"][:], inside["policy"].asstr()[:], inside["replication"][:],
                      inside["year"][:]]
            places = [[int(np.nonzero(self.axes[axis] == one)[0][0]) for one in own]
                      for axis, own in zip(AXES, labels)]
            return inside[name][()], places
        except (KeyError, IndexError, OSError, ValueError) as error:
            raise ResultError(file.path, "damaged", f"is not the block that the journal tells of ({error}); coopsim "
                              "status --verify finds such blocks, coopsim resume makes them again") from error
        finally:
            file.close()

    def close(self) -> None:
        """Blocks are open only while they are read."""

    def _open(self, block: Block) -> stored.OpenFile:
        return stored.OpenFile(os.path.join(self.path, block.file))

    def _policy_labels(self) -> dict[str, xr.Variable]:
        told = {one.get("name"): one for one in self._scenario.get("policy", [])}
        names = [str(name) for name in self.axes["policy"]]
        made: dict[str, Any] = {}
        for lang in ("en", "ko"):
            labels = [told.get(name, {}).get("label", {}).get(lang, name) for name in names]
            made[f"policy_label_{lang}"] = np.array(labels, dtype=object)
        for flag in ("baseline", "stress"):
            made[f"policy_{flag}"] = np.array([int(bool(told.get(name, {}).get(flag))) for name in names], np.int8)
        return {name: xr.Variable(("policy",), values)  # type: ignore[no-untyped-call]
                for name, values in made.items()}

    def _require(self, group: str) -> None:
        if group != "yearly":
            near = _nearest(group, ["yearly"])
            raise NotInResult(self.path, f"has no group '{group}' yet{near}: the sweep is not finished, and until then "
                              "there is only 'yearly'")


def _scenario_of(folder: str) -> dict[str, Any]:
    """The effective scenario beside the blocks; nothing where it cannot be read: labels are then names."""
    try:
        with open(os.path.join(folder, "scenario.toml"), "rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError):
        return {}


def _value(entry: Any) -> Any:
    return entry.get("value", "") if isinstance(entry, dict) else entry
