"""Whole answers in Spanish in their plain spelling, without accents: the same tables as in English."""

from __future__ import annotations

from typing import Final

from flows.answers.wording import phrases

YES: Final = phrases(
    """
    si, s, sip, sep, sipi, sipo, simon, clarin, claro, claro que si, claro si, si claro, pues si, pos si, po si,
    pues claro, por supuesto, por supuesto que si, desde luego, asi es, asi mero, efectivamente, correcto, cierto,
    es cierto, aja, ajam, ahi va, obvio, obvio si, obvio que si, obviamente, afirmativo, exacto, exactamente, sin
    duda, seguro que si, seguro, definitivamente, definitivamente si, ya si, si si, si uso, si la uso, si lo uso, si
    los uso, si las uso, la uso, lo uso, los uso, las uso, si tengo, si tuve, yo si, si yo si, si gracias, si por
    favor, si porfa, si senora, si senor, si senorita, si doctora, si doc, si algo, algo, algunos, algunas, un poco,
    si un poco, si poquito, of course que si, eso si, tambien, varias, varios, muchas, muchos, bastante, bastantes,
    si varias, si muchas, si bastante, si tambien, si me hice, si he usado, como no, sii, zi, si pues, si asi es, si
    todos, si todas, si efectivamente, si correcto, oui
    """
)
RIGHT: Final = phrases(
    """
    esta bien, si esta bien, esta correcto, si es correcto, es correcto, es correcta, eso es, si eso es, eso mero,
    si eso mero, asi esta bien, todo bien, todo correcto, de acuerdo, si ese es, ese es, si esa es, esa es, ese
    mero, si asi esta bien, es eso, si es eso, esta perfecto, perfecto, si perfecto, bien, si bien, muy bien
    """
)
NO: Final = phrases(
    """
    no, nop, nel, nel pastel, nones, noup, nunca, no nunca, nunca jamas, jamas, no jamas, jamas de los jamases,
    nada, no nada, nada de nada, no nada de nada, para nada, no para nada, pa nada, no pa nada, en absoluto, no en
    absoluto, claro que no, no claro que no, por supuesto que no, desde luego que no, obvio no, obvio que no,
    obviamente no, negativo, que va, no que va, no hombre, nombre no, no mbre, ni uno, ni una, ningun, ninguno,
    ninguna, no ninguno, no ninguna, no gracias, no muchas gracias, no senora, no senor, no senorita, no doctora, no
    doc, pues no, pos no, no pues no, no pos no, yo no, no yo no, tampoco, no tampoco, yo tampoco, a mi no, ni loca,
    ni loco, ni de broma, ni de chiste, ni por error, ni en suenos, nada que ver, no nada que ver, de ninguna
    manera, definitivamente no, seguro que no, absolutamente no, nunca en la vida, nunca en mi vida, jamas en la
    vida, jamas en mi vida, no no, no no no, no para nada no, cero, no ni uno, no ni una, ni madres, nada nunca,
    nunca nada, pues nada, no pues nada, eso no, no eso no, no por supuesto que no, no senorita nunca, nada asi, no
    nada asi, nada por el estilo
    """
)
WRONG: Final = phrases(
    """
    esta mal, no esta mal, no es correcto, no es correcta, incorrecto, equivocado, no es eso, no es ese, no es esa,
    eso no es, no es asi, no asi no es, ese no, ese no es, esa no es, no ese no, no esta bien, no esta correcto,
    mal, esta equivocado
    """
)
UNSURE: Final = phrases(
    """
    no se, nose, no lo se, nolose, no c, nc, yo no se, no se la verdad, la verdad no se, pues no se, pos no se, ni
    idea, no tengo idea, no tengo ni idea, no tengo la menor idea, ni la menor idea, quien sabe, quen sabe, sepa,
    sabe, a saber, sepa la bola, vaya usted a saber, no estoy segura, no estoy seguro, no segura, no seguro, no muy
    segura, no muy seguro, insegura, no me acuerdo, no recuerdo, no lo recuerdo, no me acuerdo bien, no recuerdo
    bien, se me olvido, ya se me olvido, no sabria, no sabria decirle, no sabria decir, no sabria decirte, quiza,
    quizas, quizas si, quizas no, tal vez, talvez, tal vez si, tal vez no, a lo mejor, a lo mejor si, puede ser,
    puede que si, puede que no, posiblemente, probablemente, capaz, capaz que si, capaz que no, mas o menos,
    masomenos, depende, creo, creo que si, creo que no, no creo, yo creo, yo creo que si, yo creo que no, supongo,
    supongo que si, supongo que no, no estoy segura todavia, aun no se, todavia no se, no se bien, no me he fijado,
    tendria que revisar, tengo que revisar, tendria que ver, habria que ver, tendria que checar, tengo que checar,
    no sabe, ni modo de saber, no se usted digame, no se usted dime, no se que me recomienda, lo que usted me
    recomiende, lo que me recomienden
    """
)
NAME_UNKNOWN: Final = phrases(
    """
    no se el nombre, no se como se llama, no me acuerdo del nombre, no me acuerdo el nombre, no me acuerdo como se
    llama, no recuerdo el nombre, no recuerdo como se llama, se me olvido el nombre, olvide el nombre, no tengo el
    nombre, no tiene nombre, ni idea como se llama, no se cual es, no se cual, no se que marca, no se la marca, no
    recuerdo la marca
    """
)
NONE: Final = phrases(
    """
    ninguno, ninguna, ningunos, ninguno de esos, ninguno de estos, ninguna de esas, ninguna de estas, ninguno de
    ellos, ninguna de ellas, ninguno de los anteriores, ninguna de las anteriores, ninguno de la lista, ninguna de
    la lista, nada de la lista, ninguno aplica, ninguna aplica, ninguno me aplica, ninguna me aplica, no ninguno de
    esos, no ninguna de esas, no ninguno de los anteriores, no ninguna de las anteriores, nada de eso, nada de esto,
    no nada de eso, no nada de esto, nada de lo anterior, no nada de lo anterior, nada de lo que dice ahi, nada de
    lo que menciona, no a todo, no a todas, no a todos, no en todo, no tengo nada de eso, no tengo nada de esto, no
    tengo ninguno, no tengo ninguna, no tengo nada, no tengo ninguno de esos, no tengo ninguna de esas, no padezco
    nada, no padezco nada de eso, no padezco ninguno, no padezco ninguna, no sufro de nada, no sufro de nada de eso,
    no aplica, no me aplica, ni uno de esos, nada aplica, nada me aplica, nada por ahora, nada gracias
    """
)
SOMETHING: Final = phrases(
    """
    hay algo, si hay algo, algo si, si algo, una si, uno si, una de esas, uno de esos, una de esas si, uno de esos
    si, si una, si uno, si una de esas, si uno de esos, alguna, alguno, algunas, algunos, varias, varios, si varias,
    si varios, un par, dos de esas, dos de esos, todas, todos, si todas, si todos, algo de eso, algo de eso si, algo
    de la lista, algo aplica, si aplica, una aplica, la primera, la segunda, la tercera, la cuarta, la ultima, el
    primero, el segundo, el tercero, la primera si, la segunda si, una de ellas, uno de ellos
    """
)
HEALTHY: Final = phrases(
    """
    estoy sana, estoy sano, soy sana, soy sano, sana, sano, todo bien, no todo bien, estoy bien, no estoy bien de
    salud, muy sana, muy sano, completamente sana, completamente sano, bien de salud, estoy bien de salud, gozo de
    buena salud, buena salud, no tengo enfermedades, no tengo ninguna enfermedad, sin enfermedades, ninguna
    enfermedad, no tengo problemas de salud, ningun problema, ningun problema de salud, sin problemas de salud, no
    tengo ninguna condicion, ninguna condicion, no padezco de nada, gracias a dios nada, nada gracias a dios, no
    gracias a dios, gracias a dios no, gracias a dios ninguna, gracias a dios ninguno, ninguna gracias a dios, estoy
    perfecta, no soy alergica a nada, no soy alergico a nada, sin alergias
    """
)
PERSON: Final = phrases(
    """
    prefiero decirselo a una persona, prefiero hablar con una persona, prefiero hablar con alguien, prefiero no
    decir, prefiero no decirlo, prefiero no contestar, prefiero no responder, es privado, privado, es personal, es
    algo personal, personal, eso es privado, eso es personal, una persona, con una persona, hablar con alguien,
    hablar con una persona, quiero hablar con alguien, quiero hablar con una persona, puedo hablar con alguien,
    prefiero llamar, se lo digo a la enfermera, se lo digo a la doctora, se lo digo a una persona, se lo digo en
    persona, en persona, prefiero en persona, lo hablo en persona, lo hablo con ustedes, prefiero contarle a
    alguien, mejor hablo con alguien, mejor le digo a una persona, mejor en persona, mejor por telefono, prefiero
    por telefono, prefiero decirlo en persona, prefiero comentarlo en persona, llamenme, no quiero decir, no quiero
    decirlo
    """
)
ALL: Final = phrases(
    """
    todo, todos, todas, todo eso, todos los anteriores, todas las anteriores, todo lo anterior, de todo, todo por
    favor, todito
    """
)
AGREE: Final = (
    YES - {"algo", "algunos", "algunas", "un poco", "cierto", "s", "tambien", "si algo", "si un poco", "oui"}
) | phrases(
    """
    acepto, si acepto, aceptado, acepto si, de acuerdo, si de acuerdo, estoy de acuerdo, si estoy de acuerdo, esta
    bien, si esta bien, esta bien si, ok esta bien, okey, okay si, ok si, si ok, vale, dale, va, sale, sale y vale,
    orale, orale si, andale, adelante, si adelante, ok adelante, vamos, empecemos, comencemos, empezamos, iniciar,
    empezar, ok gracias, perfecto, si perfecto, me parece bien, me parece, si me parece bien, me parece perfecto,
    sin problema, no hay problema, no tengo problema, por mi esta bien, por mi bien, bueno, bueno si, bueno esta
    bien, ta bien, esta bueno, de una, listo, listo si, vamos a empezar, consiento, si consiento, autorizo, si
    autorizo, doy mi consentimiento, estoy conforme, todo bien, si todo bien, ok de acuerdo, claro adelante, claro
    que si adelante, si vamos, si dale
    """
)
DECLINE: Final = NO | phrases(
    """
    no acepto, no no acepto, no estoy de acuerdo, no no estoy de acuerdo, no quiero, no no quiero, prefiero llamar,
    prefiero llamar por telefono, mejor llamo, mejor llamo yo, mejor les llamo, mejor les marco, mejor hablo por
    telefono, prefiero hablar por telefono, no me interesa, no estoy interesada, no estoy interesado, no autorizo,
    no consiento, rechazo, mejor no, no mejor no, prefiero no, prefiero que no, asi no, no deseo, no gracias
    prefiero llamar, no me siento comoda, no me siento comodo
    """
)
