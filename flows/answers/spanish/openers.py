"""How questions begin in Spanish, with and without accents; and what begins alike and asks nothing."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.wording import vocabulary

SHORTHAND: Final = vocabulary(
    """
    q=que k=que ke=que qe=que kuanto=cuanto kuantas=cuantas kuantos=cuantos cuantoo=cuanto kuesta=cuesta komo=como
    kien=quien kiero=quiero pa=para xa=para tmb=tambien tb=tambien d=de x=por porfa=porfavor dsps=despues
    despuez=despues dspues=despues ocupo=necesito hize=hice aser=hacer acer=hacer nesecito=necesito
    nececito=necesito secion=sesion seciones=sesiones cesiones=sesiones cesion=sesion asta=hasta ay=hay uds=ustedes
    ud=usted kosta=cuesta gimnacio=gimnasio ejersicio=ejercicio ejercisio=ejercicio cuidaos=cuidados dueles=duele
    qien=quien presio=precio presios=precios bonceado=bronceado cuanro=cuanto cuato=cuanto maqillar=maquillar
    """
)
"""Short spellings, and the words meant."""

NAMES: Final = vocabulary(
    """
    cuanto cuantas cuesta precio precios funciona sesiones sesion recuperacion maquillaje maquillarme ejercicio
    gimnasio tratamiento retinol tretinoina exfoliarme exfoliar despues cuidados cicatrices cicatriz embarazada
    bloqueador resultados anestesia doloroso peligroso direccion horario cancelar agendar microneedling microagujas
    sangrar promociones descuento arrugas permanente asolearme bronceado enfermera doctora tiempo explicar consiste
    duele dolera
    """
)

ORDINARY: Final = vocabulary(
    """
    cuanta cuantos cuento cuenta cuentas cuestan preciosa precioso funcionan sesion ejercicios maquillada
    tratamientos resultado tiempos tiene doler horarios duelen duerme suele cuelga cuello muele
    """
)

STRONG: Final = re.compile(
    r"[\u00bf]|\b(?:qu\u00e9|c\u00f3mo|cu\u00e1nt[oa]s?|cu\u00e1ndo|d\u00f3nde|qui\u00e9n(?:es)?|cu\u00e1l(?:es)?)\b",
    re.I,
)
"""An accent (or the sign) that only a question has."""

_LEADS: Final = (
    r"(?:mas o menos|hola|buenas|buenos dias|buenas tardes|buenas noches|disculpe|disculpa|perdon|oiga|oye|senorita|"
    r"una pregunta|pregunta|una duda|tengo una duda|tengo una pregunta|y|e|pero|ok|okay|bueno|gracias|por favor|"
    r"porfavor|quisiera saber|quiero saber|queria saber|me gustaria saber|nomas queria saber|queria preguntar|"
    r"quiero preguntar|quisiera preguntar|me puede decir|me podria decir|puede decirme|podria decirme|sabe|saben|"
    r"sabes|digame|dime|no|si|ah|pues|entonces|tambien|ademas|mire|fijese que|es que|solo|nomas|de casualidad|amiga|"
    r"hi|hello|hey|doctora|doctor)"
)
_OPENS: Final = (
    r"(?:quiero|necesito|me gustaria|quisiera|ocupo) (?:una cita|cancelar|cambiar|mover|sacar|hacer (?:una )?cita|"
    r"agendar|reservar|programar|apartar)|me dan? (?:el |un )?(?:precio|informacion|costo|presupuesto)|"
    r"me tienen que|hay (?:cuidados|efectos|sesiones|molestias)|necesito mas|cuando voy|con una (?:sola )?sesion|"
    r"es para|usted es (?:un|una)|esto es (?:un|una)|despues de cuant[oa]s?|a l[oa]s cuant[oa]s|regresan?|vuelven?|"
    r"se quitan?|quedan?|estan (?:en|abiertos|cerca)|usan?|que (?!yo|si|no|la|el|los|me|se|te|le|mi)\w+ (?:uso|"
    r"me pongo|debo|puedo|recomiend\w+)|como (?:regreso|vuelvo|cambio|borro|edito|contesto)|cuant[oa]s?\b|"
    r"cada cuant[oa]s?\b|cada que tanto\b|como cuant[oa]s?\b|lo (?:aprobo|aprueba|hace|hacen|cubre|va a)\b|"
    r"como (?:funciona|trabaja|es|son|se|agendo|hago|le hago|puedo|saco|reservo|pago|esta|seria|lo|quedo|voy|me|"
    r"cuido|queda|a)\b|a como\b|(?:que|q) (?:es|son|tan|tanto|cuidados?|precios?|pasa|hago|debo|tengo|puedo|"
    r"horarios?|protector|crema|riesgos?|efectos|trata|mejora|ayuda|cura|tratan|me|se|significa|quiere|incluye|"
    r"hacen|hace|tiempo|dias|numero|productos?|contraindicaciones|necesito|hay|tipo|costo|cosas?|tal|no debo|"
    r"no puedo|no se puede|promociones|sesiones|bloqueador|onda con)\b|(?:para|pa|por|de|en|a|con|desde|"
    r"hasta) (?:que|cuando|donde|quien|cuanto|cuantas?|cual)\b|cual(?:es)? (?:es|son|seria|debo)\b|cuando (?:puedo|"
    r"se|es|debo|tengo|vuelvo|dejo|abren|hay|seria|veo|vere|empieza\w*|podria|podre|paro)\b|(?:en )?donde (?:estan|"
    r"esta|queda|quedan|es|puedo|se|hago|saco|llamo|agendo)\b|adonde\b|quien(?:es)? (?:hace|lo|me|ve|es|la|aplica|"
    r"pone|atiende|va|eres|realiza|puede|contesta|habla)\b|duele|duelen|dolera|me (?:va|van) a|se me va a|va a|"
    r"voy a (?:sangrar|estar|quedar|sentir|tener|ver)|(?:me )?(?:puedo|puede|podria|podre|pueden|podemos|debo|"
    r"deberia)|se (?:puede|siente|ve|pela|nota|necesita|hincha|inflama)|tengo que|hay (?:que|estacionamiento|algun|"
    r"alguna|descuentos?|promo\w*|lugar|riesgo\w*|tiempo|problema)|es (?:muy |tan |)(?:seguro|segura|normal|"
    r"doloroso|caro|permanente|peligroso|necesario|mejor|con|lo mismo|usted|un robot|una persona|bueno|malo|"
    r"recomendable|verdad|posible|efectivo)|esta (?:aprobado|permitido|bien)|estoy hablando|hablo con|eres (?:un|"
    r"una|real)|sirve|sirven|funciona|ayuda|quita|tienen|tiene (?:tiempo|efectos|riesgos?|contraindicaciones|algun)|"
    r"aceptan|abren|ponen|le ponen|me ponen|usan|dan|venden|hacen|hablan|cobran|atienden|manejan|ofrecen|"
    r"deja marcas?|deja cicatri\w*|lo hace|con una sesion|vale la pena|necesito (?:cuantas|ir|dejar)|soy candidat\w|"
    r"info de|informacion (?:de|del|sobre)|los? precios?|el (?:precio|costo)|precios?|costo|explique|expliqueme|"
    r"expliquenme|de verdad (?:funciona|sirve|duele)|saber (?:el|la|los|cuanto|como|si|que)|y (?:el|la|los|las|si|"
    r"para|duele)"
)
START: Final = re.compile(rf"^(?:{_LEADS} )*?(?P<asks>(?:{_OPENS})\b)")
MIDDLE: Final = re.compile(
    r"(?<!se )(?<!no )(?<!recuerdo )(?<!acuerdo )(?<!que )(?<!depende de )(?<!se me )\b(?P<asks>cuant[oa]s? (?:es|"
    r"cuesta|cobran|sale|tiempo|dura|tarda|dias|sesiones|veces|son|me|vale|espero|me espero|debo|necesito|voy|hay|"
    r"antes|despues)\b|cuando (?:puedo|se|debo|vuelvo|dejo)\b|como (?:funciona|le hago|hago|agendo|se|puedo)\b|"
    r"que (?:es el|hago|debo|puedo|pasa si|cuidados|precio|tan)\b|cual(?:es)? (?:es|son)\b|(?:me )?(?:puedo|puede|"
    r"pueden|podria)\b|(?:eso|esto) duele\b|se puede\b|se lo puede\b|puede (?:hacer|hacerse|usar|venir|ir)\b|"
    r"es tambien\b|aplica\b|cada cuanto\b|se siente\b|se (?:nota|ve|ven|quita)\b|me lo puedo\b|tengo que dejar\b|"
    r"duele mucho\b|me va a\b|se me va a\b|es (?:problema|seguro|peligroso|malo)\b|hay (?:problema|algun problema|"
    r"riesgo)\b|sirve\b|funciona\b|quisiera saber\b|quiero saber\b|me gustaria saber\b)"
)
NO_OPENERS: Final = re.compile(
    r"(?:desde que|el precio no|cual es no|cuando puedo (?:lo|la|me|uso)|cual es no|como (?:hace|dos|tres|cuatro|un|"
    r"una|que|\d+)\b|que (?:yo|pena|si|no(?! (?:debo|puedo|se puede))|bueno|padre)\b|tengo que (?:irme|ir al|"
    r"trabajar)|(?:puedo|podria) (?:en|por|el|los|a las|manana|despues de las|cualquier)\b|cuanto antes|ayuda$|"
    r"es (?:una|un) (?!persona|robot))"
)
SURE: Final = re.compile(
    r"(?:hablan|venden|tienen|hacen|aceptan|manejan|ofrecen|atienden|abren|quien|cual|donde|cuanto|(?:con|a|en|de|"
    r"desde|para|por) (?:que|cuando|donde|cuanto|quien)|hay estacionamiento|puedo (?:usar|ponerme|ir|tomar|comer|"
    r"llevar|seguir|hablar)|quiero hablar|como (?:regreso|vuelvo|cambio|borro|edito|contesto)|tengo que|que quiere|"
    r"que significa)\b"
)
"""Beginnings that ask without a mark, whatever it is about."""
ALONE: Final = vocabulary("duele dolera")
"""A question in one word."""
JOINS: Final = vocabulary("y o e tambien ademas pero entonces")
ASKING_OF: Final = vocabulary("usted ustedes tienen tiene hay puedo puede es son necesito se me va debo")

TELLS_SPANISH: Final = vocabulary(
    """
    que de la el los las es me se puedo cuanto cuanta cuantas cuantos como cuando donde quien para por con una un y
    si en mi lo le al del tengo hay hago sirve duele precio esta son usted cual tiene tienen puede su sus ya mas
    despues antes ponen costo dolera hacen abren venden hablan cuesta cita sesiones funciona quita ayuda soy estoy
    tomo va voy recuperacion doloroso sol
    """
)
TELLS_ENGLISH: Final = vocabulary(
    """
    the is it do does how what when can will you i my to of for and in on are much many hurt price this that have
    with should at not any be
    """
)
"""Little words of each language, to tell in which of them a text is."""
