"""Holidays by their Spanish names, in the names that the table of holidays knows."""

from __future__ import annotations

from typing import Final

from flows.answers.rewording import Rewording, table

_DAY: Final = r"(?:el )?(?:dia )?(?:de |del )?"

HOLIDAYS: Final[tuple[Rewording, ...]] = table(
    (
        (r"(?:la )?noche ?buena", "christmas eve"),
        (r"(?:el )?(?:fin de ano|noche ?vieja)", "new years eve"),
        (rf"{_DAY}ano nuevo", "new years day"),
        (r"(?:las )?vacaciones de (?:navidad|diciembre)", "the holidays"),
        (r"(?:las )?fiestas(?: (?:decembrinas|navidenas|de fin de ano|de diciembre|patronales))?", "the holidays"),
        (rf"{_DAY}(?:la )?navidad(?:es)?", "christmas"),
        (rf"{_DAY}(?:los )?(?:santos )?reyes(?: magos)?", "kings day"),
        (rf"{_DAY}(?:la )?candelaria", "candlemas"),
        (
            rf"(?:el )?dia (?:del? (?:el )?amor(?: y (?:de )?la amistad)?|de los enamorados)|{_DAY}san valentin",
            "valentines day",
        ),
        (r"(?:el )?(?:5|cinco) de mayo(?! del? \d)", "cinco de mayo"),
        (r"(?:el )?dia de (?:las |la )?(?:madres?|mama|mamas)", "madres day"),
        (r"(?:el )?dia del? (?:los )?(?:padres?|papas?)", "fathers day"),
        (rf"{_DAY}(?:los )?(?:fieles )?(?:muertos|difuntos)", "day of the dead"),
        (rf"{_DAY}(?:la )?(?:accion de gracias|sangivin|sanguivin|tanksgiving)", "thanksgiving"),
        (r"(?:el )?viernes negro", "black friday"),
        (rf"{_DAY}(?:la )?virgen(?:cita)?(?: de guadalupe)?", "guadalupe day"),
        (r"(?:el )?viernes santo", "good friday"),
        (r"(?:el )?jueves santo", "holy thursday"),
        (r"(?:el )?miercoles de ceniza", "ash wednesday"),
        (r"(?:el )?domingo de ramos", "palm sunday"),
        (r"(?:el )?domingo de (?:pascua|resurreccion)|(?:la )?pascua", "easter"),
        (r"(?:la )?semana santa", "holy week"),
        (r"(?:las )?posadas", "posadas"),
        (r"(?:las )?vacaciones de (?:primavera|semana santa)", "spring break"),
        (r"(?:las )?vacaciones de verano", "the summer"),
        (
            r"(?:la )?semana del?(?: el| la)?(?= (?:halloween|thanksgiving|christmas|new years|easter|"
            r"valentines|labor day|"
            r"memorial day))",
            "the week of",
        ),
        (r"(?:el )?dia de la independencia", "independence day"),
    )
)
"""Applied first: "viernes" and "dia" mean less on their own."""
