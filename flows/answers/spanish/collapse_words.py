"""Spanish words of a body giving way: falling down, the heart, blood by the towel, the mouth and throat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.combining import combined
from flows.answers.wording import phrases

WORDS: Final[Mapping[str, Iterable[str]]] = MappingProxyType(
    {
        "emergency": (
            combined(
                "es, sea, me da, me esta dando, como, esta teniendo, estoy teniendo, me dio, le dio, dando,"
                " le esta dando",
                "-, un",
                "ataque al corazon, ataque de corazon, ataque cardiaco, infarto, paro cardiaco, derrame cerebral,"
                " ataque del corazon",
            )
            | combined(
                "llamen, llama, llame, llamenme, llamar, hablen, manden, mande, necesito, mandenme, pidan, marquen,"
                " quiero",
                "-, a, al, una, a una, a la, el, un",
                "911, ambulancia, emergencias, paramedicos, 9 1 1",
            )
            | combined(
                "veo, vi, viendo, se me puso, se puso, se ve",
                "-, todo, puro, como",
                "negro, oscuro, borroso, nublado, estrellitas, lucecitas, doble",
            )
            | combined(
                "se me, se me esta, se le, se me anda, se me va, se me fue",
                "yendo el aire, va el aire, el aire, acaba el aire, corta el aire, corta la respiracion,"
                " oscurece todo,"
                " oscurecio todo, nubla todo, nubla la vista, oscurece la vista, va la luz, va la voz,"
                " quiebra la voz",
            )
            | combined(
                "me mareo, mareada, mareado, mareadisima, mareo, mareos",
                "mucho, muchisimo, horrible, feo, bien feo, muy feo, bastante, a cada rato, muy fuerte",
            )
            | combined("muy, bien, super, demasiado", "mareada, mareado")
            | combined(
                "se desplomo, se cayo desmayada, se cayo al piso, se colapso, colapso, desplomada, me colapse",
                "-, mi, en, al, ahi",
            )
            | combined(
                "sangrando, sangro, sangra, sangre, sangrar",
                "mucho, muchisimo, demasiado, un monton, a montones,"
                " bastante, a borbotones, a chorros, bien feo, por todos lados, como loca, horrible, sin control,"
                " en todos"
                " lados, por todas partes, chorreando",
            )
            | combined(
                "charco de, monton de, chorro de, muchisima, harta, bastante, chorreando, perdiendo mucha", "sangre"
            )
            | combined(
                "se me duerme, se me durmio, se me duermen, se me entume, se me entumio, siento dormida,"
                " tengo dormida,"
                " se me esta durmiendo",
                "-, la, los, toda la, toda",
                "boca, lengua, labios, cara, garganta, brazo, mano",
            )
            | combined(
                "ojo, parpado, ojos, parpados",
                "se me, -, esta, bien",
                "cerro, cerro de lo hinchado, cerrado, cerraron, cerrados, cierra",
            )
            | phrases(
                """
                siento que me voy, siento que me muero, siento que me voy a morir, no puedo abrir el ojo,
                no puedo abrir los
                ojos, me caigo, me estoy yendo, brazo izquierdo, pierdo el conocimiento, me estoy desangrando,
                voz ronca,
                quedando sin voz, se me va la voz, se me cierra, me esta cerrando la garganta,
                toda hinchada como globo,
                parezco globo, parezco monstruo
                """
            )
        ),
        "airway": phrases("parpado, parpados, campanilla"),
        "mouth": phrases("boca, labio, labios, lengua, garganta, paladar, encias"),
        "tingling": phrases(
            """
            hormiguea, hormigueo, hormiguean, hormigueando, pica, pican, picando, picazon, comezon, cosquilleo,
            cosquillea,
            cosquillas
            """
        ),
        "left_arm": phrases("brazo izquierdo"),
        "heart": phrases("corazon, pulso, latidos, corazoncito"),
        "racing": phrases(
            """
            acelerado, aceleradisimo, acelera, acelero, acelerada, a mil, late muy rapido, late rapido, muy rapido,
            se me sale,
            quiere salir, palpita, palpitaciones, late fuerte, brinca, se para, se me para, taquicardia,
            a todo lo que da
            """
        ),
        "joy": phrases(
            "emocion, emocionada, emocionado, nervios, foto, fotos, gusto, feliz, ejercicio, gimnasio, correr"
        ),
        "soaked": phrases("empape, empapado, empapada, empapadas, empapando, empapo, empapamos, llene, llenado"),
        "cloths": phrases(
            "toalla, toallas, gasa, gasas, panuelo, panuelos, servilletas, trapo, trapos, camisa, blusa, almohada,"
            " papel, algodon, algodones, sabanas"
        ),
        "bloodless": phrases("agua, sudor, lluvia, crema, tonico, serum, bano, lagrimas"),
        "much": phrases("mucho, muchisimo, demasiado, un monton, montones, borbotones"),
    }
)
