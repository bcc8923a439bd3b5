"""Spanish words that tie a bad sign to a treatment, by its time or its place, and the signs that alarm beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.combining import combined
from flows.answers.wording import phrases

_SESSIONS: Final = """
    tratamiento, sesion, secion, cesion, cita, microneedling, micro needling, agujas, agujitas, microagujas,
    procedimiento,
    visita, skinpen, dermapen, tratamientos, piquetes, facial
"""
_DID: Final = """
    hicieron, hicieron eso, hizo, hicistes, hiciste, trataron, trato, picaron, pico, pincharon, pincho, atendieron,
    pusieron, pasaron, trabajaron, inyectaron, aplicaron, tocaron, perforaron
"""

WORDS: Final[Mapping[str, Iterable[str]]] = MappingProxyType(
    {
        "treated": (
            combined(
                "despues de, despues del, desde, desde el, tras, luego de, por, por el, a raiz de, a raiz del,"
                " posterior a, con",
                """
                -, la, el, las, los, mi, mis, esa, ese, esta, este, su, ultima, ultimo, la ultima, mi ultima,
                mi ultimo,
                primera, mi primera, la primera, lo de, lo del, lo de la, lo de las, un, una
                """,
                _SESSIONS,
            )
            | combined(
                "donde, adonde, en donde, de donde, por donde, ahi donde, desde que, despues que, despues de que,"
                " que, cuando",
                "me, me lo, me la, ustedes me, ella me, la enfermera me, la senora me, le, se lo",
                _DID,
            )
            | combined(
                "me hice, me hicieron, me hizo, fui a, vine a, tuve, me aplicaron, me dieron, sali de, fui por,"
                " vine por",
                "el, la, mi, mis, un, una, su, las, unas, mi ultima, mi primera",
                _SESSIONS,
            )
            | combined(
                "desde que, despues de que, cuando, despues que",
                "sali de, sali, me fui de, fui con, fui a, estuve en, vine, fui, me trataron, los vi",
                "-, ahi, alli, su, la, con, ustedes, su clinica, la clinica, su consultorio, ese lugar, el spa, verlos",
            )
            | combined(
                "zona, area, parte, piel, cara, areas, zonas", "-, que", "tratada, tratado, tratadas, picada, trataron"
            )
            | combined(
                "dia, dias, horas, semana, semanas",
                "de, despues de, del, despues del",
                "la sesion, la cita, el tratamiento, tratamiento, que me lo hicieron, hecho, habermelo hecho",
            )
            | phrases(
                """
                desde ayer que me, desde que me lo, despues de hacermelo, despues de hacerme, me hicieron ayer,
                me lo hicieron
                ayer, la sesion de ayer, la sesion fue, la cita fue, por donde pasaron las agujas,
                donde entraron las agujas,
                donde paso la maquina, despues del piquete, despues de los piquetes, me picaron con las agujas
                """
            )
        ),
        "sign": phrases(
            """
            roncha, ronchas, ronchitas, ronchota, sarpullido, salpullido, urticaria, erupcion, llaga, llagas,
            llaguita,
            llaguitas, ulcera, ulceras, costra, costras, costrita, costritas, materia, pus, supura, supurando,
            escurre,
            escurriendo, secrecion, liquido, aguita, agua amarilla, huele, apesta, mal olor, olor, hiede, late,
            me late, punza,
            punzadas, punzada, palpita, granitos, granito, granos, bolitas, bolita, bolas, bola, bultos, bulto,
            hinchada,
            hinchado, hinchadas, hinchados, hinchando, hincho, hincha, hinche, hinchazon, inchada, inchado,
            inflamada, inflamado,
            inflamo, inflamacion, hinchadisima, infeccion, infectada, infectado, infecto, mala reaccion, reaccion,
            reacciono,
            reaccione, alergia, alergica, me broto, me brotaron, broto, brotaron, brote, fuego, fuegos, fuegitos,
            herpes,
            manchas negras, mancha negra, manchas oscuras, mancha oscura, manchas cafes, mancha cafe, manchas,
            mancha, oscura,
            oscuro, negra, negro, negras, negros, morada, morado, moradas, moretes, moreton, moretones, gris,
            se oscurecio, quema,
            quemando, quemada, quemado, quemadura, quemaduras, quemo, me quema, arde, ardor, ardiendo, ardio,
            caliente,
            calientes, hirviendo, roja, rojo, rojas, rojos, rojita, rojez, rojisima, colorada, colorado, coloradas,
            enrojecida, enrojecimiento, irritada, irritado, irritacion, comezon, me pica, me pican, picazon,
            me da comezon, peor,
            empeoro, empeorando, empeora, duele, duelen, dolor, duele mas, dolores, adolorida, adolorido, sensible,
            dura, duro,
            endurecida, carne viva, al rojo vivo, sangra, sangrando, sangre, sangrado, ampolla, ampollas, heridas,
            herida,
            no se me quita, no se quita, no se me baja, no baja, no sana, no cicatriza, no se cura, no me cierra,
            fiebre, calentura,
            mal, fatal, marcas, marcada, rayas, lineas, feo, fea, horrible, raro, rara, mareada, mareado, vomito,
            nauseas,
            pelando, pelada, se me cae la piel, despellejando, amarillo, amarilla, amarillas, verde, verdoso,
            me salio algo,
            me salieron cosas, me salio una cosa, entumida, entumido, quiste, nacidos, nacido, espinillas, barros
            """
        ),
        "clinical": (
            combined(
                "me esta dando, me dio, tengo, estoy teniendo, traigo, me esta saliendo, es, parece, hice",
                "-, una, como una, algo de, algun tipo de",
                "reaccion fea, reaccion muy fea, reaccion mala, mala reaccion, reaccion rara, reaccion horrible,"
                " reaccion fuerte,"
                " reaccion bien fea, reaccion muy rara, reaccion muy mala, reaccion terrible, reaccion extrana",
            )
            | combined("llena de, lleno de, cubierta de, llene de, cubierto de", "ronchas, llagas, ampollas, urticaria")
            | combined("ronchas", "por todo el cuerpo, en todo el cuerpo, por todas partes, por todos lados")
        ),
        "yellow": phrases("amarillas, amarillos, amarillentas, verdes, verdosas, mal, feas, apestoso"),
        "fluid": phrases("costritas, postilla, postillas"),
        "burning": phrases("ardiendo, quemando"),
    }
)
