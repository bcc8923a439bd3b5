"""What happened, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Event(StrEnum):
    """What happened in a Step that others may care about; in the past tense."""

    INTAKE_STARTED = "IntakeStarted"
    CONSENT_GIVEN = "ConsentGiven"
    CONSENT_DECLINED = "ConsentDeclined"
    MINOR_TURNED_AWAY = "MinorTurnedAway"
    QUESTION_SHOWN = "QuestionShown"
    ANSWER_GIVEN = "AnswerGiven"
    ANSWER_CHANGED = "AnswerChanged"
    ANSWER_NOT_READ = "AnswerNotRead"
    WENT_BACK = "WentBack"
    QUESTION_ANSWERED = "QuestionAnswered"
    QUESTION_PASSED_ON = "QuestionPassedOn"
    URGENT_WORDS_SEEN = "UrgentWordsSeen"
    PERSON_WANTED = "PersonWanted"
    INTAKE_STOPPED = "IntakeStopped"
    INTAKE_RESUMED = "IntakeResumed"
    INTAKE_FINISHED = "IntakeFinished"
    NUDGED = "Nudged"
    CONSENT_WITHDRAWN = "ConsentWithdrawn"


@dataclass(frozen=True, slots=True)
class Happened:
    """An Event and what it is about: a question's key, a topic, a kind; never the client's words."""

    event: Event
    about: str = ""
