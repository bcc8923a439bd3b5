"""A page as a tree, so that tests ask for what is on it and not for how it is spelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"col", "meta", "link", "input", "br", "hr", "img"})


@dataclass
class Node:
    """One element; what it says is in `parts`, between its children."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[Node | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Node]:
        """Every element inside, in order."""
        for part in self.parts:
            if isinstance(part, Node):
                yield part
                yield from part

    @property
    def text(self) -> str:
        """All that it says, with its white space made plain."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            elif part.tag == "br":
                yield " "
            else:
                yield from part._words()

    def all(self, tag: str, **attributes: str) -> list[Node]:
        """Every element of this kind inside; `class_` is one of its classes."""
        wanted = attributes.pop("class_", "")
        return [
            node
            for node in self
            if node.tag == tag
            and (not wanted or wanted in node.attributes.get("class", "").split())
            and all(node.attributes.get(name) == value for name, value in attributes.items())
        ]

    def one(self, tag: str, **attributes: str) -> Node:
        (found,) = self.all(tag, **attributes)
        return found

    def by_id(self, name: str) -> Node:
        (found,) = [node for node in self if node.attributes.get("id") == name]
        return found

    @property
    def ids(self) -> list[str]:
        return [node.attributes["id"] for node in self if "id" in node.attributes]

    @property
    def links(self) -> list[str]:
        return [node.attributes["href"] for node in self.all("a")]

    @property
    def fields(self) -> dict[str, str]:
        """What a form sends as it stands, but for choices; the last of a name counts."""
        given = {node.attributes["name"]: node.attributes.get("value", "") for node in self._named("input")}
        return given | {node.attributes["name"]: node.text for node in self._named("textarea")}

    def _named(self, tag: str) -> list[Node]:
        ticks = {"radio", "checkbox"}
        return [
            node for node in self.all(tag) if "name" in node.attributes and node.attributes.get("type") not in ticks
        ]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].parts.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"<{self.open[-1].tag}> is closed by </{tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def read(html: str) -> Node:
    """The page as a tree; an element that is not closed, or an id that stands there twice, is an error."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    (page,) = builder.open
    assert len(page.ids) == len(set(page.ids)), page.ids
    return page
