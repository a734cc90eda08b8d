"""XLSX files as the zip packages they are: what is refused before it is unpacked, and whether formulas are inside."""

from __future__ import annotations

import io
import zipfile

MOST_BYTES = 256 * 1024 * 1024  # unpacked, all parts together
MOST_PARTS = 5_000
MOST_TIMES = 300  # a part may unpack to so many times its size; spreadsheets reach about 40


def refusal(data: bytes) -> str:
    """Why a file is not even opened; empty where it may be."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError):
        return "不是完整的 XLSX 文件（可能被截断，或是旧版 .xls 改了扩展名），没有检查"
    if any(part.flag_bits & 1 for part in parts):
        return "XLSX 有密码，没有检查"
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        return f"XLSX 解开后超过 {MOST_BYTES // 2**20} MB 或 {MOST_PARTS} 个部分，不予读取"
    if any(part.file_size > MOST_TIMES * max(part.compress_size, 1000) for part in parts):
        return f"XLSX 的压缩比超过 {MOST_TIMES} 倍，像是压缩炸弹，不予读取"
    return ""


def has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(b"<f>" in part or b"<f " in part for part in map(archive.read, sheets))
