"""What is nothing but technical values."""

import pytest

from align.quality.values.technical import is_of_values


@pytest.mark.parametrize(
    "text",
    [
        "4–20 mA + HART",
        "RS-232 / RS-485",
        "24 V DC ± 10 %",
        "RTU, 9600 bps",
        "115200bps",
        "IP65 (EN 60529)",
        "4G + Wi-Fi + GPS",
        "HDMI 2.1 × 2",
        "DDR4 16 GB + SSD 512 GB",
        '14" IPS, 2880 x 1800, 90 Hz',
        "NVMe SSD 512 GB",
        "0.6 MPa, 12 kg/h, 10 kΩ",
        "−20 ℃ ~ +55 ℃",
        "i7-1360P",
    ],
)
def test_figures_units_and_abbreviations_are_technical_values(text: str) -> None:
    assert is_of_values(text)


@pytest.mark.parametrize(
    "text",
    [
        "Log level",
        "LOG LEVEL",
        "NOT SET",
        "GENERAL PROVISIONS",
        "PART 2",
        "Table 3",
        "Step 2",
        "5-day pass",
        "30 days",
        "3 of 5",
        "Made in 2020",
        "Modbus RTU",
        "24 V 电源",
        "第3",
        "12 месяцев",
    ],
)
def test_words_headings_and_parts_are_no_technical_values(text: str) -> None:
    assert not is_of_values(text)
