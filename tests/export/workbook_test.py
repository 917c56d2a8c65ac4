# SPDX-License-Identifier: Apache-2.0
"""The workbook as a spreadsheet reads it: numbers are numbers, dates dates, names texts."""
import datetime
import json
import re
import zipfile

import h5py
import openpyxl
import pytest
from conftest import POLICIES, PROJECT, Program, set_labels

ENGLISH = ["Summary", "Differences", "By year", "Money", "Policies", "Assumptions", "Dictionary"]
KOREAN = ["요약", "차이", "연도별", "예산", "정책", "가정", "변수 설명"]
WON = {"KRW bn": 1e-6, "억 원": 1e-5, "USD m": 1e-3, "백만 달러": 1e-3}


@pytest.fixture(scope="module")
def place(results, tmp_path_factory):
    folder = tmp_path_factory.mktemp("workbook")
    Program(results)("export", "thirty.h5", "-o", folder / "b.xlsx")
    return folder / "b.xlsx"


@pytest.fixture(scope="module")
def book(place):
    return openpyxl.load_workbook(place)


def head_row_of(sheet):
    """The first row with more than a note in it."""
    return next(row for row in range(1, 10) if sheet.cell(row, 2).value is not None)


def table(sheet):
    """Rows below a head as dicts of cells."""
    head_row = head_row_of(sheet)
    heads = [cell.value for cell in sheet[head_row]]
    return [dict(zip(heads, row)) for row in sheet.iter_rows(min_row=head_row + 1) if row[0].value is not None]


def near(a, b):
    return a == pytest.approx(b, rel=1e-14)


def test_both_languages_are_there_and_the_one_asked_for_comes_first(book, results, tmp_path):
    assert book.sheetnames == ENGLISH + KOREAN
    Program(results)("export", "thirty.h5", "--lang", "ko", "-o", tmp_path / "k.xlsx")
    korean = openpyxl.load_workbook(tmp_path / "k.xlsx")
    assert korean.sheetnames == KOREAN + ENGLISH and korean.active.title == "요약"
    assert korean["요약"]["A1"].value == "2007년 한일재단 축소판(1/20)"
    assert korean.properties.title == korean["요약"]["A1"].value


@pytest.mark.parametrize("sheet, names", [("Differences", ["mean", "difference", "low, 95 %", "high, 95 %", "share above", "pairs"]),
                                          ("차이", ["평균", "차이", "하한 95 %", "상한 95 %", "웃도는 비율", "비교 쌍"])])
def test_differences_are_those_of_coopsim_compare(book, results, sheet, names):
    found = table(book[sheet])
    unit, variable = ("unit", "variable") if sheet == "Differences" else ("단위", "변수")
    policy = "policy" if sheet == "Differences" else "정책"
    metrics = list(dict.fromkeys(row[variable].value for row in found))
    assert metrics[:5] == ["productivity_effect", "trainees_returned", "engagements_started", "contracts", "budget_spent"]
    words = [word for metric in metrics for word in ("--metric", metric)]
    said = json.loads(Program(results)("compare", "thirty.h5", "--json", *words).stdout)
    expected = {(metric["metric"], row["name"]): row for metric in said["metrics"] for row in metric["policies"]}
    assert [(row[variable].value, row[policy].value) for row in found] == list(expected)
    for row in found:
        told = expected[row[variable].value, row[policy].value]
        times = WON.get(row[unit].value, 10 if row[unit].value == "억 달러" else 1)
        values = [row[name].value for name in names]
        if told["baseline"]:
            assert values[1:] == [None] * 5
            continue
        interval = told["simultaneous"] or {"low": None, "high": None}
        for value, number in zip(values[1:4], (told["difference"], interval["low"], interval["high"])):
            assert value is None if number is None else near(value, number * times)
        assert values[5] == told["replications"]


def test_cells_have_the_type_of_what_they_hold(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("n", "s", "d") or (cell.data_type == "f" and sheet.title in ("Money", "예산"))
                if cell.data_type == "s":
                    assert cell.value.lower() not in ("nan", "inf", "-nan"), (sheet.title, cell.coordinate)


@pytest.mark.parametrize("sheet, start, policies, end", [("Summary", "begins", "policies begin", "ends before"),
                                                         ("요약", "시작", "정책 시작", "종료(이날 전까지)")])
def test_dates_are_dates(book, sheet, start, policies, end):
    facts = {row[0].value: row[1] for row in book[sheet].iter_rows(max_col=2)}
    for name, year in ((start, 1993), (policies, 2007), (end, 2017)):
        assert facts[name].value == datetime.datetime(year, 1, 1) and facts[name].number_format == "yyyy-mm-dd"


def test_parameters_are_numbers_and_dates_where_they_are_such(book):
    found = {row["parameter"].value: row for row in table(book["Assumptions"])}
    assert found["firms.count"]["value"].value == 60 and found["firms.count"]["default"].value == 10000
    assert found["run.start"]["value"].value == datetime.datetime(1993, 1, 1)
    assert found["run.knowledge"]["value"].value == "ex_ante_2007"
    assert found["firms.count"]["differs from the default"].value == "yes"
    filled = found["firms.count"]["parameter"].fill.fgColor.rgb
    assert filled != found["run.start"]["parameter"].fill.fgColor.rgb
    assert {row["확신 정도"].value for row in table(book["가정"])} <= {"기사", "외부 자료", "산출", "기억", "가정"}


def test_verdicts_have_their_colours(book):
    seen = {}
    for row in table(book["Differences"]):
        fill = row["difference"].fill.fgColor.rgb if row["difference"].fill.fill_type else None
        seen.setdefault(row["verdict"].value, set()).add(fill)
    assert seen["baseline"] == {None}
    for one, other in (("clear gain", "clear loss"), ("clear gain", "practically equal"), ("clearly higher", "clear gain")):
        if one in seen and other in seen:
            assert not seen[one] & seen[other] and None not in seen[one] | seen[other]
    assert len(seen) > 3


@pytest.mark.parametrize("sheet", ["By year", "연도별"])
def test_years_show_the_means_of_the_file(book, results, sheet):
    with h5py.File(results / "thirty.h5") as result:
        means, years = result["summary/productivity_effect"][0], result["summary/year"][()]
    rows = list(book[sheet].iter_rows(min_row=4, max_row=4 + len(years), max_col=7, values_only=True))
    assert list(rows[0][1:]) == POLICIES
    for place, row in enumerate(rows[1:]):
        assert row[0] == years[place]
        assert all(near(value, means[p, place]) for p, value in enumerate(row[1:]))


@pytest.mark.parametrize("sheet, times", [("Money", 1e-6), ("예산", 1e-5)])
def test_money_by_account_adds_up_by_formulas_that_hold(place, results, sheet, times):
    shown = openpyxl.load_workbook(place, data_only=True)[sheet]
    typed = openpyxl.load_workbook(place)[sheet]
    with h5py.File(results / "thirty.h5") as result:
        accounts = [code.decode() for code in result["summary/account"][()]]
        spent = result["summary/budget_spent_by_account_total"][0]
        whole = result["summary/budget_spent_total"][0]
    for row in shown.iter_rows(min_row=2):
        if row[0].value in accounts:
            assert all(near(row[2 + p].value, times * spent[p, accounts.index(row[0].value)]) for p in range(6))
    sums = []
    begin = {"Money": "spent, by account", "예산": "계정별 집행액"}[sheet]
    (accounts_head,) = (cell.row for cell in shown["A"] if cell.value == begin)
    for row in typed.iter_rows(min_col=3, max_col=8, min_row=accounts_head):
        if row[0].data_type != "f":
            continue
        for cell in row:
            column, first, last = re.fullmatch(r"=SUM\(([A-Z])(\d+):\1(\d+)\)", cell.value).groups()
            parts = [shown[f"{column}{number}"].value for number in range(int(first), int(last) + 1)]
            assert near(shown[cell.coordinate].value, sum(parts))
        sums.append([shown[cell.coordinate].value for cell in row])
    assert all(sum(column) == pytest.approx(times * whole[p], rel=1e-9) for p, column in enumerate(zip(*sums)))


@pytest.mark.parametrize("sheet, times, opening, closing, sums", [
    ("Money", 1e-6, "Carried in, at the end of 2006", "Carried over, at the end of 2016", "Sum"),
    ("예산", 1e-5, "기초 이월 잔액 (2006년 말)", "이월 잔액 (2016년 말)", "합계")])
def test_what_became_of_the_money_is_what_there_was(place, results, sheet, times, opening, closing, sums):
    shown = openpyxl.load_workbook(place, data_only=True)[sheet]
    rows = {row[0].value: [cell.value for cell in row[2:8]] for row in shown.iter_rows(max_row=15) if row[0].value}
    with h5py.File(results / "thirty.h5") as result:
        years = list(result["summary/year"][()])
        carried = result["summary/budget_carried_over"][0]
        totals = {name: result[f"summary/budget_{name}_total"][0]
                  for name in ("appropriated", "spent", "lapsed", "not_modelled", "cut", "carried_over")}
    for p in range(6):
        assert near(rows[opening][p], times * carried[p, years.index(2006)]) and rows[opening][p] > 0
        assert near(rows[closing][p], times * totals["carried_over"][p])
        there, became = (values[p] for name, values in rows.items() if name.startswith(sums))
        assert there == pytest.approx(times * (carried[p, years.index(2006)] + totals["appropriated"][p]), rel=1e-9)
        assert became == pytest.approx(there, rel=1e-9)
        assert became == pytest.approx(times * sum(totals[name][p] for name in totals if name != "appropriated"), rel=1e-9)


def as_shown(cell):
    """What a spreadsheet shows of a number by its format, as far as a workbook of ours has formats."""
    sections = cell.number_format.split(";")
    value = cell.value
    section = sections[min(len(sections) - 1, 1 if value < 0 else 2 if value == 0 else 0)]
    digits = len(section.split(".")[1]) if "." in section else 0
    sign = section[0] if section[0] in "+-" else "-" if value < 0 and len(sections) == 1 else ""
    return f"{sign}{abs(value):.{digits}f}"


@pytest.mark.parametrize("sheet, names", [("Differences", ["difference", "low, 95 %", "high, 95 %", "verdict", "variable"]),
                                          ("차이", ["차이", "하한 95 %", "상한 95 %", "판정", "변수"])])
def test_a_difference_with_a_verdict_is_not_shown_as_nothing(book, sheet, names):
    clear = 0
    for row in table(book[sheet]):
        mean, low, high, verdict, variable = (row[name] for name in names)
        if mean.value is None or low.value is None or not high.value > low.value:
            continue
        if low.value > 0 or high.value < 0:
            clear += 1
            assert float(as_shown(mean)) != 0 or abs(mean.value) < 1e-6, (variable.value, mean.value, mean.number_format)
        width = (high.value - low.value) / 2  # a digit of it is seen
        digits = len(as_shown(mean).partition(".")[2])
        assert digits == 6 or 10 ** -digits <= width * (1 + 1e-9), (variable.value, width, mean.number_format)
    assert clear > 20


def test_digits_are_those_of_coopsim_compare(book, results):
    said = Program(results)("compare", "thirty.h5", "--metric", "seat_fill").stdout
    rows = [row for row in table(book["Differences"]) if row["variable"].value == "seat_fill" and row["pairs"].value]
    assert rows
    for row in rows:
        assert as_shown(row["difference"]) in said and as_shown(row["low, 95 %"]) in said


def test_money_of_a_small_account_is_seen(place, results):
    sheet = openpyxl.load_workbook(place, data_only=True)["Money"]
    with h5py.File(results / "thirty.h5") as result:
        accounts = [code.decode() for code in result["summary/account"][()]]
    cells = [cell for row in sheet.iter_rows(min_row=2, max_col=8) if row[0].value in accounts for cell in row[2:]]
    small = [cell for cell in cells if 0.0005 < cell.value < 0.05]
    assert small and all(float(as_shown(cell)) != 0 for cell in small)


def test_no_cell_shows_a_zero_with_a_sign(book):
    seen = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "n" and cell.value is not None and re.fullmatch(r"[-+#,0.;]+", cell.number_format):
                    seen += 1
                    shown = as_shown(cell)
                    assert float(shown) != 0 or shown[0] not in "+-", (sheet.title, cell.coordinate, cell.value)
    assert seen > 1000


@pytest.mark.parametrize("sheet, why, told, equal, together", [
    ("Differences", "why no verdict", "fewer than 30 replications", "2 bp", "hold for all its policies together"),
    ("차이", "판정 없는 이유", "반복이 30회보다 적다", "2 bp", "모든 정책에서 함께")])
def test_a_sheet_says_why_there_is_no_verdict(results, book, tmp_path, sheet, why, told, equal, together):
    Program(results)("export", "small.h5", "-o", tmp_path / "s.xlsx")
    few = openpyxl.load_workbook(tmp_path / "s.xlsx")
    first = {"Differences": "Summary", "차이": "요약"}[sheet]
    for one, notes in ((few, True), (book, False)):
        for name in (sheet, first):
            words = "\n".join(str(cell.value) for cell in one[name]["A"] if cell.value)
            assert ("--replications 30" in words) == notes and (told in words or not notes), name
            assert equal in words and together in words
    rows = [row for row in table(few[sheet]) if row["pairs" if sheet == "Differences" else "비교 쌍"].value]
    assert rows and {row[why].value for row in rows} >= {told}
    pairs = "pairs" if sheet == "Differences" else "비교 쌍"
    assert all((row[why].value == told) == (row[pairs].value < 30) for row in table(book[sheet])
               if row[pairs].value and row[why].value in (None, told))


def test_the_dictionary_has_every_response(book, results):
    with h5py.File(results / "thirty.h5") as result:
        names = {name for name, one in result["total"].items() if one.dtype == "f8" and "_by_" not in name}
        meaning = {name: result[f"yearly/{name}"].attrs["description"].decode() for name in names}
        units = {name: result[f"yearly/{name}"].attrs["units"].decode() for name in names}
    found = {row["response"].value: row for row in table(book["Dictionary"])}
    assert set(found) == names == {row["결과 지표"].value for row in table(book["변수 설명"])}
    for name, row in found.items():
        assert (row["what it says"].value, row["unit"].value) == (meaning[name], units[name])


def test_sheets_stay_in_sight_and_print_across(book):
    for name in ("Summary", "Differences", "Policies", "Assumptions", "Dictionary", "요약", "차이"):
        assert book[name].freeze_panes
    for name in ("Differences", "Assumptions", "Dictionary"):
        assert book[name].auto_filter.ref and book[name].print_title_rows
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
    assert [len(book[name]._charts) for name in ENGLISH] == [1, 0, 5, 1, 0, 0, 0]
    assert [len(book[name]._charts) for name in KOREAN] == [1, 0, 5, 1, 0, 0, 0]


def test_only_the_responses_asked_for_are_compared_and_drawn(results, tmp_path):
    Program(results)("export", "thirty.h5", "-o", tmp_path / "m.xlsx", "--metric", "training_wait", "--metric", "contracts")
    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    assert {row["variable"].value for row in table(book["Differences"])} == {"training_wait", "contracts"}
    assert len(book["By year"]._charts) == 2


HOSTILE = {0: "=1+1", 1: "=HYPERLINK(\"http://x\")", 2: "@SUM(A1)", 3: "+1", 4: "<&>\"'", 5: "-1\x01\ufffe"}


def test_names_are_texts_whatever_they_begin_with(program):
    set_labels(program.folder / "small.h5", HOSTILE)
    program("export", "small.h5", "--format", "xlsx")
    book = openpyxl.load_workbook(program.folder / "small.xlsx")
    for sheet, column in (("Summary", 2), ("Differences", 4), ("Policies", 2)):
        cells = {cell.value: cell for (cell,) in book[sheet].iter_rows(min_col=column, max_col=column) if cell.value}
        for place in range(5):
            assert cells[HOSTILE[place]].data_type == "s"
        assert any(text.startswith("-1") for text in cells)
    with zipfile.ZipFile(program.folder / "small.xlsx") as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name and "rels" not in name]
    formulas = [match for sheet in sheets for match in re.findall(rb"<f>(.*?)</f>", sheet)]
    assert formulas and all(re.fullmatch(rb"SUM\([A-Z]+\d+:[A-Z]+\d+\)", one) for one in formulas)


def test_a_name_too_long_for_a_cell_is_cut(program):
    set_labels(program.folder / "small.h5", {1: "긴" * 40_000})
    program("export", "small.h5", "--format", "xlsx")
    book = openpyxl.load_workbook(program.folder / "small.xlsx")
    assert max(len(str(cell.value)) for (cell,) in book["Summary"].iter_rows(min_col=2, max_col=2)) == 32_767


def test_equal_results_give_equal_workbooks(place, results, tmp_path):
    Program(results)("export", "thirty.h5", "-o", tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == place.read_bytes()


def test_a_result_without_a_baseline_or_with_one_policy_has_no_comparison(program):
    with h5py.File(program.folder / "small.h5", "r+") as result:
        for group in result.values():
            if "policy_baseline" in group:
                group["policy_baseline"][...] = 0
    program("export", "small.h5", "--format", "xlsx")
    book = openpyxl.load_workbook(program.folder / "small.xlsx")
    assert "Differences" not in book.sheetnames and "Summary" in book.sheetnames
    assert len(book["Summary"]._charts) == 0


def test_failed_worlds_are_told_on_the_first_sheet(program):
    scenario = PROJECT / "scenarios/kjc_small.toml"
    events = [json.loads(program("run", scenario, "--set", "firms.count=60", "--only", f"{policy}:0", "--json").stdout)
              ["events"] for policy in ("status_quo", "abrupt_cut")]
    program("run", scenario, "--set", "firms.count=60", "--replications", 2, "--set", f"run.max_events={min(events)}",
            "-o", "storm.h5", "--quiet", code=1)
    program("export", "storm.h5", "--format", "xlsx")
    book = openpyxl.load_workbook(program.folder / "storm.xlsx")
    with h5py.File(program.folder / "storm.h5") as result:
        failed = result.attrs["failed_worlds"]
    assert failed > 0 and f"{failed} worlds failed" in book["Summary"]["A3"].value
    assert {row["verdict"].value for row in table(book["Differences"])} <= {"baseline", "no verdict", "no difference"}
