"""Which Spanish questions the clinic's text answers: what they must say, and what they may."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.covered_words import Cover
from flows.answers.wording import vocabulary

COMMON: Final = vocabulary(
    """
    el la los las lo un una unos unas este esta esto ese esa eso es son ser sera seran yo me mi mis se su sus le les
    ustedes usted a al de del en con por para que y o si ya hola buenas tardes dias disculpe perdon gracias favor
    porfavor puedo puede pueden podria debo tengo hay necesito quiero saber quisiera como cuando cual cuales cuanto
    cuanta cuantas cuantos tratamiento tratamientos procedimiento microneedling microagujas micro agujas skinpen
    sesion sesiones cita citas visita visitas tiempo mas menos normalmente exactamente tambien entonces pues mucho
    tener hacer hago hacerme hace tiene va ir algo muy seria senorita oiga oye no pero pregunta duda decir explicar
    """
)
_RETINOIDS: Final = r"retin\w*|tretinoina|adapaleno|exfoli\w*|acidos?|glicolico|salicilico"

COVERS: Final[Mapping[str, Cover]] = MappingProxyType(
    {
        "bot": Cover(
            r"\w",
            vocabulary(
                """
                eres bot robot persona real maquina humano humana computadora ia hablo hablando estoy quien alguien
                verdad contesta ahi platico habla
                """
            ),
            r"segur[oa]|tratamiento",
        ),
        "how_it_works": Cover(
            r"como (?:\w+ )?(?:funciona|trabaja)|en que consiste|que (?:es|son) (?:\w+ ){0,3}(?:microneedling|"
            r"micro ?agujas|skin ?pen|tratamiento|procedimiento)|explic\w+ (?:\w+ )?como|como (?:es|se hace) (?:el|"
            r"este|un)",
            vocabulary("funciona trabaja consiste explique expliqueme explicarme piel skin pen cara nueva llama"),
            r"cuant|sesion|cita",
        ),
        "what_it_treats": Cover(
            r"(?:para|pa) que (?:\w+ )?(?:es|sirve|se usa)|que (?:\w+ )?(?:trata|mejora)|cicatri\w+ (?:de|del|"
            r"por) (?:el )?acne|marcas (?:de|del) acne|arrugas (?:de|del|en) (?:el )?cuello|poros?|textura|manchas|"
            r"tono (?:disparejo|de la piel)",
            vocabulary(
                """
                sirve sirven usa trata tratan mejora ayuda quita cicatrices cicatriz acne marcas arrugas cuello
                poros poro abiertos grandes textura manchas oscuras tono disparejo piel cosas
                """
            ),
            r"cuant|complet|quita(?! las marcas de)|sesion|melasma",
        ),
        "downtime": Cover(
            r"recuperacion", vocabulary("recuperacion es tiempo dias despues la cuanto dura lleva periodo"), r"antes"
        ),
        "aftercare": Cover(
            r"cuidados|cuidarme|que (?:\w+ ){0,3}(?:hago|hacer|evitar|evito) (?:\w+ )?despues|evitar despues|cuido|"
            r"skin ?fuse",
            vocabulary(
                """
                llevo cuidados cuidarme debo cuido piel cara despues evitar evito hago seguir posteriores skinfuse
                skin fuse gel llevar tener
                """
            ),
            r"antes|previos",
        ),
        "exercise": Cover(
            r"ejercicios?|gym|gimnasio|correr|pesas|entrenar|cardio",
            vocabulary(
                """
                ejercicio ejercicios gym gimnasio correr pesas entrenar cardio despues dia dias siguiente otro
                volver sin esperar regresar levantar horas hasta mismo al fuerte
                """
            ),
            r"antes|por que|embaraz",
        ),
        "sun": Cover(
            r"\bsol\b|asolear\w*|asolee",
            vocabulary(
                """
                sol asolearme asolear asolee tomar salir despues antes evitar dias dia siguiente otro sin estar
                horas semana poder esperar volver exponerme darme dar hasta
                """
            ),
            r"por que",
        ),
        "retinoids": Cover(
            rf"(?:{_RETINOIDS})|(?:dejar|dejo|suspend\w+|evitar|parar) (?:\w+ ){{0,4}}antes|"
            rf"antes (?:\w+ ){{0,4}}(?:evitar|dejar|suspender)|"
            r"como (?:me|debo) prepar\w+",
            vocabulary(
                """
                retinol retinoles retinoide retinoides tretinoina adapaleno exfoliarme exfoliar exfoliante
                exfoliantes exfoliacion acidos acido glicolico salicilico usar usando uso seguir sigo dejar dejo
                suspender suspendo evitar antes dias productos producto crema cremas parar preparo prepararme
                preparar previos continuar ponerme
                """
            ),
            r"despues|volver|vuelvo|otra vez|de nuevo|regresar|por que|cuenta|recet|cuantas (?:sesiones|visitas)",
        ),
        "sessions": Cover(
            r"muchas sesiones|cuant[ao]s (?:sesion\w*|veces|citas|visitas|tratamientos|son|necesito)|(?:una|"
            r"1) (?:sola )?(?:sesion|vez|cita)? ?(?:\w+ )?(?:basta|alcanza|suficiente)|mas de una",
            vocabulary(
                """
                muchas veces basta alcanza suficiente sola total vez acne cicatrices recomiendan necesitan hacen
                serian tomar
                """
            ),
            r"cuest|precio|llevo|faltan|por (?:semana|dia)",
        ),
        "spacing": Cover(
            r"cada cuant|entre (?:cada|una|sesion|sesiones|las|citas)|que tan seguido|frecuencia|separad",
            vocabulary(
                """
                cada pasa entre tan seguido frecuencia separadas semanas dias otra sesion pasar esperar tengo cuanto
                hacen deja cual
                """
            ),
            r"meses",
        ),
        "results": Cover(
            r"acumul\w+|se (?:van )?sumando",
            vocabulary("resultados resultado acumulan acumula acumulativos van sumando"),
        ),
        "booking": Cover(
            r"agend\w+|reserv\w+|(?:hacer|hago|sacar|saco|pedir|pido) (?:una |la |mi |un )?cita|cita$|numero|"
            r"llam\w+|telefono",
            vocabulary(
                """
                agendo agendar agenda reservo reservar reservacion sacar saco pedir pido numero llamo llamar
                telefono donde quien linea internet marco comunico hacerla primera
                """
            ),
            r"cuant|cancel|cambiar|antes de",
        ),
    }
)
