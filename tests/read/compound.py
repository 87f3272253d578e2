"""Compound files as Outlook writes its mails in, for the tests: the least of [MS-CFB] and [MS-OXMSG] that holds one."""

import struct
from collections.abc import Mapping

_SECTOR, _MINI, _FREE, _END, _FAT = 512, 64, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Tree = Mapping[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """A compound file of storages and of streams shorter than 4 kB, which all stand in its mini stream."""
    entries: list[list[object]] = [["Root Entry", 5, _FREE, b""]]
    _add(entries, tree, 0)
    mini, chains, starts = b"", [], []
    for _, kind, _, content in entries:
        count = -(-len(content) // _MINI) if isinstance(content, bytes) and kind == 2 else 0
        starts.append(len(chains) if count else _END)
        chains += [*range(len(chains) + 1, len(chains) + count), _END] if count else []
        mini += content.ljust(count * _MINI, b"\0") if isinstance(content, bytes) else b""
    mini_sectors, directory_sectors = -(-len(mini) // _SECTOR), -(-len(entries) * 128 // _SECTOR)
    starts[0], entries[0][3] = 2 + directory_sectors, mini
    # Sector 0 is the FAT, sector 1 that of the mini stream; then come the directory and the mini stream.
    fat = [_FAT, _END, *_chain(2, directory_sectors), *_chain(2 + directory_sectors, mini_sectors)]
    directory = b"".join(_entry(entry, starts[number], number, entries) for number, entry in enumerate(entries))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, 2, 0, 4096, 1, 1, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    sectors = (_packed(fat), _packed(chains), directory.ljust(directory_sectors * _SECTOR, b"\0"))
    return header + b"".join(sectors) + mini.ljust(mini_sectors * _SECTOR, b"\0")


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), _END]


def _packed(table: list[int]) -> bytes:
    assert len(table) <= _SECTOR // 4
    return struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")


def _add(entries: list[list[object]], tree: Tree, parent: int) -> None:
    for name, content in tree.items():
        kind = 2 if isinstance(content, bytes) else 1
        entries.append([name, kind, parent, content if kind == 2 else b""])
        if not isinstance(content, bytes):
            _add(entries, content, len(entries) - 1)


def _entry(entry: list[object], start: int, number: int, entries: list[list[object]]) -> bytes:
    """A directory entry; the children of a storage hang on one another to the right."""
    name, kind, parent, content = entry
    size = len(content) if isinstance(content, bytes) else 0
    encoded = str(name).encode("utf-16-le")
    siblings = [k for k, other in enumerate(entries) if k and other[2] == parent and k > number]
    children = [k for k, other in enumerate(entries) if k and other[2] == number]
    right = siblings[0] if number and siblings else _FREE
    child = children[0] if children and kind != 2 else _FREE
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(encoded) + 2, kind, 1, _FREE, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", start if kind != 1 else 0, size)
    )


def message(
    texts: Mapping[int, str], attachments: Mapping[str, bytes], moments: Mapping[int, int] | None = None
) -> bytes:
    """An Outlook mail with these properties (by their ids, as text) and these files.

    `moments` are properties too, in units of 100 ns since 1601.
    """
    stated = [(pid, 0x40, moment) for pid, moment in (moments or {}).items()]
    stated += ((pid, 0x1F, len(text) * 2 + 2) for pid, text in texts.items())
    tree: dict[str, bytes | Tree] = {
        "__properties_version1.0": _properties(32, stated, len(attachments)),
        **{f"__substg1.0_{pid:04X}001F": text.encode("utf-16-le") for pid, text in texts.items()},
        "__nameid_version1.0": {"__substg1.0_00020102": b"\0" * 16},
    }  # fmt: skip
    for number, (name, data) in enumerate(attachments.items()):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": _properties(
                8, [(0x3705, 0x03, 1), (0x3707, 0x1F, len(name) * 2 + 2), (0x3701, 0x102, len(data))], 0
            ),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": data,
        }
    return compound(tree)


def _properties(header: int, entries: list[tuple[int, int, int]], attachments: int) -> bytes:
    head = b"\0" * 8
    if header == 32:
        head += struct.pack("<IIII", 0, attachments, 0, attachments) + b"\0" * 8
        entries = [(0x340D, 0x03, 0x00040000), *entries]  # the store's texts are Unicode
    return head + b"".join(struct.pack("<HHIQ", kind, pid, 6, value) for pid, kind, value in entries)
