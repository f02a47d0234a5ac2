"""Every text stands in both languages."""

from prongsai.words import Words, same


def test_words_are_read_in_the_language_of_the_reader() -> None:
    words = Words("คะแนน", "score")

    assert words.to("th") == str(words) == "คะแนน"
    assert words.to("en") == "score"


def test_a_code_reads_alike_in_both_languages() -> None:
    assert same("o9") == Words("o9", "o9")
