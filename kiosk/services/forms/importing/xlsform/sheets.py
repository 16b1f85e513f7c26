"""Workbooks as rows of texts, whatever file they come in; bounded."""

import csv
import io
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import openpyxl
import xlrd

from kiosk.services.forms.importing.sources import SourceError, check_size, read_zip

MAX_ROWS = 60_000
MAX_COLUMNS = 300
MAX_BLANK = 1_000
"""Blank rows in a row after which nothing more is expected."""
WANTED = ("survey", "choices", "settings", "external_choices")


@dataclass(frozen=True)
class Row:
    """One row: its number from 1 as a spreadsheet shows it, header -> text; blanks are left out."""

    number: int
    cells: dict[str, str]


def read_sheets(data: bytes) -> dict[str, list[Row]]:
    """Sheet name in lower case -> rows under its header. Raises SourceError."""
    check_size(data)
    if data.startswith(b"PK"):
        read_zip(data)
        return _tables(_xlsx(data))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _tables(_xls(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise SourceError("it is no workbook and no text; save it as .xlsx") from broken
    return _tables(_markdown(text) if text.lstrip().startswith("|") else _csv(text))


def _tables(sheets: Iterable[tuple[str, Iterable[list[Any]]]]) -> dict[str, list[Row]]:
    found = {}
    for name, lines in sheets:
        key = name.strip().lower()
        if key in WANTED:
            found[key] = list(_rows(lines))
    if not found.get("survey"):
        raise SourceError("it has no sheet named survey with a header and rows")
    return found


def _rows(lines: Iterable[list[Any]]) -> Iterator[Row]:
    header: list[str] = []
    blank = 0
    for number, line in enumerate(lines, start=1):
        if number > MAX_ROWS:
            raise SourceError(f"a sheet has more than {MAX_ROWS} rows")
        texts = [_text(cell) for cell in line[:MAX_COLUMNS]]
        if not any(texts):
            blank += 1
            if blank > MAX_BLANK:
                return
            continue
        blank = 0
        if not header:
            header = texts
            continue
        cells: dict[str, str] = {}
        for name, text in zip(header, texts, strict=False):
            if name and text:
                cells.setdefault(name, text)
        yield Row(number, cells)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat("T", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).replace("\u00a0", " ").strip()


def _xlsx(data: bytes) -> Iterator[tuple[str, Iterator[list[Any]]]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                if sheet.title.strip().lower() in WANTED:
                    sheet.reset_dimensions()
                    rows = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
                    yield sheet.title, (list(row) for row in rows)
    except SourceError:
        raise
    except Exception as broken:  # whatever a damaged workbook makes of openpyxl
        raise SourceError(f"the workbook cannot be read: {broken}") from broken


def _xls(data: bytes) -> Iterator[tuple[str, list[list[Any]]]]:
    try:
        book = xlrd.open_workbook(file_contents=data, on_demand=True, logfile=io.StringIO())
        for name in book.sheet_names():
            if name.strip().lower() in WANTED:
                sheet = book.sheet_by_name(name)
                yield name, [_xls_row(sheet, book, n) for n in range(sheet.nrows)]
    except SourceError:
        raise
    except Exception as broken:  # whatever a damaged workbook makes of xlrd
        raise SourceError(f"the workbook cannot be read: {broken}") from broken


def _xls_row(sheet: Any, book: Any, number: int) -> list[Any]:
    return [_xls_value(cell, book) for cell in sheet.row(number)[:MAX_COLUMNS]]


def _xls_value(cell: Any, book: Any) -> Any:
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(cell.value, book.datemode)
        except (ValueError, OverflowError, xlrd.XLDateError):
            return str(cell.value)
    return None if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_ERROR) else cell.value


def _csv(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """A column of sheet names first, as pyxform writes it, or a survey alone."""
    try:
        lines = list(csv.reader(io.StringIO(text)))
    except csv.Error as broken:
        raise SourceError(f"it is not CSV: {broken}") from broken
    first = [line[0].strip().lower() for line in lines if line]
    if "survey" in first:
        yield from _sectioned(lines)
    else:
        yield "survey", list(lines)


def _markdown(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Tables whose first column names the sheet."""
    lines = []
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("|") and not set(line) <= set("|-: "):
            cells = line.strip("|").replace("\\|", "\0").split("|")
            lines.append([cell.replace("\0", "|").strip() for cell in cells])
    yield from _sectioned(lines)


def _sectioned(lines: list[list[str]]) -> Iterator[tuple[str, list[list[str]]]]:
    name: str = ""
    rows: list[list[str]] = []
    for line in lines:
        if line and line[0].strip():
            if name:
                yield name, rows
            name, rows = line[0].strip(), []
            if any(cell.strip() for cell in line[1:]):
                rows.append(line[1:])
        elif line:
            rows.append(line[1:])
    if name:
        yield name, rows
