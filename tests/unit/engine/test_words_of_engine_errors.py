"""The words of every error of the engine, in both languages, as people read them."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.engine import compute
from lotrinh.engine.on_duckdb import compute_file
from lotrinh.engine.query import Source
from lotrinh.engine.slice import Slice
from lotrinh.engine.table_file import open_sink
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import MANIFEST, OBSERVATIONS, read_vintage, write_vintage
from lotrinh.indicators import unit
from lotrinh.ledger import Vintage
from spec.figures import indicator, observation
from words.spoken_keys import catalogues

DAY = date(2025, 1, 1)
GRDP = {"grdp": indicator("grdp", measured=unit("billion_dong"), basis="constant 2010")}


def _vintage(**more: str) -> Vintage:
    said = {"unit": "billion_dong", "price_basis": "constant 2010"} | more
    return Vintage.freeze([observation("grdp", "2020", "1", **said)], DAY)


def _manifest(folder: Path, text: str) -> None:
    write_vintage(_vintage(), folder)
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    read_vintage(folder)


def _changed(folder: Path) -> None:
    write_vintage(_vintage(), folder)
    (folder / OBSERVATIONS).write_bytes(b"PAR1")
    read_vintage(folder)


def _another(folder: Path) -> None:
    write_vintage(_vintage(), folder)
    write_vintage(_vintage(note="revised"), folder)


def _a_file_in_the_way(folder: Path) -> None:
    folder.write_text("", encoding="utf-8")
    write_vintage(_vintage(), folder)


def _unreachable(_: Path) -> None:
    """Port 1 of this machine: nobody listens there."""
    compute(GRDP, _vintage(), on="postgresql://someone@127.0.0.1:1/nothing")


def _without(package: str) -> Callable[[Path], object]:
    """Compute where a package is not installed."""

    def compute_without(_: Path) -> None:
        on = {"psycopg": "postgresql://localhost/x", "pyspark": "spark"}[package]
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(sys.modules, f"{package}.sql" if package == "pyspark" else package, None)
            patch.setitem(sys.modules, package, None)
            compute(GRDP, _vintage(), on=on)

    return compute_without


def _no_cluster(_: Path) -> None:
    """Ask for a cluster whose address means nothing to Spark, where no session is open."""
    protocol, sql = pytest.importorskip("py4j.protocol"), pytest.importorskip("pyspark.sql")

    def refuse(_: object) -> None:
        raise protocol.Py4JError("org.apache.SparkException: Could not parse Master URL: 'x'")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sql.SparkSession, "getActiveSession", lambda: None)
        patch.setattr(sql.SparkSession.Builder, "getOrCreate", refuse)
        compute(GRDP, _vintage(), on="spark://x")


def _odd_period(folder: Path) -> None:
    """A file that another program wrote, with a window of years as people write it."""
    write_vintage(_vintage(), folder)
    file = folder / "from-elsewhere.parquet"
    duckdb.execute(
        f"COPY (SELECT * REPLACE ('2021-2025' AS period) FROM '{folder / OBSERVATIONS}') "
        f"TO '{file}' (FORMAT parquet)"
    )
    compute_file(GRDP, file, folder / "results.parquet", DAY)


def _written(path: Path) -> None:
    with open_sink(path):
        pytest.fail("nothing can be written there")


def _part_on_a_map(folder: Path) -> None:
    write_vintage(_vintage(), folder)
    asked = Slice(("grdp",), breakdown="sex=female", on_map=DAY)
    list(Source(folder, GRDP, Territory()).tables(asked))


#: What goes wrong, and the words for it.
WORDS: list[tuple[Callable[[Path], object], str, str, str, str]] = [
    (
        lambda _: compute(GRDP, _vintage(), on="abacus"),
        "“abacus” không phải là một bộ máy tính toán đã biết.",
        "“abacus” is not a known engine.",
        "Chọn một trong: reference, duckdb, cube, postgres, spark.",
        "Choose one of: reference, duckdb, cube, postgres, spark.",
    ),
    (
        lambda _: compute(GRDP, _vintage(unit="person", price_basis="")),
        "Số liệu được báo cáo bằng người, không quy đổi được sang tỷ đồng của chỉ tiêu.",
        (
            "The figure is reported in persons, "
            "which cannot be converted to the indicator's billion dong."
        ),
        "Sửa đơn vị của số liệu, hoặc gắn số liệu với đúng chỉ tiêu.",
        "Correct the unit of the figure, or tie the figure to the right indicator.",
    ),
    (
        lambda _: compute(GRDP, _vintage(price_basis="current")),
        "Số liệu theo gốc giá current, còn chỉ tiêu theo gốc giá constant 2010.",
        "The figure is at the price basis current, but the indicator at constant 2010.",
        "Gắn số liệu với chỉ tiêu cùng gốc giá; không trộn các gốc giá.",
        "Tie the figure to an indicator of its own price basis; bases are never mixed.",
    ),
    (
        _odd_period,
        "Kỳ “2021-2025” trong tệp số liệu không viết theo dạng chuẩn.",
        "The period “2021-2025” in the file is not written in its standard form.",
        "Viết là 2021-01-01/P5Y.",
        "Write it as 2021-01-01/P5Y.",
    ),
    (
        _a_file_in_the_way,
        "Không tạo được thư mục chot cho bản chốt số liệu.",
        "The folder chot for the vintage cannot be made.",
        "Chọn một thư mục được phép ghi và chưa có tệp nào trùng tên.",
        "Choose a folder that may be written to and whose name no file bears.",
    ),
    (
        read_vintage,
        "Thư mục chot không có bản chốt số liệu: thiếu manifest.json.",
        "The folder chot holds no vintage: manifest.json is missing.",
        "Tạo bản chốt bằng lotrinh freeze, hoặc sửa đường dẫn.",
        "Make a vintage with lotrinh freeze, or correct the path.",
    ),
    (
        lambda folder: _manifest(folder, "{"),
        "Không đọc được bản kê của bản chốt số liệu.",
        "The manifest of the vintage cannot be read.",
        "Tạo lại bản chốt bằng lotrinh freeze vào một thư mục mới.",
        "Make the vintage anew with lotrinh freeze, into another folder.",
    ),
    (
        lambda folder: _manifest(folder, '{"format": 9}'),
        "Bản chốt số liệu ghi theo định dạng 9; phiên bản này đọc định dạng 2.",
        "The vintage is written in format 9; this version reads format 2.",
        "Dùng phiên bản lotrinh đã tạo ra bản chốt, hoặc tạo lại bản chốt.",
        "Use the version of lotrinh that made it, or make the vintage anew.",
    ),
    (
        _changed,
        "Bản chốt số liệu đã bị thay đổi sau khi ghi: mã băm của observations.parquet không khớp.",
        (
            "The vintage was changed after it was written: "
            "the hash of observations.parquet does not match."
        ),
        "Không dùng bản này; tạo lại bản chốt từ sổ số liệu và so mã băm đã công bố.",
        "Do not use it; make the vintage anew from the ledger and compare the published hash.",
    ),
    (
        lambda _: compute(GRDP, _vintage(), on="postgres"),
        "Chưa nói tính trên máy chủ PostgreSQL nào.",
        "Which PostgreSQL server to compute on was not said.",
        (
            "Ghi địa chỉ thay cho tên bộ máy "
            "(postgresql://người_dùng:mật_khẩu@máy/cơ_sở_dữ_liệu), "
            "hoặc đặt biến LOTRINH_ENGINE_POSTGRES_URL cho lệnh lotrinh."
        ),
        (
            "Give its address in place of the engine's name "
            "(postgresql://user:password@host/database), "
            "or set LOTRINH_ENGINE_POSTGRES_URL for the lotrinh command."
        ),
    ),
    (
        _unreachable,
        "Không nối được tới máy chủ PostgreSQL: Connection refused.",
        "The PostgreSQL server cannot be reached: Connection refused.",
        "Kiểm tra địa chỉ, mật khẩu và xem máy chủ có đang chạy không.",
        "Check the address and the password, and whether the server is running.",
    ),
    (
        _no_cluster,
        "Không mở được phiên Spark ở spark://x: Could not parse Master URL: 'x'.",
        "No Spark session could be opened at spark://x: Could not parse Master URL: 'x'.",
        (
            "Kiểm tra địa chỉ cụm (LOTRINH_ENGINE_SPARK_MASTER) và xem cụm có đang chạy không; "
            "bỏ biến này để tính trên chính máy này."
        ),
        (
            "Check the address of the cluster (LOTRINH_ENGINE_SPARK_MASTER) and whether it is "
            "running; unset it to compute on this machine."
        ),
    ),
    (
        _without("psycopg"),
        "Bộ máy PostgreSQL cần gói psycopg, máy này chưa có.",
        "The PostgreSQL engine needs the package psycopg, which is not here.",
        "Cài bằng pip install 'lotrinh[postgres]'.",
        "Install it with pip install 'lotrinh[postgres]'.",
    ),
    (
        _without("pyspark"),
        "Bộ máy Spark cần gói pyspark và Java 17 trở lên; máy này thiếu pyspark.",
        "The Spark engine needs the package pyspark and Java 17 or later; pyspark is not here.",
        (
            "Cài bằng pip install 'lotrinh[spark]' và một bộ Java 17 trở lên "
            "(Debian: apt-get install default-jre-headless)."
        ),
        (
            "Install pip install 'lotrinh[spark]' and a Java 17 or later "
            "(on Debian: apt-get install default-jre-headless)."
        ),
    ),
    (
        _another,
        "Thư mục chot đã chứa một bản chốt số liệu khác.",
        "The folder chot already holds another vintage.",
        "Bản chốt không bao giờ bị ghi đè: chọn một thư mục khác.",
        "A vintage is never overwritten: choose another folder.",
    ),
    (
        lambda folder: _written(folder.with_suffix(".docx")),
        "“docx” không phải là một định dạng bảng đã biết.",
        "“docx” is not a known format of a table.",
        "Chọn một trong: parquet, arrow, csv.",
        "Choose one of: parquet, arrow, csv.",
    ),
    (
        lambda folder: _written(folder / "results.csv"),
        "Không ghi được tệp: No such file or directory.",
        "The file cannot be written: No such file or directory.",
        "Chọn một thư mục có sẵn, được phép ghi và còn chỗ trống.",
        "Choose a folder that exists, may be written to and has room.",
    ),
    (
        _part_on_a_map,
        "Chỉ số chung mới tái lập được trên bản đồ ngày khác, phân tổ “sex=female” thì không.",
        "Only totals can be put on the map of another day, not the part “sex=female”.",
        "Bỏ --breakdown và --all-parts, hoặc bỏ --map.",
        "Leave out --breakdown and --all-parts, or leave out --map.",
    ),
]


@pytest.mark.parametrize(
    ("do", "vi", "en", "mend_vi", "mend_en"), WORDS, ids=[words[2][:40] for words in WORDS]
)
def test_the_error_says(
    do: Callable[[Path], object], vi: str, en: str, mend_vi: str, mend_en: str, tmp_path: Path
) -> None:
    """What is wrong and the mend, word for word."""
    with pytest.raises(LotrinhError) as error:
        do(tmp_path / "chot")
    (problem,) = error.value.problems
    assert (problem.wrong("vi"), problem.wrong("en")) == (vi, en)
    assert (problem.mend("vi"), problem.mend("en")) == (mend_vi, mend_en)


def test_every_error_of_the_engine_is_tested_here() -> None:
    with_mend = [text for text in catalogues()["engine"].values() if "mend_vi" in text]
    assert len(WORDS) == len(with_mend)
