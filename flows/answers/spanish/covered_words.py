"""Which Spanish questions the clinic's text answers: what they must say, and what they may."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.covered_words import Cover
from flows.answers.wording import vocabulary

COMMON: Final = vocabulary(
    """
    el la los las lo un una unos unas este esta esto ese esa eso es son ser sera seran seria yo me mi mis se su sus
    les ustedes usted a al de del en con por para que y o si ya hola buenas tardes dias disculpe perdon gracias
    favor porfavor puedo puede pueden podria debo tengo hay necesito quiero saber quisiera como cuando cuanto cuanta
    cuantas cuantos tratamiento tratamientos procedimiento microneedling microagujas micro agujas skinpen sesion
    sesiones cita citas tiempo mas menos normalmente exactamente tambien entonces pues mucho tener hacer hago
    hacerme hace va ir algo muy senorita oiga oye no pero decir explicar le uno
    """
)
_RETINOIDS: Final = r"(?:retinol\w*|retinoides?|retin|tretinoina|adapaleno|exfoli\w*|acidos?|glicolico|salicilico)\b"

COVERS: Final[Mapping[str, Cover]] = MappingProxyType(
    {
        "bot": Cover(
            r"\w",
            vocabulary(
                """
                eres bot robot persona real maquina humano humana computadora ia hablo hablando estoy quien alguien
                verdad contesta ahi platico habla cual
                """
            ),
            r"segur[oa]|tratamiento|cita",
        ),
        "how_it_works": Cover(
            r"como (?:\w+ )?(?:funciona|trabaja)|en que consiste|que (?:es|son) (?:(?:el|la|lo|las|los|eso|esto|ese|"
            r"este|del|de) )*(?:microneedling|micro ?agujas|skin ?pen|tratamiento|procedimiento)|"
            r"explic\w+ (?:\w+ )?como|como (?:es|se hace) (?:el|este|un) (?:trat|proc|micro)",
            vocabulary(
                """
                funciona trabaja consiste explique expliqueme explicarme explica piel skin pen cara nueva llama
                """
            ),
            r"cuant|sesion|cita",
        ),
        "what_it_treats": Cover(
            r"(?:para|pa) que (?:\w+ )?(?:es|sirve|se usa)|que (?:\w+ )?(?:trata|mejora)|(?:sirven?|ayuda|mejora|"
            r"trata|quita) (?:\w+ ){0,4}(?:cicatri\w+ (?:de|del|por) (?:el )?acne|marcas (?:de|del) acne|"
            r"arrugas (?:de|del|en) (?:el |mi )?cuello|poros?|textura|manchas|tono (?:disparejo|de la piel))",
            vocabulary(
                """
                sirve sirven usa trata tratan mejora ayuda quita cicatrices cicatriz acne marcas arrugas cuello
                poros poro abiertos grandes textura manchas oscuras tono disparejo piel cosas
                """
            ),
            r"cuant|complet|quita(?! las marcas de)|sesion|cita|\bhay\b|tengo|me (?:va|van)",
        ),
        "downtime": Cover(
            r"recuperacion",
            vocabulary("recuperacion larga despues dura lleva periodo tiene"),
            r"antes|(?:sala|cuarto) de",
        ),
        "aftercare": Cover(
            r"cuidados|cuidarme|que (?:\w+ ){0,3}(?:hago|hacer|evitar|evito) (?:\w+ )?despues|evitar despues|cuido|"
            r"skin ?fuse",
            vocabulary(
                """
                llevo especiales cuidados cuidarme debo cuido piel cara despues evitar evito seguir posteriores
                skinfuse skin fuse gel llevar cuales
                """
            ),
            r"antes|previos|despues de est[oae]$|despues de contestar",
        ),
        "exercise": Cover(
            r"ejercicios?|gym|gimnasio|correr|pesas|entrenar|cardio",
            vocabulary(
                """
                ejercicio ejercicios gym gimnasio correr pesas entrenar cardio despues dia siguiente otro volver sin
                esperar regresar levantar horas hasta mismo fuerte
                """
            ),
            r"antes|hay (?!que)|tiene|cuanto (?:ejercicio|tiempo (?:hago|debo hacer) ejercicio)",
        ),
        "sun": Cover(
            r"(?:tomar|salir|evitar|evito|sin|al|antes|despues|estar|dar|da) (?:\w+ ){0,4}sol\b|"
            r"sol (?:\w+ ){0,4}(?:antes|despues)|asolear\w*|asolee",
            vocabulary(
                """
                sol asolearme asolear asolee tomar salir despues antes evitar dia siguiente otro sin estar horas
                semana poder esperar volver evito exponerme darme dar da hasta
                """
            ),
            r"hay (?!que)|tiene",
        ),
        "retinoids": Cover(
            r"(?=.*\b(?:usar|usando|uso|seguir|dejar|dejo|suspender|suspendo|evitar|antes|parar|exfoliarme|sin)\b)"
            rf".*\b{_RETINOIDS}|"
            r"(?:dejar|dejo|suspend\w+|evitar|parar) (?:\w+ ){0,4}antes|antes (?:\w+ ){0,4}(?:evitar|dejar|suspender)|"
            r"como (?:me|debo) prepar\w+",
            vocabulary(
                """
                retinol retinoles retinoide retinoides tretinoina adapaleno exfoliarme exfoliar exfoliante
                exfoliantes exfoliacion acidos acido glicolico salicilico usar usando uso seguir sigo dejar dejo
                suspender suspendo evitar antes anticipacion productos producto crema cremas parar preparo
                prepararme preparar previos continuar ponerme
                """
            ),
            r"despues|volver|vuelvo|otra vez|de nuevo|regresar|cuenta|recet|cuantas|que (?:es|son|retin|acido|exfol|"
            r"crema|producto)|cual|hay (?!que)|tiene|como (?:uso|se usa|puedo usar|debo usar)|(?:tengo que|debo|"
            r"necesito) (?:usar|exfoliarme|seguir)",
        ),
        "sessions": Cover(
            r"muchas sesiones|cuant[ao]s (?:sesion\w*|veces|citas|visitas|tratamientos|son|necesito)|"
            r"(?:una|1) (?:sola )?(?:sesion|vez|cita)? ?(?:\w+ )?(?:basta|alcanza|suficiente)|mas de una",
            vocabulary(
                """
                muchas veces basta alcanza suficiente sola total vez acne cicatrices recomiendan necesitan hacen
                serian tomar visitas
                """
            ),
            r"llevo|faltan|por (?:semana|dia)|a la semana|al dia|tiene|me hice|tengo (?!que)|tengo$",
        ),
        "spacing": Cover(
            r"cada cuant|entre (?:cada|una|sesion|sesiones|las|citas)|que tan seguido|frecuencia|separad",
            vocabulary(
                """
                cada pasa entre tan seguido frecuencia separadas semanas otra pasar esperar hacen deja cual visitas
                """
            ),
            r"meses|que (?:\w+ )?(?:hago|hacer|puedo|debo|se hace)",
        ),
        "results": Cover(
            r"acumul\w+|se (?:van )?sumando",
            vocabulary("resultados resultado acumulan acumula acumulativos van sumando"),
        ),
        "booking": Cover(
            r"(?:como|donde|quien|puedo|quiero|quisiera|para) (?:\w+ ){0,5}(?:agend\w+|reserv\w+|"
            r"(?:hacer|hago|sacar|saco|pedir|pido) (?:una |la |mi |un )?cita|cita$)|"
            r"(?:que|cual es el|a que) (?:numero|telefono)|(?:donde|quien) (?:\w+ )?llam\w+",
            vocabulary(
                """
                agendo agendar agenda reservo reservar reservacion sacar saco pedir pido numero llamo llamar
                telefono donde quien linea internet marco comunico hacerla primera cual
                """
            ),
            r"cuant|cancel|cambiar|antes de|mi (?:numero|telefono)|quieren|para que|me llam\w+|"
            r"numero de (?:sesiones|citas)",
        ),
    }
)
"""By topic."""
