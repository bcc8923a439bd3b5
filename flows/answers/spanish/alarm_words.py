"""Spanish words that tell an alarm, by what they mean; the same meanings as the English table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.wording import phrases

WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "cannot": phrases(
            """
            me esta costando, costando, esta costando, costando trabajo, se me dificulta, se me hace dificil,
            trabajosamente, no me llega, no me entra, no me alcanza, no me pasa, no agarro, no jalo, me falta,
            falta, no logro, no alcanzo, me cuesta pasar, no puede ni, siento que no puedo, ya no puedo, no puedo,
            no podia, no pude, no pudo, no puede, no pueda, nopuedo, no podemos, no alcanzo a, apenas puedo, casi no
            puedo, no consigo, me cuesta, le cuesta, cuesta, me cuesta mucho, me cuesta trabajo, trabajo para,
            batallo para, batallo, batallando para, dificultad para, dificultad al, dificultades para, problemas
            para, problema para, trabajo al, apenas, casi no, no esta, dificil, no quiere, dejo de, no respira,
            tengo que esforzarme para, no puedo ni
            """
        ),
        "short": phrases("falta de, sin, casi sin, me quede sin, quedando sin"),
        "nearly": phrases(
            """
            a punto de, me voy a, voy a, casi me, siento que me, creo que me, parece que me, acabo de, me siento,
            siento, ya mero me, por poco me, se me hace que me, ganas de
            """
        ),
        "faint": phrases(
            """
            desmayar, desmayarme, desmayo, desmaye, desvanecer, desvanecerme, desvanezco, desmallo, desmallar,
            desmayandome
            """
        ),
        "labored": phrases(
            """
            muy mal, mal, feo, raro, rapido, agitada, agitado, entrecortado, cortado, muy rapido, muy feo, forzado,
            a fuerzas, con dificultad, con trabajo, con trabajos, a medias, bien feo
            """
        ),
        "breathe": phrases(
            """
            el aire, aire, pasar aire, jalar, oxigeno, el aliento, aliento, tragar saliva, respirar bien, respirar,
            respiro, respira, respirando, respirarr, respiirar, respitar, agarrar aire, jalar aire, tomar aire,
            meter aire, tragar, pasar saliva, pasar el aire, la respiracion, respiracion, rrespirar, recuperar el
            aliento
            """
        ),
        "airway": phrases(
            """
            cara, carita, rostro, lengua, labio, labios, boca, garganta, ojo, ojos, parpados, toda la cara, kara,
            lavios, trompa
            """
        ),
        "swollen": phrases(
            """
            como sapo, como pelota, bien grande, hinchadota, hinchadisimo, deforme, hinchada, hinchadas, hinchado,
            hinchados, hinchadisima, hinchando, hinchandose, hincho, hincha, hinchan, hincharon, hinchazon, hinche,
            hinchen, inchada, inchadas, inchado, inchados, inchando, incho, incha, inchan, incharon, inchazon,
            hinchason, inchason, inflamada, inflamado, inflamados, inflamo, inflama, inflamando, inflamaron, como
            globo, como un globo, enorme, desfigurada
            """
        ),
        "throat": phrases("garganta"),
        "tight": phrases("apretada, cierra, cerrada, cerrando, cerro, anudada, aprieta"),
        "tongue": phrases("labios, labio, boca, cara, lengua"),
        "huge": phrases(
            """
            grande, grandisima, grandisimos, pesada, como sapo, gruesos, enormes, gigantes, gruesa, enorme, gigante,
            gorda, grandota
            """
        ),
        "chest": phrases("pecho"),
        "pain": phrases(
            """
            oprime, me oprime, peso, encima, aplasta, aplastado, quema, duele, duelen, dolia, dolio, dolor, dolores,
            doliendo, apretado, aprieta, presion, opresion, oprimido, punzadas, punzada, me pesa, pesado, duelo
            """
        ),
        "blood": phrases(
            """
            sangrarme, sangrarle, sangrandome, de sangrar, sangrar, sangre, sangrado, sangra, sangrando, sangro,
            sangrante, hemorragia
            """
        ),
        "bleeding": phrases("sangre, sangrado, sangra, sangrando, hemorragia"),
        "unstopped": phrases(
            """
            no ha dejado de, no ha dejado, no me ha dejado de, no me ha parado, sigue saliendo, no quiere cerrar, no
            coagula, no hay como pararla, no hay como pararlo, no me deja, sin detenerse, no la puedo parar, no lo
            puedo parar, no se puede parar, no se me detiene, y no para, no me paro, no para, no para de, no me
            para, no me para de, no deja de, no me deja de, no deja de salir, no se detiene, no se quita, no se me
            quita, no se corta, no puedo parar, no paro de, no logro parar, no puedo detener, no cesa, no se me
            para, no se para, no ha parado, no ha parado de, no quiere parar, no quiere dejar de, no he dejado de,
            no he parado de, no dejo de, no deja
            """
        ),
        "much": phrases(
            """
            horas, desde ayer, desde anoche, desde la manana, todo el dia, llevo horas, toda la noche, dias, mucha,
            muchisima, demasiada, sin parar, bastante, por todos lados, a chorros, a cada rato
            """
        ),
        "still": phrases(
            """
            sigue, sigo, sigo con, todavia, aun, sigue saliendo, perdiendo, pierdo, perdiendo mucha
            """
        ),
        "emergency": phrases(
            """
            convulsiones, convulsionando, se me fue de lado la cara, se me chueco la cara, perdi mucha sangre,
            perdiendo mucha sangre,  se me fue el conocimiento, se le fue el
            conocimiento, se me fue la luz, vi todo negro, todo negro, se me nublo todo, se me nublo la vista, cai
            al piso, me cai al piso, desperte en el piso, me fui al piso, caigo desmayada, me desmayo a cada rato,
            me desplome, se desplomo, perdi el conocimiento, perdi conocimiento, me puse morada, labios morados,
            reaccion alergica muy fuerte, me asfixio, auxilio, ayuda no puedo, acabo de desmayar, acaba de desmayar,
            siento que me desmayo, me fui de lado y perdi, voy a desmayarme, desmayarme ahorita, me falta el aire,
            me falta aire, me falta la respiracion, falta de aire, falta el aire, sin aire, no me entra el aire, no
            me entra aire, me ahogo, me estoy ahogando, me ando ahogando, se esta ahogando, estoy ahogandome, me
            estoy asfixiando, asfixiando, ahogandome, me desmaye, me desmayo, se desmayo, desmayandome, me estoy
            desmayando, me voy a desmayar, me quiero desmayar, casi me desmayo, a punto de desmayarme, me siento
            desmayar, desmayada, me desvaneci, se desvanecio, perdio el conocimiento, perdi la conciencia, perdio la
            conciencia, inconsciente, perdi el sentido, me estoy desvaneciendo, anafilaxia, choque anafilactico,
            shock anafilactico, me esta dando un infarto, me va a dar un infarto, me esta dando un ataque, me esta
            dando una reaccion alergica, reaccion alergica fuerte, reaccion alergica grave, tengo una reaccion
            alergica, me dio una reaccion alergica, llamen una ambulancia, una ambulancia, llamar al 911, llame al
            911, mucha sangre, no para de sangrar, me salio mucha sangre, se me duerme el brazo, se me durmio el
            brazo, estoy desangrando, me desangro, me estoy desangrando, vomito sangre
            """
        ),
        "fever": phrases(
            """
            afiebrada, afiebrado, febril, calenturienta, fiebrecita, temblores y frio, fiebre, fievre, fiebres,
            calentura, calenturas, kalentura, temperatura alta, escalofrios, escalofrio
            """
        ),
        "clinical": phrases(
            """
            bolitas de agua, bolsitas de agua, burbujas de agua, vejigas, llagas, llaga, ulcera, ulceras, quemadura,
            quemaduras, infectadas, infectados, se infecto, ampollita, ampollitas, ampollosa, hirviendo, ampolla,
            ampollas, ampoya, ampoyas, hampollas, ampolle, ampollo, ampollada, ampollando, ampollaron, infectado,
            infectada, infectando, infecto, infectandose, rayas rojas, lineas rojas, insoportable, cada vez mas
            roja, cada vez mas rojo, cada vez mas rojas, mas y mas roja
            """
        ),
        "infection": phrases("infeccion, infecsion, infeksion"),
        "got": phrases(
            """
            traigo, traigo una, agarre, me salio una, hay, hay una, tengo como una, me pego una, con, veo, tengo
            una, tengo, es una, parece una, me dio una, agarre una, creo que es, se me hizo una
            """
        ),
        "pus": phrases(
            """
            pusita, me esta supurando, supuran, pustulas, esta escurriendo, pus, puz, supura, supurando, supurado,
            me supura, secrecion, escurre, escurriendo, escurrimiento
            """
        ),
        "yellow": phrases("amarillo, amarilla, amarillento, amarillenta, verde, verdoso, verdosa, feo, fea"),
        "fluid": phrases("liquido, agua, costra, costras, secrecion, aguita, olor, likido, materia"),
        "redness": phrases(
            """
            el rojo, lo colorado, colorado, colorada, enrojecida, lo rojito, la irritacion, enrojecimiento, rojo,
            roja, lo rojo, rojez, sarpullido, ronchas, infeccion, rojizo, la mancha roja
            """
        ),
        "sore": phrases(
            """
            enrojecimiento, rojez, lo rojo, sarpullido, ronchas, infeccion, ardor, dolor, inflamacion, hinchazon
            """
        ),
        "spreading": phrases(
            """
            pasando, esta pasando, se paso, corrio, se corrio, yendo, va subiendo, va bajando, por toda la cara y el
            cuello, abarca, mas grande, agrandando, ya llego al, llego al, se hace mas, abarcando, subiendo, bajando
            al, extendiendo, extiende, extendio, extendido, se extiende, esparciendo, esparce, avanzando, crece,
            creciendo, se expande, expandiendo, corriendo, regando, se riega, se esta pasando
            """
        ),
        "worse": phrases("esta peor, empeora, empeorando, empeoro, se pone peor, se puso peor, cada vez peor, va peor"),
        "hurting": phrases("dolor, duele, dolores, arde, ardor, quema, duelen, me quema"),
        "burning": phrases("arde, ardor, quema, quemazon, ardiendo, dolor, duele"),
        "badly": phrases(
            """
            cada hora, cada hora me, cada rato mas, peor, mucho mas, demasiado, no se me quita, no se quita, no me
            deja dormir, que no aguanto, bien fuerte, fuertisimo, insoportable, cada vez mas, cada dia mas, cada vez
            me, cada dia me, mas y mas, horrible, muchisimo, no aguanto, no lo aguanto, cada hora mas, severo,
            intenso, empeora, esta empeorando, fortisimo, muy fuerte, peor que ayer, mas fuerte cada dia
            """
        ),
        "temperature": phrases("temperatura, grados, termometro"),
        "degrees": phrases("38, 39, 40, 38 5, 39 5, 101, 102, 103, 104, 100, 37 8, muy alta, alta"),
        "treated": phrases(
            """
            despues del tratamiento, desde el tratamiento, despues de la sesion, desde la sesion, despues de la
            cita, desde la cita, despues del microneedling, despues de las agujas, donde me lo hicieron, donde me
            hicieron, despues del procedimiento, desde que me lo hicieron
            """
        ),
        "acne": phrases(
            """
            grano, granos, granito, granitos, espinilla, espinillas, acne, barro, barros, barritos, quiste, quistes,
            puntos negros, brote, brotes
            """
        ),
        "skin": phrases("cicatriz, cicatrices, mancha, manchas, tatuaje, arrugas, lineas, sol"),
        "pigment": phrases("mancha, manchas, cicatriz, cicatrices, arrugas, poros, melasma, pano, marcas, promocion"),
        "elsewhere": phrases(
            """
            fuego, fuegos, herpes, estufa, carrera, pies, pie, espalda, rodilla, cabeza, muela, estomago, regla,
            talon, zapatos, cartera
            """
        ),
        "morning": phrases("en la manana, en las mananas, por la manana, al despertar, cuando despierto, por llorar"),
        "filler": phrases("por relleno, por el relleno, cuando me inyecto, con relleno"),
        "money": phrases("precio, precios, costo, coraje, orgullo"),
        "weather": phrases("afuera, clima, agua, hace un calor"),
    }
)
