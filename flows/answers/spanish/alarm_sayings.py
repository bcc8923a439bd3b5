"""Spanish sayings that only sound like an alarm, and words that are known by all but one letter."""

from __future__ import annotations

from typing import Final

from flows.answers.combining import combined
from flows.answers.wording import phrases

_AT_THE_PRICE: Final = combined(
    "me desmayo, me infarto, me caigo, me muero, me da un infarto, me dio un infarto, me da algo, me fui",
    "-, de espaldas, para atras, del susto",
    "cuando vi, al ver, con, cuando me dijeron, cuando supe, viendo, cuando me dieron",
    "el, los, tu, la, sus, ese, esos",
    "precio, precios, costo, costos, total, cuenta, cotizacion",
)
_OF_THE_SEASON: Final = combined(
    "se me hinchan los ojos, ojos hinchados, me hincho de los ojos, los ojos hinchados",
    "cada, en, en la, todas las, con el, por el, por la",
    "primavera, primaveras, polen, temporada, ano, alergia de temporada, otono",
)

IDIOMS: Final = (
    _AT_THE_PRICE
    | _OF_THE_SEASON
    | combined("respirar, respiro", "por, bien por", "la nariz, mi nariz, una fosa")
    | phrases(
        """
    me muero por, me muero de, muero por, muerto de, muerta de, muertos de, morir de risa, morir de la risa, morir
    de pena, morir de la pena, morir de verguenza, morir de la verguenza, morirme de risa, morirme de pena, morirme
    de verguenza, morirme de la verguenza, morirme de la risa, me matan, me mata, dejo sin aire, deja sin aire, me
    dejo sin aliento, aire acondicionado, al aire libre, no quiero morir, me mato trabajando, me mato en el, piel
    muerta, me ahogo en trabajo, me ahogo en tareas, me ahogo en deudas, calidad de vida, de toda la vida, seguro de
    vida, mi vida es un caos, en la vida he, celulas muertas, pieles muertas, fiebre del heno, fiebre de compras,
    fiebre uterina, fuegos, fuego labial, ampolla de vitamina, ampollas de vitamina, ampolletas, ampolla facial,
    ampollas faciales, ampollas de colageno, ampollas de acido, me ahogo en un vaso, vaso de agua, casi me infarto,
    presion alta, presion arterial, presion baja, quita el aliento, me quito el aliento, de muerte lenta, mal
    aliento, dolor de cabeza, dolor de espalda, me muero del, sangre fria, tipo de sangre, azucar en la sangre,
    analisis de sangre, infeccion urinaria, boca seca, ataque de risa, luz roja, bano caliente
    """
    )
)

MISSPELT_LONG: Final = phrases(
    """
    respirar, respirando, hinchada, hinchado, hinchando, hinchados, sangrando, sangrado, desmayo, desmaye, ampollas,
    suicidarme, suicidio, suicida, calentura, infectado, infectada, infeccion, escalofrios, garganta,
    enrojecimiento, extendiendo, insoportable, hinchazon, supurando, desmayar, matarme, morirme, ahogando
    """
)

ORDINARY: Final = phrases(
    """
    respirador, inspirar, inyectado, inyectada, afectado, afectada, desmayos, inyeccion, sangrados, afeccion,
    casarme, mojando, rogando, hincando, aspirar, ensayo, mararme, pinchado, pinchando, pinchada, sanando, manchada,
    manchado, manchando, hablando
    """
)
