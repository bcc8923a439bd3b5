"""Which language a text is in, told only where its words leave little doubt: Spanish, English, or neither."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.answers.said import once
from flows.answers.wording import vocabulary, words

MOST_WORDS: Final = 60
"""Words that are looked at."""
SHORT: Final = 3
"""So many words may be told by a single one of them."""

TELLING: Final[Mapping[str, frozenset[str]]] = {
    "es": vocabulary(
        """
        ademas ahora ahorita algo alguien alguna algunas alguno algunos anoche anos anteayer antier
        apenas aqui asi aunque
        ayer ayuda ayudar buenas buenos casi cicatrices cicatriz clinica creo cuando cuanta cuantas
        cuanto cuantos cuello
        cuesta dejar deje dejo dias digame doctora doler donde duele dolor embarazada entonces entre
        enero febrero marzo
        mayo junio agosto septiembre octubre noviembre diciembre espanol esta estaba estoy esto estuve fecha
        fui fue granos gustaria hace hacen hacer hago hasta hoy ingles jueves lejos llamame llame llamo
        lunes luego manana
        manchas martes medicina meses miercoles mucha mucho muy necesito ninguna ninguno noche noches nombre nunca
        ojala otra otras otro otros paciente pastillas pero piel porfa porque pregunta primera primero
        puede pueden puedo
        pues queria quiero quisiera receto sabado saber semana semanas siempre solamente soy tambien tampoco tardes
        tengo tiene tienen tenia todas todavia todos tomaba tomar tomo trabajo ultima usaba usamos usar
        uso usted ustedes
        usado tomado dejado eso esa ese esos viernes vivo quema quemadura arrugas poros respirar
        hinchada hinchado lengua
        """
    ),
    "en": vocabulary(
        """
        ago always am anything anyone are because been before but cannot cant could couldnt did didnt do
        does doesnt dont
        every everything few had hasnt havent having how i id ill im instead is isnt it its ive just
        know last maybe month
        months much my need never none nothing once really several should since something sometimes stopped sure take
        taking thats them there these they think this those tomorrow tonight used using wasnt was week weeks were what
        when where which while why with wont would yesterday you your youre breathe swollen tongue
        """
    ),
}
"""Words that only this one of the two languages has, and no name and no product."""

SHARED: Final[Mapping[str, frozenset[str]]] = {
    "es": vocabulary(
        """
        a al bien cara claro como con crema de del dia el en es favor gracias hola la las le les lo los
        mas me mes mi mis
        nada ni no o para por que se sin sol son su sus te un una uno unos y ya yo si senora solo
        """
    ),
    "en": vocabulary(
        """
        a about after all an and any as at be by day days face for from get go good have hello hi if in like me no not
        now of on one or please skin so thank thanks the to too two up we yes
        """
    ),
}
"""Words of the language that people may well use in the other one too, or that are names: they tell nothing alone."""


@once
def language_of(text: str) -> str | None:
    """`es` or `en`; None for names, products, and whatever could be either."""
    said = words(text)[:MOST_WORDS]
    told = frozenset(said)
    telling = {code: len(told & known) for code, known in TELLING.items()}
    shared = {code: len((told & known) - TELLING[code]) for code, known in SHARED.items()}
    if "\u00bf" in text or "\u00a1" in text:
        telling["es"] += 1
    first, other = sorted(telling, key=lambda code: telling[code], reverse=True)
    if 2 * telling[other] >= telling[first]:
        return None
    certain = telling[first] > 1 or shared[first] > 0 or len(said) <= SHORT
    return first if certain else None
