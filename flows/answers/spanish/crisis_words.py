"""Spanish words of those who do not want to live, by what they mean; and what beside them makes it something else."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.wording import phrases

WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "crisis": phrases(
            """
            mejor me mato, no valgo nada, quiero irme de este mundo, nadie me va a extranar, estar muerta, cansada
            de la vida, cansado de la vida, no puedo seguir viviendo, no quiero saber nada de la vida, le hago un
            favor al mundo, no merezco vivir, para que sigo viva, para que sigo vivo, no vale la pena mi vida, no le
            veo el sentido a vivir, no le encuentro sentido a la vida, me quiero morir, quiero morirme, quiero
            morir, me kiero morir, kiero morirme, quisiera morirme, quisiera morir, me quisiera morir, me queria
            morir, mejor me muero, mejor me muriera, mejor muerta, mejor muerto, me quiero matar, quiero matarme,
            voy a matarme, me voy a matar, matarme, me mato yo, suicidarme, suicidar, suicidio, suicida, suicidas,
            suisidio, suicidarse, suicidandome, me suicido, quitarme la vida, quitar la vida, me quito la vida,
            acabar con mi vida, terminar con mi vida, acabar con todo de una vez, terminar con todo, no quiero
            vivir, ya no quiero vivir, no quiero seguir viviendo, no quiero seguir aqui, no quiero estar aqui, ya no
            quiero existir, no quiero existir, no quiero despertar, no quiero estar viva, no quiero estar vivo, sin
            ganas de vivir, no tengo ganas de vivir, no le veo sentido a la vida, no tiene sentido vivir, mi vida no
            tiene sentido, la vida no tiene sentido, para que vivir, para que vivo, no vale la pena vivir, cansada
            de vivir, cansado de vivir, estarian mejor sin mi, estaria mejor sin mi, mejor sin mi, ojala me muera,
            ojala me muriera, ojala estuviera muerta, ojala estuviera muerto, quisiera estar muerta, quisiera estar
            muerto, quiero estar muerta, quiero estar muerto, desearia estar muerta, desearia estar muerto, me hago
            dano, hacerme dano, me he hecho dano, me hice dano, me lastimo a proposito, lastimarme, me corto los
            brazos, me corto las venas, cortarme las venas, me corto cuando, me estoy cortando, me he cortado los
            brazos, me corte los brazos, autolesiono, autolesiones, autolesion, me tome todas las pastillas, me tome
            muchas pastillas, nadie me extranaria, odio mi vida, odio vivir, no puedo mas con mi vida
            """
        ),
        "wanting": phrases(
            """
            quiero, me quiero, quisiera, me quisiera, deseo, desearia, prefiero, preferiria, ganas de, pienso en,
            pensando en, he pensado en, pense en, planeo, voy a, me voy a, pensado en, intente, trate de, ojala,
            quise
            """
        ),
        "pointless": phrases(
            """
            no quiero, ya no quiero, no le veo caso a, no le veo el caso a, no le veo sentido a, no le veo chiste a,
            sin ganas de, no tengo ganas de, no tiene caso, no tiene sentido, no hay razon para, no tengo razon
            para, no tengo motivos para, que caso tiene, que sentido tiene, para que, cansada de, cansado de, harta
            de, harto de, no vale la pena, no soporto, ya no aguanto, no aguanto, odio, no me importa, se me
            quitaron las ganas de, no merezco, no puedo seguir
            """
        ),
        "life": phrases(
            """
            vivir, la vida, mi vida, esta vida, viva, vivo, seguir viva, seguir vivo, seguir viviendo, estar viva,
            estar vivo, existir, despertar, viviendo, seguir con vida, estar en este mundo
            """
        ),
        "dying": phrases(
            """
            ahorcarme, colgarme, darme un tiro, aventarme de un puente, tirarme de un puente, aventarme al tren,
            envenenarme, desaparecer de este mundo, desaparecer para siempre, cortarme los brazos, cortarme la piel,
            morir, morirme, matarme, quitarme la vida, no despertar, no despertar nunca, nunca despertar, no
            despertara, dejar de existir, dejar de vivir, suicidarme, lastimarme, hacerme dano, estar muerta, estar
            muerto, no vivir, no existir, cortarme las venas, no estar aqui, acabar con todo, irme de este mundo,
            dormir y no despertar, dormirme y no despertar, desaparecer del mundo, no estar viva, no estar vivo
            """
        ),
        "jest": phrases("de ganas, de risa, jaja, jajaja, jeje, sin probar, sin probarlo, de verguenza, de pena"),
        "vanish": phrases("ganas de desaparecer, me quiero desaparecer, quiero desaparecer, quisiera desaparecer"),
        "taken": phrases("me tome, tome, me trague, trague, me tome como"),
        "pills": phrases(
            """
            todas las pastillas, muchas pastillas, un frasco de pastillas, un bote de pastillas, todo el frasco
            """
        ),
        "overdose": phrases("sobredosis"),
        "cosmetic": phrases("crema, vitamina, cafe, retinol, serum"),
        "cut_myself": phrases(
            """
            me lastimo, me hago cortes, me corto la piel, me hago cortadas, me rasguno hasta sangrar, me corto, me
            corte, me quemo a proposito
            """
        ),
        "accident": phrases(
            """
            jugando, ejercicio, entrenando, el pie, la mano, el cabello, peinado, papel, cuchillo, vidrio, dedo,
            unas, fleco, cocina, la barba, jardin, rasurandome, rasurando, rasurarme, afeitandome, depilandome,
            cocinando, sin querer, el pelo
            """
        ),
    }
)
