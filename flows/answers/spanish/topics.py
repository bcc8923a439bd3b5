"""Spanish words that tell what a question is about, the more particular topics first."""

from __future__ import annotations

from typing import Final

TOPICS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "bot",
        r"(?:eres|es usted) real|(?:eres|es|es usted|hablo con|hablando con|usted es|esto es) (?:un|"
        r"una )?(?: ?(?:bot|robot|persona|maquina|humano|humana|computadora|ia|inteligencia artificial|"
        r"contestadora))|con quien (?:hablo|estoy|platico)|quien (?:es usted|eres|me esta|habla|contesta)|"
        r"hablando con (?:alguien|una|un)",
        "",
    ),
    ("fda", r"fda|aprob\w*", ""),
    (
        "skin_tone",
        r"(?:piel|pieles) (?:morena|oscura|negra|cafe|prieta|apinonada|clara|blanca|morenas|oscuras)|"
        r"soy (?:\w+ )?(?:moren\w+|negra|negro|prieta|prieto|trigueno|triguena)|tipo de piel|tono de piel|"
        r"color de piel",
        r"parej\w+",
    ),
    (
        "price",
        r"precios?|costos?|cuestan?|costara|costar|cuanto (?:es|sale|salen|cobran|vale|valen|seria|me sale|"
        r"sale todo|por|dinero)|cuanto$|cobran?|cobra|cobras|caro|es cara|muy cara|tan cara|barato|seguro medico|"
        r"aceptan? (?:mi )?(?:seguro|tarjeta|efectivo)|seguro$|paquetes?|promocion\w*|promo|descuentos?|ofertas?|"
        r"pagar|pag\w+|plazos|abonos|tarjeta|efectivo|deposito|anticipo|reembolso|a como|tarifa|cotiza\w*|dinero|"
        r"tarifas|en cuanto (?:anda|sale|esta|queda)|saldria|me sale en|presupuesto|propina|dolares|financiamiento|"
        r"mensualidades|gratis|especiales",
        r"tarjetas? de regalo|es seguro$|recuper\w+|cada cuanto|duele|dolor|sin sol|cara (?:roja|hinchada)",
    ),
    (
        "pain",
        r"duele|dolera|doler|dolio|duelen|dolor|doloros\w*|anestesi\w*|adormec\w*|dormir la (?:piel|cara)|"
        r"entumec\w*|lastima|arde|ardera|pica|(?:miedo|panico|terror|fobia) a las agujas|se siente|"
        r"crema para el dolor|lidocaina|analgesico|pastilla para el dolor|molest\w*|sentir|siento|aguant\w*",
        r"alergi\w*",
    ),
    (
        "medical",
        r"embaraz\w*|hipertens\w*|epilep\w*|convulsion\w*|lactan\w*|lactar|amamant\w*|dando pecho|dar pecho|"
        r"doy pecho|pecho|accutane|acutane|roacutan|isotretinoina|diabet\w*|azucar|anticoagulante\w*|fuegos|herpes|"
        r"queloid\w*|eczema|psoriasis|rosacea|lupus|autoinmun\w*|medicina\w*|medicamento\w*|pastillas?|"
        r"antibiotico\w*|botox|rellenos?|infeccion\w*|infect\w*|alergi\w*|cancer|quimio\w*|corazon|condicion|"
        r"enfermedad\w*|enferma|enfermo|vitiligo|tatuaje\w*|mal[oa] (?:para|si)|efectos? secundarios?|riesgos?|"
        r"segur[oa]|peligro\w*|contraindicacion\w*|quien(?:es)? no|(?:quedar|dejar|hacer|salir)\w* (?:una |"
        r"unas )?(?:cicatri\w+|marcas?|manchas?)|complicacion\w*|melasma|pano|desmay\w*|esteroid\w*|vih|presion|"
        r"tiroides|cirugia|(?:tengo|con) (?:un |una )?(?:granos?|granito|espinillas?|acne|barros?)|anos|edad|"
        r"menor\w*|mi (?:hija|hijo|mama|papa|abuel[ao])|tiene \d+|salir\w* (?:granos|acne|espinillas|manchas)|"
        r"candidata?o?|hacer dano|dejar cicatriz|dejar marcas?|empeor\w*|gripa|covid|marcapasos|metal",
        r"cuantos anos (?:lleva|tiene)|anos de experiencia",
    ),
    ("make_up", r"maquill\w*|pintarme|pintar|base|rimel|labial|cosmeticos?|pestanas", r"en base"),
    (
        "booking",
        r"agend\w*|reserv\w*|(?:hacer|hago|sacar|saco|pedir|pido|programar|apartar|aparto) (?:una |la |mi |"
        r"un )?(?:cita|lugar)|citas?$|cita (?:para|disponible|hoy|manana)|horarios?|hora|abren|abiert\w*|cierran|"
        r"direccion|ubica\w*|donde (?:estan|queda|es|se encuentran|quedan)|telefono|numero|llamo|llamar|llamarles|"
        r"cancel\w*|reagend\w*|cambiar (?:la|mi) cita|disponib\w*|consulta|turno|tienen (?:\w+ )?(?:citas?|lugar|"
        r"espacio)|estan en|lugar|espacio|cuanto (?:dura|tarda|tardan|tiempo dura|tiempo tarda) (?:la|una|cada|"
        r"el) (?:cita|visita|tratamiento)|sin cita|llevar (?:a )?mis?|domingos|sabados|atienden",
        r"antes de|evitar|cada cuanto|resultado",
    ),
    (
        "sun",
        r"sol|asole\w*|bronce\w*|bloqueador|protector(?: solar)?|filtro solar|sombrero|gorra|sombrilla|playa|"
        r"vacaciones|rayos|intemperie|afuera|aire libre|fps|spf|broncearme|quemarme",
        "",
    ),
    (
        "exercise",
        r"ejercici\w*|gym|gimnasio|gimnacio|correr|corro|sudar|sudor|sudo|yoga|nadar|natacion|alberca|piscina|sauna|"
        r"jacuzzi|vapor|deportes?|pesas|entren\w*|caminar|bailar|zumba|futbol|bici\w*|hacer cardio|cardio|spinning|"
        r"temazcal",
        "",
    ),
    (
        "retinoids",
        r"retin\w*|tretin\w*|adapaleno|differin|exfoli\w*|acidos?|glicolico|salicilico|vitamina c|niacinamida|"
        r"bakuchiol|peroxido|azelaico|dejar (?:de usar|de ponerme|la|el|mi|mis)|dejo (?:de|la|el|mi)|suspend\w*|"
        r"(?:evit\w*|no (?:debo|puedo) usar|parar) .*\bantes|antes .*\b(?:evit\w*|dejar|suspender)|prepar\w*|"
        r"seguir us\w*|sigo usando|recet\w*|sueros?|productos|antes de (?:la|mi|el|ir)|depil\w*|rasurar\w*|cera$",
        r"depilacion laser|pastillas|medic\w+",
    ),
    (
        "spacing",
        r"cada cuant\w*|cada que tanto|entre (?:cada|una|sesion|sesiones|las|citas)|que tan seguido|"
        r"con que frecuencia|separad\w*|cuant\w* (?:tiempo|semanas) (?:entre|de separacion)|siguiente sesion|"
        r"proxima sesion",
        "",
    ),
    (
        "sessions",
        r"cuantas (?:sesion\w*|cesion\w*|secion\w*|veces|citas|visitas|son|necesito|ocupo|hay)|sesion\w*|seciones|"
        r"secion|cuantos tratamientos|(?:una|1) (?:sola )?(?:sesion|vez|cita)?.* ?(?:basta|alcanza|suficiente)|"
        r"mas de una",
        "",
    ),
    (
        "results",
        r"resultados?|efecto(?! secundario)|(?:se )?(?:nota|notan|ven) desde|permanente\w*|para siempre|"
        r"de verdad (?:funciona|sirve)|si funciona|efectiv\w*|(?:se )?(?:ve|ven|nota|notan) (?:el|los|un|la|cambios|"
        r"diferencia)|antes y (?:el )?despues|fotos|vale la pena|ver (?:el |los |un )?(?:cambios?|diferencia)|"
        r"garanti\w*|cuanto (?:me )?(?:dura|duran)|mejoria|se acumulan?|acumulativ\w*|realmente (?:funciona|sirve)",
        "",
    ),
    (
        "downtime",
        r"recuper\w*|sanar|sana|cicatriza\w*|roj[oa]s?|hincha\w*|inflam\w*|sangr\w*|morad\w*|moreton\w*|moretes|"
        r"colorad[oa]|descama\w*|comezon|costras?|pela|pelar|despelleja\w*|ir a (?:trabajar|la escuela)|trabajar|"
        r"trabajo|manejar|conducir|boda|fiesta|evento|quinceanera|se me (?:va a )?(?:nota|ve|notar|ver)|reposo|"
        r"incapacidad|como (?:me va a quedar|voy a quedar|me voy a ver|quedo|queda la cara)",
        r"fases?",
    ),
    (
        "aftercare",
        r"cuidad\w*|cuidar\w*|despues|lav[oa]\w*|banar\w*|ducha\w*|crema|hidrata\w*|humectante|dormir|skinfuse|"
        r"skin fuse|gel|jabon|vaselina|aceite|pomada|poner|hielo|alcohol|tomar|al salir",
        r"antes",
    ),
    (
        "who_does_it",
        r"quien (?:lo |me |la |te |se )*(?:hace|hara|aplica|pone|atiende|va|realiza)|licencia\w*|certificad\w*|"
        r"enfermer\w*|doctor\w*|medico|dermatolog\w*|experiencia|esteticista|capacitad\w*|titulad\w*|courtney|jackie",
        "",
    ),
    (
        "what_it_treats",
        r"(?:para|pa) que (?:es|sirve|se usa)|sirve|sirven|ayuda|quita\w*|trata|tratan|cicatri\w*|estrias|arrugas?|"
        r"poros?|manchas?|marcas?|ojeras|patas de gallo|caida|pelo|cabello|flacidez|cuello|papada|celulitis|manos|"
        r"cuerpo|beneficios|textura|tono|lineas|mejora",
        "",
    ),
    (
        "how_it_works",
        r"como (?:funciona|trabaja|es|se hace|lo hacen)|en que consiste|de que (?:se )?trata|que (?:es|son)|"
        r"explic\w*|microneedling|micro ?agujas?|skinpen|skin pen|dermapen|radiofrecuencia|laser|agujas?|profund\w*|"
        r"colageno|funciona\w*|fases?|inflamacion|proliferacion|remodelacion|aparato|maquina|que (?:me )?(?:hacen|"
        r"hace)|procedimiento",
        r"que es eso|depilacion",
    ),
)
"""A topic, the words that tell it, and those that tell that it is not this one."""
