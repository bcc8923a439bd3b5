"""What people type in Spanish for a choice instead of its label, in plain spelling without accents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.answers.wording import phrases, vocabulary

MEANT: Final[Mapping[str, frozenset[str]]] = {
    "acne_scars": phrases(
        """
        cicatrices de acne, cicatriz de acne, cicatrices del acne, cicatrices, cicatriz, mis cicatrices, hoyitos,
        hoyos, hoyitos del acne, hoyitos en la cara, hoyos de acne, hoyos en la cara, marcas hundidas, marcas
        hundidas del acne, marcas hundidas de acne, marcas profundas del acne, cacarizo, cara cacariza, huecos del
        acne, huecos, cicatrices hundidas, cicatrices en la cara, cicatrices de granos, cicatrices de espinillas,
        cicatrices de barros, picaduras de acne, marcas de viruela
        """
    ),
    "neck_wrinkles": phrases(
        """
        arrugas del cuello, arrugas en el cuello, arrugas de cuello, arrugas cuello, lineas del cuello, lineas en el
        cuello, lineas de cuello, el cuello arrugado, cuello arrugado, arruguitas del cuello, arruguitas en el
        cuello, pliegues del cuello, mi cuello arrugado, anillos del cuello, arrugas en mi cuello, papada arrugada
        """
    ),
    "tone": phrases(
        """
        tono disparejo, tono desigual, manchas, mancha, manchas oscuras, manchitas, manchas en la cara, manchas de
        la cara, manchas de sol, manchas del sol, mis manchas, manchas por el sol, manchas cafes, manchas de edad,
        manchas de acne, manchas del acne, marcas oscuras, marcas del acne, marcas de acne, marcas, pano, el pano,
        panos, melasma, el melasma, cloasma, hiperpigmentacion, pigmentacion, quitar manchas, quitarme las manchas,
        borrar manchas, aclarar manchas, emparejar el tono, emparejar tono, unificar tono, tono de piel, tono de la
        piel, tono, dano solar, dano del sol, piel manchada, cara manchada, oscuro
        """
    ),
    "texture": phrases(
        """
        textura, la textura, textura de la piel, poros, los poros, poros abiertos, poros grandes, poros dilatados,
        mis poros, poro abierto, cerrar poros, cerrar los poros, poros cerrados, piel mas lisa, piel lisa, piel
        suave, piel mas suave, piel aspera, piel rugosa, suavizar la piel, textura dispareja, textura y poros, poros
        y textura
        """
    ),
    "face": phrases(
        """
        cara, la cara, mi cara, en la cara, rostro, el rostro, mi rostro, en el rostro, toda la cara, todo el
        rostro, mejillas, las mejillas, mis mejillas, cachetes, los cachetes, frente, la frente, menton, barbilla,
        nariz, la nariz, pomulos, facial, carita, cara completa
        """
    ),
    "neck": phrases("cuello, el cuello, mi cuello, en el cuello, la zona del cuello, garganta, pescuezo"),
    "both": phrases(
        """
        los dos, las dos, ambos, ambas, cara y cuello, la cara y el cuello, cuello y cara, rostro y cuello, el
        rostro y el cuello, cara cuello, ambas zonas, las dos zonas, las dos cosas, los 2, las 2, mi cara y cuello,
        mi cara y mi cuello, cara y tambien cuello
        """
    ),
    "other": phrases(
        """
        otra cosa, otro, otra, otra zona, otro lugar, otra parte, otra area, abdomen, el abdomen, estomago, el
        estomago, panza, la panza, vientre, barriga, espalda, la espalda, pecho, el pecho, manos, las manos, brazos,
        los brazos, piernas, las piernas, muslos, gluteos, escote, el escote, cuero cabelludo, cabello, pelo, ojos,
        los ojos, ojeras, las ojeras, parpados, estrias, las estrias, mis estrias, todo el cuerpo, cuerpo, el
        cuerpo, axilas, ingle
        """
    ),
    "now": phrases(
        """
        la tomo ahora, las tomo ahora, la tomo, las tomo, lo tomo, las tomo actualmente, la estoy tomando, las estoy
        tomando, lo estoy tomando, estoy tomandola, estoy tomandolas, todavia la tomo, todavia las tomo, todavia lo
        tomo, aun la tomo, aun las tomo, sigo tomandola, sigo tomandolas, la sigo tomando, las sigo tomando, ahorita
        la tomo, ahora mismo, actualmente, ahorita, en este momento, actualmente si, si ahorita, si la estoy
        tomando, si las estoy tomando, si la tomo, si las tomo, estoy en tratamiento, estoy en el tratamiento,
        todavia, todavia si, diario la tomo, la tomo diario, la tomo todos los dias, si actualmente, en tratamiento
        """
    ),
    "under_6_months": phrases(
        """
        menos de 6 meses, hace menos de 6 meses, menos de seis meses, hace menos de seis meses, las deje hace menos
        de 6 meses, la deje hace menos de 6 meses, la deje hace menos de seis meses, lo deje hace menos de 6 meses,
        hace menos de medio ano
        """
    ),
    "6_to_12_months": phrases(
        """
        6 a 12 meses, de 6 a 12 meses, entre 6 y 12 meses, hace 6 a 12 meses, hace entre 6 y 12 meses, las deje hace
        6 a 12 meses, la deje hace 6 a 12 meses, entre seis meses y un ano, hace entre seis meses y un ano, mas de 6
        meses pero menos de un ano
        """
    ),
    "over_a_year": phrases(
        """
        hace mas de un ano, hace mas de 1 ano, las deje hace mas de un ano,
        la deje hace mas de un ano, lo deje hace mas de un ano, hace mas de 12 meses
        """
    ),
    "first": phrases(
        """
        primera vez, la primera vez, mi primera vez, es mi primera vez, seria mi primera vez, sera mi primera vez,
        va a ser mi primera vez, es la primera vez, seria la primera vez, la primera, es la primera, seria la
        primera, primera, primera sesion, mi primera sesion, primera visita, es mi primera sesion, seria mi primera
        sesion, nunca me lo he hecho, nunca me la he hecho, no me lo he hecho nunca, no me lo he hecho, nunca lo he
        hecho, nunca me he hecho, nunca me he hecho microneedling, nunca me he hecho una, nunca me han hecho, nunca
        he ido, nunca lo he probado, no nunca me lo he hecho, soy nueva, soy nuevo, nueva, nuevo, clienta nueva,
        cliente nuevo, apenas empiezo, apenas voy a empezar, voy a empezar, quiero empezar, todavia no empiezo,
        primera ves, es mi primera ves, si es mi primera vez, si primera vez, primeriza, 1ra, 1a vez, 1era vez
        """
    ),
    "continuing": phrases(
        """
        continuo, continuo una serie, continuando, estoy continuando, sigo, sigo una serie, segunda, la segunda,
        segunda sesion, mi segunda, mi segunda sesion, segunda vez, es mi segunda vez, mi segunda vez, es la
        segunda, tercera, la tercera, tercera sesion, mi tercera, mi tercera sesion, tercera vez, voy por la
        segunda, voy por la tercera, voy en la segunda, voy en la tercera, cuarta sesion, 2da, 2da sesion, 3ra, 3ra
        sesion, ya me hice una, ya me hice dos, ya me hice, ya me lo hice, ya me lo he hecho, ya me hicieron una, ya
        me hicieron dos, ya tuve una, ya tuve una sesion, ya tuve dos, ya fui una vez, ya empece, ya la empece,
        llevo una, llevo dos, llevo una sesion, llevo dos sesiones, estoy a la mitad, estoy a la mitad de la serie,
        a la mitad, en medio de una serie, no es mi primera vez, no es la primera, no es la primera vez, no es mi
        primera, ya estoy en una serie, estoy en una serie, ya soy clienta, en curso, a medias
        """
    ),
    "i_call": phrases(
        """
        yo llamo, llamo yo, yo les llamo, yo los llamo, yo las llamo, les llamo, los llamo, les llamo yo, yo les
        marco, les marco, les marco yo, yo marco, yo hablo, yo les hablo, les hablo, voy a llamar, voy a marcar,
        llamare, los llamare, prefiero llamar, prefiero llamar yo, yo me comunico, me comunico yo, yo les hablo por
        telefono
        """
    ),
    "write_here": phrases(
        """
        escribanme, escribame, escribanme aqui, escribame aqui, escribanme por aqui, escribame por aqui, escribeme,
        escribeme aqui, escribeme por aqui, por aqui, aqui, aqui esta bien, por mensaje, mensaje, mensajes, por
        mensajes, por escrito, por chat, por este medio, por telegram, mandeme mensaje, mandeme un mensaje, mandenme
        mensaje, mandenme un mensaje, por texto, texto, mensaje por aqui, por aqui por favor, prefiero por aqui,
        prefiero mensaje, mejor por aqui, mejor por mensaje, contestenme aqui, respondanme aqui
        """
    ),
    "call_me": phrases(
        """
        llamenme, llameme, llamame, llamenme por favor, llameme por favor, llamame por favor, que me llamen, que me
        llame, me llaman, me pueden llamar, me puede llamar, pueden llamarme, por favor llamenme, por favor llameme,
        marquenme, marqueme, marcame, me marcan, me pueden marcar, que me marquen, hablenme, hableme, me hablan, una
        llamada, por llamada, por telefono, prefiero que me llamen, prefiero llamada, prefiero una llamada, llamada,
        quiero que me llamen, me llaman por favor, si me pueden llamar
        """
    ),
    "morning": phrases(
        """
        manana, la manana, por la manana, en la manana, de manana, mananas, por las mananas, en las mananas,
        temprano, tempranito, antes de mediodia, antes del mediodia, antes de las 12, a primera hora, de manana
        temprano, por la manana temprano
        """
    ),
    "afternoon": phrases(
        """
        tarde, la tarde, por la tarde, en la tarde, de tarde, tardes, por las tardes, en las tardes, despues de
        mediodia, despues del mediodia, despues de comer, despues de las 12, al mediodia, a mediodia, mediodia,
        medio dia, despues del almuerzo
        """
    ),
    "evening": phrases(
        """
        noche, la noche, por la noche, en la noche, de noche, noches, por las noches, en las noches, despues del
        trabajo, despues de trabajar, saliendo del trabajo, despues de las 5, despues de las 6, al anochecer, tarde
        noche, despues de las 7, al salir del trabajo
        """
    ),
    "any_time": phrases(
        """
        cualquier hora, a cualquier hora, a la hora que sea, a la hora que quiera, a la hora que quieran, cuando
        sea, cuando quiera, cuando quieran, cuando puedan, cuando pueda, cuando guste, cuando gusten, todo el dia,
        me da igual, da igual, da lo mismo, es igual, no importa, no me importa, la que sea, en cualquier momento,
        siempre, como quieran, cualquiera, todo el dia puedo
        """
    ),
}
SUPPOSED: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    "goals": {
        "other": phrases(
            """
            arrugas, las arrugas, arruguitas, lineas finas, lineas, lineas de expresion, patas de gallo, arrugas en
            la cara, arrugas de la cara, arrugas de la frente, arrugas en la frente, arrugas en los ojos, arrugas
            alrededor de los ojos, envejecimiento, rejuvenecer, rejuvenecimiento, verme mas joven, flacidez, piel
            flacida, papada, estrias, bolsas, colageno, acne activo, quitar arrugas, codigo de barras
            """
        ),
        "acne_scars": phrases(
            "acne, el acne, granos, granitos, barros, espinillas, marcas de granos, marcas de los granos"
        ),
    },
    "series": {
        "first": phrases("nunca, no nunca, ninguna, todavia no, aun no, nunca antes, jamas"),
        "continuing": phrases(
            "una vez, dos veces, ya, ya una, ya dos, me hice una, me hice dos, ya antes, ya lo he hecho"
        ),
    },
}
"""At one question alone, what probably means a choice: always to be confirmed."""
POLITE: Final = vocabulary(
    """
    la el los las mi mis un una solo solamente nomas mas porfa porfavor por favor quiero quisiera es seria
    principalmente
    para me gustaria gracias pues bueno en de del tengo estoy interesada interesado busco necesito
    """
)
"""Words round a choice that say nothing."""
ORDINALS: Final = (
    "primera primero primer uno una un",
    "segunda segundo dos",
    "tercera tercero tercer tres",
    "cuarta cuarto cuatro",
    "quinta quinto cinco",
    "sexta sexto seis",
)
