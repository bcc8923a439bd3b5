"""Spanish words of those who see no way on, of harm to oneself in every person, and of the means they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.combining import combined
from flows.answers.wording import phrases

_MANY: Final = ", ".join(str(number) for number in range(6, 201))
_WISHING: Final = """
    quiero, quiere, quieres, quieren, queria, quise, quisiera, kiero, voy a, vas a, iba a, pienso, deseo, podria,
    he querido, dan ganas
    de, gustaria, estoy queriendo, piensa, quisieras, ha querido, intente, trate de, intento
"""
_ONESELF: Final = "me, se, te, nos"

WORDS: Final[Mapping[str, Iterable[str]]] = MappingProxyType(
    {
        "crisis": (
            combined(
                _ONESELF,
                _WISHING,
                "hacer dano, hacer algo malo, matar, morir, colgar, ahorcar, suicidar, quitar la vida,"
                " envenenar, lastimar, cortar las venas, dar un tiro, hacer mal",
            )
            | combined(
                "hacerme, hacerse, hacerte, hacernos, haciendome, haciendose, haciendote, haciendonos",
                "-, mas, mucho",
                "dano",
            )
            | combined(
                _ONESELF,
                "hago, hice, hecho, haces, hiciste, hacemos, haga, haria, estoy haciendo, esta haciendo, he hecho,"
                " he estado haciendo, ha hecho, hacia, hicimos, hare, ando haciendo",
                "-, mas, mucho",
                "dano",
            )
            | combined("se", "hace, hizo, hacen, hicieron", "dano ella, dano el, dano sola, dano solo, dano a si")
            | combined(
                "matarme, matarse, matarte, matarnos, ahorcarme, ahorcarse, colgarme, suicidarse, lastimandome,"
                " autolesionarme, autolesionandome, autolesionarse, envenenarme, lastimarse a, me ahorco,"
                " me cuelgo, me mate,"
                " quitarse la vida, cortarse las venas, quitarnos la vida, quitarte la vida, me lastimo, me suicide,"
                " degollarme, pegarme un tiro, darme un tiro, balazo en la cabeza",
                "-",
            )
            | combined(
                "aventar, aventarme, aventarse, tirar, tirarme, tirarse, lanzarme, lanzar, saltar, brincar,"
                " arrojarme,"
                " echarme, me aviento, me tiro, me lanzo",
                "-, yo",
                "de, del, al, a, desde, por, en",
                "-, un, una, la, el, las, los",
                "puente, puentes, azotea, edificio, balcon, metro, tren, vias, carro, carros, ventana, vacio,"
                " techo, rio,"
                " barranco, camion, autopista",
            )
            | combined(
                "me durmiera, dormirme, dormir, me duerma, quedarme dormida, quedarme dormido, me durmiese, dormirse",
                "y",
                "-, ya",
                "no despertar, no despertara, nunca despertar, nunca despertara, no despertarme, no volver a"
                " despertar, no despierte, jamas despertar",
            )
            | combined(
                "la vida, mi vida, esta vida", "-, ya, a mi", "no vale, no vale nada, no tiene, no sirve, se acabo"
            )
            | combined(
                "rendirme, me rindo, me rendi, me doy por vencida, me doy por vencido, me voy a rendir,"
                " me quiero rendir,"
                " tirar la toalla",
                "con, de, ante, a",
                "la vida, todo, mi vida, esta vida",
            )
            | combined(
                "no puedo, no aguanto, no puedo mas, no aguanto mas, no puedo mas yo",
                "-, mas",
                "con, de",
                "la vida, mi vida, esta vida, vivir asi",
            )
            | combined(
                "quiero, quisiera, ojala, deseo, prefiero, kiero",
                "-, ya, nomas, solo",
                "que",
                "todo se acabe, se acabe todo, todo termine, esto se acabe todo, todo acabe, se acabe mi vida,"
                " todo esto se"
                " acabe, termine todo, todo se termine, se termine todo",
            )
            | combined(
                "no, ya no",
                "quiero, puedo, tengo ganas de, tengo fuerzas para, tengo fuerzas de",
                "seguir adelante, seguir asi, seguir en este mundo, seguir luchando, seguir con vida,"
                " continuar viviendo,"
                " luchar mas, seguir con esta vida",
            )
            | combined("sentido a, caso a, chiste a", "nada, todo, mi existencia, estar aqui, seguir, la existencia")
            | combined(
                "mejor, mas felices, mas tranquilos, mas contentos, mejores",
                "si yo, si, si ya, si yo ya",
                "no estuviera, no existiera, me muero, me muriera, me fuera, desaparezco, no estoy, desapareciera,"
                " me voy,"
                " no estuviese",
            )
            | combined(
                "tengo, consegui, compre, hay, traigo, con, agarre, busque",
                "la, una, el, mi",
                "soga, cuerda lista, pistola, navaja para, arma, mecate para, lazo para, cuerda para colgarme",
            )
            | combined(
                "perdi, perdido, se me fueron, se me quitaron, no tengo, sin, ya no tengo",
                "-, las, todas las",
                "ganas de vivir, ganas de seguir, ganas de existir, ganas de nada, ganas de levantarme,"
                " fuerzas para seguir",
            )
            | phrases(
                """
                nada tiene sentido, ya nada tiene sentido, carta de despedida, adios para siempre,
                me quiero ir de este mundo,
                perdi la esperanza, sin esperanza, sin esperanzas, no hay esperanza, ya no tengo esperanza,
                soy una carga para,
                soy un estorbo, me quiero desaparecer de este mundo, soga lista, ya no quiero nada de la vida,
                pegar un tiro,
                no quiero seguir viva, no quiero seguir vivo, a veces quisiera no existir,
                quisiera no haber nacido, ojala no
                hubiera nacido, ojala no despierte, ya me canse de vivir, me canse de la vida, quiero rendirme
                """
            )
        ),
        "no_way_out": combined(
            "no le veo, no veo, no hay, no encuentro, no hallo, no le encuentro, no le hallo, no tengo, sin,"
            " no tiene, no veo la,"
            " no encuentro la, no veo ninguna, no veo otra, no hay otra",
            "salida",
        ),
        "place": phrases(
            "estacionamiento, edificio, tienda, carretera, autopista, plaza, calle, mapa, puerta, aeropuerto"
        ),
        "hopeless": phrases("ya no puedo mas, no puedo mas, ya no aguanto mas, me quiero rendir, ya no quiero nada"),
        "form": phrases(
            """
            formulario, pregunta, preguntas, cuestionario, telefono, celular, sesion, sesiones, tratamiento,
            tratamientos,
            chat, bot, trabajo, sueno, hambre, dieta, calor, espera, crema
            """
        ),
        "bridge": phrases("puente, azotea, balcon, metro, tren, vias del tren, edificio, techo"),
        "jump": phrases(
            "aventar, aventarme, tirarme, tirar, saltar, lanzarme, brincar, aventarse, tirarse, aviento, tiro"
        ),
        "taken": phrases(
            "me tome, me trague, me tomo, me voy a tomar, se tomo, se trago, tomarme, tragarme, me he tomado, me ingeri"
        ),
        "pills": combined(
            f"{_MANY}, diez, doce, quince, veinte, treinta, cuarenta, cincuenta, cien, todas las, todas mis,"
            " muchas, demasiadas, un"
            " monton de, un chingo de, un puno de, un frasco de, todo el frasco de, demasiado, mucho, un bote de,"
            " bastantes, un buen",
            "pastillas, pastilla, tabletas, capsulas, paracetamol, tylenol, ibuprofeno, aspirinas, tafil,"
            " clonazepam, rivotril,"
            " tramadol, pastillas para dormir, medicamentos, medicinas, diazepam, de pastillas, medicina",
        ),
        "on_purpose": phrases("a proposito, adrede, intencionalmente, para morirme, para matarme, para no despertar"),
        "looks": phrases("piel, cara, arrugas, rojez, melasma, manchas, poros, lineas"),
    }
)
