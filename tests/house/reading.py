"""Reading a module without running it: what it imports, and what it calls while it is imported."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "flows", "storage")


@dataclass(frozen=True)
class Module:
    """A module by its path from the project's folder, with `/` between the parts."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree."""
        return tuple(ast.walk(self.tree))

    @property
    def package(self) -> str:
        return self.path.partition("/")[0]

    def is_in(self, *places: str) -> bool:
        """Whether it is one of these files, or below one of these folders (which end in `/`)."""
        return any(self.path == place or (place.endswith("/") and self.path.startswith(place)) for place in places)

    @cached_property
    def imports(self) -> frozenset[str]:
        """Every dotted name it imports anywhere, for types too; `from a import b` counts as `a` and as `a.b`."""
        names = set()
        for node in self.nodes:
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                module = self._absolute(node)
                names |= {module} | {f"{module}.{alias.name}" for alias in node.names}
        return frozenset(names)

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        folder = self.path.split("/")[: -node.level]
        return ".".join([*folder, *filter(None, [node.module])])

    def imports_from(self, *names: str) -> list[str]:
        return sorted(found for found in self.imports if any(_is_below(found, name) for name in names))

    def calls(self) -> Iterator[ast.Call]:
        yield from (node for node in self.nodes if isinstance(node, ast.Call))

    def calls_at_import(self) -> Iterator[ast.Call]:
        for part in _run_at_import(self.tree.body):
            yield from _calls(part)


def _is_below(found: str, name: str) -> bool:
    return found == name or found.startswith(name + ".")


def _run_at_import(body: list[ast.stmt]) -> Iterator[ast.AST]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
        elif isinstance(node, ast.ClassDef):
            yield from [*node.decorator_list, *node.bases, *(keyword.value for keyword in node.keywords)]
            yield from _run_at_import(node.body)
        elif isinstance(node, ast.If) and "__name__" not in ast.unparse(node.test):
            yield from [node.test, *_run_at_import(node.body), *_run_at_import(node.orelse)]
        elif not isinstance(node, ast.If):
            yield node


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, ast.Call):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _calls(child)


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The modules of these folders as they lie there, tracked or not."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths)


@cache
def frozen_classes() -> frozenset[str]:
    """The names of the classes that are data and no more: frozen dataclasses."""
    return frozenset(
        node.name
        for module in modules(*PACKAGES)
        for node in module.nodes
        if isinstance(node, ast.ClassDef)
        if any("frozen=True" in ast.unparse(decorator) for decorator in node.decorator_list)
    )
