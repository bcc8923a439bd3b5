"""What Spanish words say of use: a plain no, past use, use now and then, doubt. Patterns of plain text, as data."""

from __future__ import annotations

from typing import Final

from flows.answers.wording import vocabulary

_DOING: Final = (
    r"(?:uso|use|usado|utilizo|utilice|utilizado|aplico|aplique|aplicado|pongo|puse|puesto|tomo|tome|tomado|tengo|"
    r"tuve|tenido|hago|hice|"
    r"hecho|he|han|soy|probado|probe|necesito|padezco|sufro|echo|echado|hicieron|realizado)"
)
_THING: Final = (
    r"(?:nada|ninguno|ninguna|ningun|eso|esos|esas|esa|ese|esto|estos|estas|ellos|ellas|de|algo|asi|de ese tipo|"
    r"por el estilo|cosas?|"
    r"productos?|tratamientos?|tipo|ni uno|ni una|parecido|similar|(?<=nada )en (?:la|mi) (?:cara|piel))"
)
PLAIN_NO: Final = (
    rf"(?:yo )?(?:nunca|jamas|no|tampoco)(?: (?:yo|nunca|jamas))?(?: (?:me|lo|la|los|las|le|"
    rf"se))*(?: {_DOING}){{1,2}}(?: {_THING}){{0,6}}"
    r"(?: (?:nunca|jamas|en la vida|en mi vida|para nada|en absoluto|tampoco))?|"
    r"(?:nada|ninguno|ninguna|ningun)(?: (?:de eso|de esos|de esas|de esto|asi|parecido|por el estilo|de nada|"
    r"de es[oa]s (?:productos|cremas|cosas)|"
    r"de ese tipo))?"
)
"""A denial from its first word to its last, with nothing in it that could take it back."""
HEDGES: Final = (
    r"creo|pienso que|quizas?|tal ?vez|a lo mejor|puede (?:ser|que)|posiblemente|probablemente|capaz que|capaz|"
    r"supongo|me parece|"
    r"no se(?! (?:me|te|le|nos|ha|han|usa|va|quita|nota|ve)\b)|"
    r"(?<!my )(?<!the )(?<!on )(?<!or )(?<!and )nose(?! (?:is|and|has|area|was))|no lo se|no (?:estoy )?"
    r"(?:muy |tan |bien |del todo |100 |completamente )?segur[oa]|"
    r"no sabria|no (?:me |lo )?(?:acuerdo|recuerdo)|"
    r"que yo (?:sepa|recuerde|haya|me)|que recuerde|que sepa|quien sabe|ni idea|no tengo (?:ni )?(?:idea|"
    r"la menor idea)|mas o menos|"
    r"no realmente|no (?:la verdad )?mucho que digamos|depende|dudo|ojala|espero que no|no me he (?:fijado|"
    r"dado cuenta)|sepa|a saber|"
    r"no exactamente|no precisamente|segun yo|podria ser|no entiendo bien|intencionalmente|a proposito"
)
PAST_USE: Final = (
    r"ya no|deje|dejamos|dejo de|dejado|pare|termine|acabe|se me (?:acabo|termino|quito)|se (?:acabo|termino)|"
    r"antes (?:si|ahora|usaba|la|lo|me|"
    r"tenia|tomaba|solia)|usaba|ponia|aplicaba|tomaba|solia|tenia|hacia|hace (?:un|una|unos|unas|como|mas|mucho|"
    r"muchos|poco|pocos|tiempo|"
    r"rato|anos|dias|meses|semanas|casi|ya|varios|varias|algunos|algunas|dos|tres|cuatro|cinco|seis|siete|ocho|"
    r"nueve|diez|\d+)|"
    r"(?:el|la) (?:mes|ano|semana|verano|invierno|primavera|vez|noche) (?:pasad[oa]|anterior)|no desde|"
    r"desde (?:el|la|que|hace|mayo|junio|"
    r"julio|agosto|septiembre|octubre|noviembre|enero|febrero|marzo|abril|diciembre)|ultimamente|recientemente|"
    r"descans\w+|descontinue|suspendi|"
    r"la ultima vez|ayer|antier|anteayer|anoche|en el pasado|anteriormente|tiene (?:rato|tiempo|mucho)|"
    r"tengo (?:rato|tiempo|mucho|dias|"
    r"semanas|meses) (?:que|sin)|llevo (?:\w+ )*sin|una temporada|no (?:(?!nada)\w+ ){0,3}mas(?! de\b| que\b)"
)
SOME_USE: Final = (
    r"nada mas (?:en|los|las|cuando|de noche|una)|a veces|aveces|de vez en (?:cuando|vez)|de ves en cuando|"
    r"de cuando en cuando|en ocasiones|ocasionalmente|"
    r"(?:muy )?rara(?:s)? ve(?:z|ces)|raramente|casi (?:nunca|no|nada|siempre)|"
    r"a menudo|segui(?:do|dito)|frecuentemente|(?:a )?diario|diariamente|siempre(?! (?:he|la he) dicho)|"
    r"tod[oa]s l[oa]s (?:dias|noches|mananas|semanas|"
    r"tardes)|cada (?:noche|dia|manana|semana|mes|\d+|un|dos|tres|ocho|quince|otro|rato|tercer|que|cuando|vez|"
    r"tanto)|a cada rato|"
    r"(?:un|una|dos|tres|cuatro|\d+|un par|unas|varias|pocas|algunas|unas cuantas|"
    r"unas pocas)(?: o \w+)? (?:de )?ve(?:z|ces)|"
    r"fin(?:es)? de semana|(?:un |muy |bien |solo |tantit)poc[oa]s?|un poco|poquit[oa]s?|poquitit[oa]s?|"
    r"tantit[oa]s?|poc[oa]s|un[oa]s cuant[oa]s|un[oa]s poc[oa]s|"
    r"no (?:tan )?much[oa]s?(?! gracias)|no siempre|no tant[oa]s?|no tan seguido|cuando (?:me|se me|puedo|salgo|"
    r"tengo|"
    r"hace|hay|lo|la|necesito|quiero)|"
    r"(?:hoy|esta semana|esta noche|este mes|estos dias) (?:todavia |aun )?no|(?:todavia|aun) no hoy|no (?:hoy|"
    r"esta semana|este mes|estos dias)|"
    r"en (?:el )?(?:verano|invierno|la ducha|la regadera|temporadas)|por temporadas|(?:en|entre) semana|"
    r"un[oa]? que otr[oa]|de repente|noche si|"
    r"un dia si|no diario|los (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos)|todavia la|todavia lo|"
    r"sigo usando|la sigo|lo sigo|"
    r"ligeramente|leve|levemente|mayormente|normalmente|usualmente"
)
ELSEWHERE: Final = r"fui a|fuimos a|estuve (?:en|de)|estaba (?:en|de)|viaje a|visite|nade|me mude"
DENIAL: Final = vocabulary("ni nunca jamas sin tampoco ningun ninguna ninguno nada nel")
HABITS: Final = vocabulary(
    """
    si simon claro pues pos yo la lo los las el me uso pongo aplico hago tomo en mi cara piel rostro mejillas frente
    menton zona cada otro otra noche noches dia dias semana semanas mes manana mananas tarde tardes fin fines de a
    veces vez cuando casi siempre diario diariamente todos todas una uno dos tres par unas unos por al poco poquito
    poquita poquitos poquitas solo nomas mas o menudo seguido rara ocasiones ocasionalmente acuerdo puedo que y
    gracias senora senor senorita porfa favor algo un
    """
)
FILLERS: Final = vocabulary(
    """
    jaja jajaja jajajaja jeje jejeje jiji gracias porfa porfavor senora senor senorita doctora doctor amiga amigo
    hola buenas ay uy ah oh eh mm pues pos fijese mire oiga afortunadamente lamentablemente desafortunadamente
    desgraciadamente tristemente disculpe perdon honestamente sinceramente reina linda hermosa mija
    """
)
"""Words that carry no answer, wherever they stand."""
