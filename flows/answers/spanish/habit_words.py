"""Use and its end in Spanish in the words that the readers know: "la deje" as "stopped"."""

from __future__ import annotations

from typing import Final

from flows.answers.rewording import Rewording, table

_PER: Final = r"(?:por|a la|al|x|cada|en la|de la|ala) (?:semana|mes|dia|noche|sem)(?! (?:pasad|antepasad))"
_IT: Final = r"(?:(?:me |te |se )?(?:l[aoe]s? )?)"
_EXACTLY: Final = (
    r"(?: (?:bien|exactamente|exacto|cuando|cual|la fecha|de la fecha|el dia|del dia|muy "
    r"bien|la verdad|fue|pero|exacta))*"
)
_USED: Final = r"(?:usado|puesto|aplicado|tomado|estado|tocado|ido|salido|utilizado|agarrado|asoleado|hecho)"

HABITS: Final[tuple[Rewording, ...]] = table(
    (
        (r"(?:solo |nomas |nada mas )?cuando me (?:sale\w*|brota\w*|toca)", "sometimes"),
        (r"una (?:vez|ves) cada \w+ (?:dias|semanas|meses)", "sometimes"),
        (
            r"(?<=, )si no,?(?= (?!l[aoe]\b|me\b|se\b|fue\b))|fuera de es[eo]|aparte de es[eo]|quitando es[eo]",
            "otherwise",
        ),
        (r"(?:la |mi )?primera (?:vez|ves)", "first time"),
        (r"se me (?:olvido|paso)(?! ?$| cuando| la fecha| el dia)(?: poner\w*| usar\w*| aplicar\w*)?", "forgot"),
        (
            r"(?:todavia|aun|toavia|todabia|tdv) no (?:ha |han )?(?:hace|ase|hase|tiene|pasado|pasa|pasan|cumplo|"
            r"cumple|"
            r"son|es|llega a)(?: ni)?(?= (?:\d|un|una|dos|tres|cuatro|cinco|seis)\b)",
            "hace menos de",
        ),
        (
            r"no (?:llega a|ha pasado|han pasado|pasa de|pasan de)(?: ni)?(?= (?:\d|un|una|dos|tres|cuatro|cinco|"
            r"seis)\b)",
            "hace menos de",
        ),
        (
            rf"no (?:lo )?(?:se|sabria decir\w*){_EXACTLY}|^(?:pues |la verdad |ay |uy )*nose(?= ?$)|"
            rf"nose (?:bien|cuando|la verdad)|no c|yo no se|ya ni se|ni se",
            "not sure",
        ),
        (rf"(?:ya )?no (?:me|lo|la) (?:acuerdo|recuerdo){_EXACTLY}|no recuerdo{_EXACTLY}|ni me acuerdo", "not sure"),
        (rf"no (?:est?oy|toy|ando) (?:muy |tan |100 |bien |del todo )?segur[oa]{_EXACTLY}", "not sure"),
        (
            r"(?:no tengo )?ni (?:la menor |la mas minima )?idea|no tengo idea|quien sabe|quen sabe|sepa|"
            r"sab(?:e|ra) dios|vaya (?:usted a|uno a|a) saber|se me olvido(?= ?$| cuando| la fecha| el dia)",
            "not sure",
        ),
        (r"(?:casi )?tod[oa]s l[oa]s (?:dias|noches|mananas|tardes)|todo el tiempo|noche tras noche", "every day"),
        (r"cada (?:dia|noche|manana|tarde|anochecer)|a diario|diari[oa](?:mente)?|siempre", "every day"),
        (
            r"cada (?:tercer|tercero|otro|2|3|dos|tres|\d) (?:dia|noche)s?|(?:un )?(?:dia|noche) si,? "
            r"(?:y )?(?:(?:un|el|otr[oa]|una) )*"
            r"(?:dia |noche |otro )?no|(?:un )?(?:dia|noche) por medio|cada tercer|un[oa]? si y un[oa]? no",
            "every other day",
        ),
        (rf"(?:\w+ o )?\w+ (?:vez|veces|ves|beces|vezes|dias|noches) {_PER}", "twice a week"),
        (
            r"(?:solo |nomas |nada mas )?(?:en )?los (?:fines de semana|findes)|(?:solo|nomas) (?:fines "
            r"de semana|findes)",
            "on weekends",
        ),
        (
            r"a ?(?:veces|beces|vezes)|de (?:vez|ves) en (?:cuando|vez)|a ratos|ocasionalmente|cuando "
            r"(?:me acuerdo|puedo)|"
            r"una que otra (?:vez|noche)|(?:muy |bien )?seguid[oi]t?o?|rara vez|de repente",
            "sometimes",
        ),
    )
)
"""What tells how often, and doubt; read before the lengths of time, which it contains."""

STATES: Final[tuple[Rewording, ...]] = table(
    (
        (
            rf"no {_IT}(?:he|e) (?:dejado|parado|suspendido)(?: de \w+)?|no {_IT}(?:deje|dejo|paro)(?: de \w+)?",
            "havent stopped",
        ),
        (
            rf"(?:ya )?no {_IT}(?:he|e) (?:vuelto a )?(?:{_USED}|usar|poner\w*)|no (?:he|e) (?:vuelto|ido)",
            "havent used",
        ),
        (rf"(?:ya )?no {_IT}(?:uso|pongo|aplico|tomo|utilizo|echo|hago)", "not used"),
        (r"(?:todavia|aun|toavia|todabia|tdv)(?! no)", "still"),
        (rf"{_IT}(?:sigo|seguimos|continuo)(?: con \w+)?(?: [a-z]+ndo(?:me)?(?:l[oa]s?)?)?", "still using"),
        (
            rf"{_IT}(?:estoy|ando|he estado|e estado|vengo|estamos) (?:usando|poniendo|aplicando|"
            rf"tomando|utilizando)\w*",
            "am using",
        ),
        (r"usandol[oa]s?|usando|poniendome(?:l[oa]s?)?|tomandol[oa]s?", "using it"),
        (
            r"(?:si )?(?:me )?(?:l[aoe]s? )(?:uso|pongo|aplico|tomo|utilizo|echo)|(?:si )?(?:yo )?(?:uso|utilizo)",
            "i use it",
        ),
        (rf"{_IT}(?:usaba|ponia|aplicaba|tomaba|utilizaba)", "used to use"),
        (
            rf"{_IT}(?:deje|dejamos|pare|suspendi|solte|descontinue|corte|termine|acabe|deje)(?: de "
            rf"(?:usar|tomar|poner|aplicar|"
            r"utilizar)\w*)?|se me (?:acabo|termino)|dejo de \w+",
            "stopped",
        ),
        (
            r"(?:por |x |la |mi |el |mis )*ultim[oa]s? (?:vez|ves|past\w+|dosis|aplicacion|sesion|"
            r"pild\w+|caps\w+|toma|dia|visita)",
            "last time",
        ),
        (r"l[ao] ultim[oa]", "last time"),
        (rf"{_IT}(?:empece|empeze|comence|inicie|estrene)(?: a \w+| con)?", "started"),
        (rf"{_IT}(?:compre|pedi|encargue|ordene|recetaron|recete|vendieron|consegui|recomendaron)", "bought"),
        (r"voy a|vamos a|va a|usare|planeo|pienso ir", "going to"),
        (r"(?:mi |la |una |tengo )*cita", "appointment"),
        (r"sin(?: (?:usar|poner|tomar|aplicar|utilizar|tocar)\w*)?", "without"),
        (r"nunca|jamas", "never"),
        (r"ningun[oa]?", "none"),
        (r"nada", "nothing"),
        (r"otra (?:vez|ves)|de nuevo|nuevamente", "again"),
        (rf"{_IT}(?:volvi|regrese|volvimos) a \w+|{_IT}retome|{_IT}reanude", "used again"),
        (r"pero|aunque", "but"),
        (r"ya no", "not"),
        (r"si", "yes"),
    )
)
"""What goes on and what has ended; read last, when the days are known."""
