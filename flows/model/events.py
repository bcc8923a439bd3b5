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
    ASKED_AGAIN = "AskedAgain"
    WENT_BACK = "WentBack"
    QUESTION_ANSWERED = "QuestionAnswered"
    QUESTION_PASSED_ON = "QuestionPassedOn"
    URGENT_WORDS_SEEN = "UrgentWordsSeen"
    PERSON_WANTED = "PersonWanted"
    INTAKE_STOPPED = "IntakeStopped"
    INTAKE_RESUMED = "IntakeResumed"
    NEXT_STEP_CHOSEN = "NextStepChosen"
    INTAKE_FINISHED = "IntakeFinished"
    NUDGED = "Nudged"
    CONSENT_WITHDRAWN = "ConsentWithdrawn"
    # What the team did.
    TEAM_TOOK_OVER = "TeamTookOver"
    TEAM_WROTE = "TeamWrote"
    CLIENT_REPLIED = "ClientReplied"
    """The client's first word after the team wrote."""
    HANDED_BACK = "HandedBack"
    QUESTION_REPLIED = "QuestionReplied"
    QUESTION_CLOSED = "QuestionClosed"
    ANSWER_CORRECTED = "AnswerCorrected"
    INTAKE_CLAIMED = "IntakeClaimed"
    INTAKE_RELEASED = "IntakeReleased"
    INTAKE_REVIEWED = "IntakeReviewed"
    INTAKE_BOOKED = "IntakeBooked"
    INTAKE_DECLINED = "IntakeDeclined"
    INTAKE_REOPENED = "IntakeReopened"


@dataclass(frozen=True, slots=True)
class Happened:
    """An Event and what it is about: a question's key, a topic, a kind; never the client's words."""

    event: Event
    about: str = ""
