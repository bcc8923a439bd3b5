"""The score: every row read as the bot would read it, judged, and counted per reader and language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, TypeAlias

from bot.reading import judging
from bot.reading.judging import NEVER_ALLOWED, Harm, Judgement, Worth
from bot.reading.rows import Row, RowsError, Sample
from flows import typed
from flows.answers import urgent
from flows.flow import Flow
from flows.model import Reading

Judge: TypeAlias = Callable[[Flow, Row, str, str], Judgement]
"""Judges how a row of a language is read, beside one meaning that is right."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A reader with the question its rows are typed at, and the harm it can do."""

    judge: Judge
    harms: tuple[Harm, ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts over the rows of one reader and language, the held ones or the others."""

    reader: str
    language: str
    held: bool
    rows: int
    worth: Mapping[Worth, int] = field(hash=False)
    harms: Mapping[Harm, int] = field(hash=False)
    """Every harm that the reader can do, with how often it does."""

    def share(self, *worths: Worth) -> float:
        """The share of rows that are worth that much, 0 to 1."""
        return sum(self.worth[worth] for worth in worths) / self.rows

    @property
    def unforgivable(self) -> int:
        """How often it does harm that is never allowed."""
        return sum(count for harm, count in self.harms.items() if harm in NEVER_ALLOWED)


def scored(flow: Flow, samples: Iterable[Sample]) -> Iterator[Tally]:
    """The tallies of each sample: of its rows, then of its held rows. Raises RowsError for an unknown reader."""
    for sample in samples:
        judged = [(row, judged_row(flow, sample, row)) for row in sample.rows]
        for held in (False, True):
            if chosen := [judgement for row, judgement in judged if row.held is held]:
                yield _tally(sample, held, chosen)


def _tally(sample: Sample, held: bool, judged: list[Judgement]) -> Tally:
    worth, harms = Counter(each.worth for each in judged), Counter(each.harm for each in judged)
    can_do = {harm: harms[harm] for harm in measured(sample).harms}
    return Tally(sample.reader, sample.language, held, len(judged), worth, can_do)


def measured(sample: Sample) -> Measured:
    """How a sample's reader is measured. Raises RowsError when nobody knows the reader."""
    if sample.reader not in READERS:
        raise RowsError(f"{sample.reader}_{sample.language}.toml: there is no reader {sample.reader!r} to measure.")
    return READERS[sample.reader]


def judged_row(flow: Flow, sample: Sample, row: Row) -> Judgement:
    """The judgement over one row; the best where several meanings are right. Raises RowsError for what can't be."""
    reader = measured(sample)
    row = row if row.question else replace(row, question=reader.question)
    try:
        judged = [reader.judge(flow, row, sample.language, want) for want in (row.want, *row.also)]
    except (KeyError, ValueError) as error:
        where = f"{sample.reader}_{sample.language}.toml, {row.text!r}"
        raise RowsError(f"{where}: {error} is no question or no meaning that there is.") from error
    return min(judged, key=lambda each: (list(Worth).index(each.worth), each.harm is not None))


def missed(flow: Flow, samples: Iterable[Sample]) -> Iterator[str]:
    """A line for each row that is not understood: where, what was meant, what it did. Held rows are never listed."""
    for sample in samples:
        for row in sample.rows:
            judgement = judged_row(flow, sample, row)
            if not row.held and judgement.worth is not Worth.UNDERSTOOD:
                at = row.question or sample.reader
                told = judgement.harm or judgement.worth
                yield f"{sample.language} {at} {row.today:%a %d %b}: {told}: {row.text!r} means {row.want!r}"


def read_row(flow: Flow, row: Row, language: str) -> Reading:
    """The row as an answer to its question, as the bot reads it. Raises KeyError for an unknown question."""
    return typed.read(flow, flow.by_key[row.question], row.text, row.today, language)


def _past_date(flow: Flow, row: Row, language: str, want: str) -> Judgement:
    return judging.judge_past_date(read_row(flow, row, language), want, row.today, row.upto)


def _wish(flow: Flow, row: Row, language: str, want: str) -> Judgement:
    return judging.judge_wish(read_row(flow, row, language), want)


def _choice(flow: Flow, row: Row, language: str, want: str) -> Judgement:
    return judging.judge_choice(read_row(flow, row, language), want)


def _products(flow: Flow, row: Row, language: str, want: str) -> Judgement:
    return judging.judge_products(read_row(flow, row, language), want)


def _topic(_flow: Flow, row: Row, _language: str, want: str) -> Judgement:
    topic = typed.topic_of(row.text)
    got = topic.key if topic else "none"
    says = frozenset({got}) if topic and topic.answered else frozenset[str]()
    whole = topic is not None and not topic.passed_on and not row.answered
    return judging.judge_topic(got, want, says, says_all=whole)


def _red_flag(_flow: Flow, row: Row, _language: str, want: str) -> Judgement:
    return judging.judge_red_flag(urgent(row.text) or "none", want)


def _phone(flow: Flow, row: Row, language: str, want: str) -> Judgement:
    return judging.judge_phone(read_row(flow, row, language), want)


def _name(flow: Flow, row: Row, language: str, want: str) -> Judgement:
    return judging.judge_name(read_row(flow, row, language), want)


READERS: Final[Mapping[str, Measured]] = MappingProxyType(
    {
        "dates": Measured(_past_date, (Harm.CLEARED,), "retinoid_last"),
        "wishes": Measured(_wish, (), "wish"),
        "yes_no": Measured(_choice, (Harm.FLIPPED,), "retinoid"),
        "choices": Measured(_choice, (Harm.FLIPPED,)),
        "products": Measured(_products, (Harm.ORAL_MISSED, Harm.ACTIVE_MISSED, Harm.FALSE_ALARM), "retinoid_product"),
        "topics": Measured(_topic, (Harm.INVENTED,)),
        "urgent": Measured(_red_flag, (Harm.FLAG_MISSED, Harm.FALSE_ALARM)),
        "phones": Measured(_phone, (Harm.WRONG_NUMBER,), "phone"),
        "names": Measured(_name, (), "name"),
    }
)
"""Each reader by the name of its files."""
