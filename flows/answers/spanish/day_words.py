"""Days and habits in Spanish in the words that the readers know: "antier" as "day before yesterday"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flows.answers.rewording import Rewording, reworded, table
from flows.answers.spanish.habit_words import HABITS, STATES
from flows.answers.spanish.holiday_names import HOLIDAYS
from flows.answers.spanish.lengths import NUMBERS, with_lengths

WEEKDAYS: Final[Mapping[str, str]] = {
    "lunes": "monday",
    "martes": "tuesday",
    "miercoles": "wednesday",
    "jueves": "thursday",
    "viernes": "friday",
    "sabado": "saturday",
    "domingo": "sunday",
}
MONTHS: Final[Mapping[str, str]] = {
    "enero": "january",
    "ene": "january",
    "febrero": "february",
    "marzo": "march",
    "abril": "april",
    "abr": "april",
    "mayo": "may",
    "junio": "june",
    "julio": "july",
    "agosto": "august",
    "septiembre": "september",
    "setiembre": "september",
    "octubre": "october",
    "noviembre": "november",
    "diciembre": "december",
    "dic": "december",
}
_WEEKDAY: Final = re.compile(
    rf"\b(?P<every>los |todos los |cada )?(?:el |este |al )?(?P<before>pasado |ultimo "
    rf")?(?P<day>{'|'.join(WEEKDAYS)}|sabados|domingos)"
    r"(?P<last> (?:pasado|(?:que|q) (?:acaba de pasar|ya paso|paso)|ultimo))?(?P<week> antepasado| antes pasado)?"
    r"(?P<next> (?:que|q) (?:viene|entra)| proximo)?\b"
)
_MONTH: Final = re.compile(
    rf"(?:\b(?P<d>\d{{1,2}})(?:ro|ero|o|er)? (?:de |del? mes de )?)?\b(?P<month>{'|'.join(MONTHS)})\b"
    r"(?P<d2> \d{1,2}\b(?! ?(?:dias|semanas|meses|veces)))?(?: (?:de |del )?(?P<year>(?:19|"
    r"20)\d\d))?(?P<last> pasado)?"
)
_TO: Final = re.compile(r"\bdel? (\d{1,2}) al (\d{1,2})\b")
_NTH: Final = re.compile(
    r"(?<![a-z0-9])(?:(?:el )?dia |el |al )(\d{1,2})(?!\d|[/.,-]\d|%| ?(?:pastillas|veces|por ciento|"
    r"january|february|march|april|may|june|july|august|september|october|november|december))\b"
)
_FIRST: Final = re.compile(r"\b(?:primero|1ro|1ero|1ro\.|el primer dia)\b")
NIGHT: Final = r"(?: (?:por|en|a|de|x)?(?: ?la)? ?noche| noche| x noche| en la madrugada)"
_MOMENTS: Final[tuple[Rewording, ...]] = table(
    (
        (r"antes? de ayer|anteayer|antayer|antiayer|antes d ayer|antier|antiel", "antier"),
        (r"tras ?antier|tras ?anteayer", "3 days ago"),
        (rf"antenoche|anteanoche|antes de anoche|antes d anoche|antier{NIGHT}", "night before last"),
        (r"antier", "day before yesterday"),
        (rf"ayer(?: ya)?{NIGHT}|anoche|a noche|ayer tarde en la noche", "last night"),
        (r"ayer|aller", "yesterday"),
        (r"esta (?:manana|mananita|tarde)", "today"),
        (r"pasado manana", "day after tomorrow"),
        (r"hoy (?:en|por|a|x) la noche|esta noche", "tonight"),
        (r"(?P<day>hoy|yesterday)(?: (?:por|en|de|a|x))?(?: la)? (?:manana|mananita|tarde)", r"\g<day>"),
        (r"(?:por|en|de|a|x|cada) la (?:manana|mananita)|en las mananas|por las mananas", "in the morning"),
        (r"la manana del?(?= (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))", "el"),
        (r"me l[ao]s? acabo de \w+", "just used"),
        (r"manana", "tomorrow"),
        (
            r"hoy|oy|ahorita|horita|orita|aorita|recien|"
            r"hace tantito|hace (?:un )?(?:rato|ratito|momento|ratico)|hace poquito|ahora mismo",
            "today",
        ),
        (r"(?:el otro|otro) dia", "the other day"),
        (r"la otra noche", "the other night"),
        (r"hace (?:muy )?poco(?: tiempo)?|recientemente|ultimamente", "recently"),
        (r"hace (?:mucho|bastante|un buen|tiempo|siglos|anales|rato largo)(?: tiempo| rato)?", "a while ago"),
    )
)
_SPANISH: Final = re.compile(
    r"\b(?:oy|horita|orita|recien|el|la|l[ao]s|lo|un|una|un[ao]s|de|del|al|en|por|x|q|que|y|o|no|ni|si|se|me|mi|ya|es|fue|con|"
    r"sin|como|desde|hasta|"
    r"antes|despues|entre|cada|todo|tod[ao]s|ha[cs]en?|h?ase|ace|hoy|ayer|aller|anoche|ant\w+|tras\w+|"
    r"manana|dias?|noches?|"
    r"semanas?|sem|mes|meses|anos?|horas?|minutos?|quincena|diari\w+|siempre|nunca|jamas|nada|aveces|"
    r"veces|sigo|aun|todavia|"
    r"todabia|tdv|deje|pare|termine|empece|llevo|tengo|tiene|usand\w+|uso|idea|quien|quen|sepa|nose|"
    r"finde|verano|invierno|"
    r"primavera|otono|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|enero|ene|febrero|marzo|"
    r"abril|abr|mayo|junio|"
    r"julio|agosto|sep?tiembre|octubre|noviembre|diciembre|dic|primero|1ro|navidad|noche ?buena|reyes|pascua|posadas|"
    r"fiestas|ocasionalmente|recientemente|ultimamente|ultim\w+|quizas?|tal ?vez|creo|poquito|ahorita|fin|mediados|"
    r"principios|finales|ninguna?|proxim\w+|pasad\w+|cinco|san valentin|nochevieja|candelaria|"
    rf"{'|'.join(NUMBERS)})\b"
)
"""A word of Spanish that is looked at here; without any the tables have nothing to do."""
_PLACES: Final[tuple[Rewording, ...]] = table(
    (
        (
            r"(?:un poco |justo )?antes (?:de|del)(?: la| el| los)?(?! ?(?:ayer|anoche|la pasada|hoy|"
            r"antier|antenoche))",
            "before",
        ),
        (r"(?:un poco |justo )?despues (?:de|del)(?: la| el| los)?", "after"),
        (r"dentro de", "en"),
        (r"(?:la )?semana(?= (?:before|after))", "the week"),
        (r"(?:la )?(?P<unit>semana|fin de semana) del?(?= (?:dia )?\d)", r"the \g<unit> of el"),
        (r"the semana of", "the week of"),
        (r"the fin de semana of", "the weekend of"),
    )
)
"""What moves a day, read before the holidays it stands in front of."""
_PERIODS: Final[tuple[Rewording, ...]] = table(
    (
        (r"(?P<n>\d+|a few|a couple of|several|1) (?:fines? de semana|findes?)(?: atras)?", r"\g<n> weekends ago"),
        (r"(?:hace|ase|hase) (?:como )?(?:un|el) (?:fin de semana|finde)", "1 weekend ago"),
        (
            r"(?:hace|ase|hase) (?:como )?(?P<n>\d+ (?:weekends|(?:mon|tues|wednes|thurs|fri|satur|"
            r"sun)days?))(?: ago)?",
            r"\g<n> ago",
        ),
        (r"(?:el |este )?(?:fin de semana|finde|fin d semana|wikend|weekend) antepasado", "weekend before last"),
        (
            r"(?:el |este )?(?:fin de semana|finde|fin d semana|wikend|weekend)(?: pasado| (?:que|q) paso)",
            "last weekend",
        ),
        (r"(?:el pasado|el ultimo) (?:fin de semana|finde|fin d semana|wikend|weekend)", "last weekend"),
        (r"este (?:fin de semana|finde|fin d semana|wikend)", "this weekend"),
        (r"(?:el |los )?(?:fin de semana|finde|fin d semana|wikend)", "weekend"),
        (r"la (?:semana|sem) (?:que|q) (?:viene|entra)|la proxima semana|proxima semana", "next week"),
        (r"(?:la )?(?:semana|sem) (?:antepasada|antes pasada|antes de la pasada)", "week before last"),
        (r"(?:de )?(?:la )?(?:semana|sem) (?:pasada|(?:que|q) paso)|(?:la )?pasada semana", "last week"),
        (r"(?:esta|en la|la|de la|de|entre) (?:misma )?semana(?! (?:santa|\d))|esta misma semana", "this week"),
        (r"el mes (?:que|q) (?:viene|entra)|el proximo mes|proximo mes", "next month"),
        (r"(?:el |del )?mes (?:antepasado|antes pasado)", "month before last"),
        (r"(?:el |del )?mes (?:pasado|(?:que|q) paso)|(?:el )?pasado mes", "last month"),
        (r"(?:este|de este|del?|al?|de) (?:mismo )?mes", "this month"),
        (r"(?:el |del )?ano (?:antepasado|antes pasado)", "year before last"),
        (r"(?:el |del )?ano (?:pasado|(?:que|q) paso)|(?:el )?pasado ano", "last year"),
        (r"(?:este|de este) (?:mismo )?ano", "this year"),
        (r"el ano (?:que|q) (?:viene|entra)|el proximo ano|proximo ano", "next year"),
        (r"(?:a |al |desde |en )?(?:principios?|inicios?|comienzos?)(?: de| del)?|empezando", "early"),
        (r"(?:en )?(?:la )?(?:primera|1ra) semana de|los primeros dias de", "first week of"),
        (r"(?:en )?(?:la )?ultima semana de|los ultimos dias de", "end of"),
        (r"(?:a |en )?(?:mediados?|mitad)(?: de| del)?", "mid"),
        (r"(?:a |al |en )?(?:finales|final|fines)(?: de| del)?|terminando", "end of"),
        (
            r"(?P<when>el |este |en |del |en el )?verano(?: pasado)?(?: (?:de |del )?(?P<year>20\d\d))?",
            r"in the summer \g<year>",
        ),
        (
            r"(?:el |este |en |del |en el )?invierno(?: pasado)?(?: (?:de |del )?(?P<year>20\d\d))?",
            r"in the winter \g<year>",
        ),
        (
            r"(?:la |esta |en |de |en la )?primavera(?: pasada)?(?: (?:de |del )?(?P<year>20\d\d))?",
            r"in the spring \g<year>",
        ),
        (
            r"(?:el |este |en |del |en el )?otono(?: pasado)?(?: (?:de |del )?(?P<year>20\d\d))?",
            r"in the fall \g<year>",
        ),
        (r"(?:el|la|en el|en la) (?:proximo|proxima)", "next"),
    )
)
_SMALL: Final[tuple[Rewording, ...]] = table(
    (
        (r"y(?= (?:el )?(?:\d|the \d|[a-z]+day\b))", "and"),
        (r"o(?: a lo mejor| tal vez| quizas?)?|u(?= (?:8|october|11))", "or"),
        (r"entre", "between"),
        (r"desde(?: el| la| q| que)*", "since"),
        (r"hasta(?: el| la)?", "until"),
        (
            r"como|mas o menos|masomenos|aproximadamente|aprox|alrededor (?:de|del)|cerca (?:de|del)|"
            r"por ahi (?:de|del)|por el",
            "about",
        ),
        (
            r"en(?= (?:january|february|march|april|may|june|july|august|september|october|november|"
            r"december|early|mid|end))",
            "in",
        ),
        (r"(?:creo|pienso|me parece)(?: q| que)?", "i think"),
        (r"tal ?vez|quizas?|a lo mejor|puede (?:ser )?(?:q|que)|capaz(?: q| que)?|probablemente", "maybe"),
        (
            r"en (?P<n>(?:about )?(?:\d+|a few|a couple of|several)(?: to \d+)? (?:days|weeks|months|years))",
            r"in \g<n>",
        ),
        (r"dentro de", "in"),
        (r"dia", "day"),
    )
)


def in_known_words(told: str) -> str:
    """The soft text with what is said in Spanish of days and habits put into English."""
    if not _SPANISH.search(told):
        return told
    told = reworded(reworded(reworded(told, _PLACES), HOLIDAYS), HABITS)
    told = reworded(with_lengths(told), _MOMENTS)
    told = _WEEKDAY.sub(_weekday, told)
    told = reworded(_MONTH.sub(_month, _FIRST.sub("1", told)), _PERIODS)
    told = _NTH.sub(r"the \1th", _TO.sub(r"the \1th to the \2th", told))
    told = reworded(told, _SMALL)
    return " ".join(reworded(told, STATES).split())


def _weekday(match: re.Match[str]) -> str:
    day = WEEKDAYS.get(match["day"]) or WEEKDAYS[match["day"].removesuffix("s")]
    if match["every"] or match["day"] in {"sabados", "domingos"}:
        return f"{day}s"
    if match["week"]:
        return f"2 {day}s ago"
    if match["next"]:
        return f"next {day}"
    return f"last {day}" if match["before"] or match["last"] else day


def _month(match: re.Match[str]) -> str:
    day = match["d"] or (match["d2"] or "").strip()
    month = MONTHS[match["month"]]
    if day:
        return f"{day} {month} {match['year'] or ''}".rstrip()
    return f"{'last' if match['last'] else 'in'} {month} {match['year'] or ''}".rstrip()
