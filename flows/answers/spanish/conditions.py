"""Conditions by their Spanish names, without accents: patterns of plain words, as data."""

from __future__ import annotations

from typing import Final

from flows.answers.wording import phrases

_METAL: Final = (
    r"(?:acero|metal(?:es)?|niquel|lidocaina|novocaina|benzocaina|tetracaina|anestesi\w*|crema (?:anestesica|"
    r"que duerme|para dormir)|"
    r"bisuteria)"
)
HEALTH: Final = phrases(
    r"""
    embaraz\w*, enbaraz\w*, emabraz\w*, embrazada, encinta, prenada, estoy en estado(?! de), espero (?:un )?bebe,
    esperando (?:un )?bebe, esperando familia, (?:meses|semanas) de gestacion, amamant\w*, lactan\w*, lactancia, doy
    (?:el )?pecho, dando (?:el )?pecho, doy de mamar, dando de mamar, dar pecho, buscando (?:un )?bebe, tratando de
    (?:embarazarme|concebir|tener un bebe), quiero embarazarme, fecundacion in vitro, posparto, postparto, recien
    parida, acabo de parir, tuve (?:un |a mi )?bebe, cancer\w*, kancer, melanoma\w*, carcinoma\w*, tumor\w*,
    quimio\w*, radioterapia, radiacion, leucemia, linfoma, (?:lunar|mancha|bolita|verruga)(?:es|s)?
    (?:raro|rara|sospechos\w*|que (?:me )?(?:preocupa|crece|cambio|sangra)), actinica\w*, hemofili\w*, emofilia, von
    willebrand\w*, coagul\w*, anticoagul\w*, anti coagul\w*, antikoagul\w*, anticuagul\w*,
    (?:adelgazar|diluir|adelgaza|diluye|aguada?r) (?:la )?sangre, (?:pastillas?|medicina) para (?:la )?sangre,
    sangro (?:mucho|facil\w*), me salen moretones, moretones facil\w*, plaquetas, trombos\w*, trombo\w*, warfarina,
    aspirina, heparina, clopidogrel, infeccion(?:es)? (?:en|de) la piel, piel infectada, infectad[oa], impetigo,
    celulitis infecciosa, estafilococo, hongos? en la piel, queloid\w*, keloid\w*, keloyd\w*, queloyd\w*,
    cicatri(?:z|ces|zo|zacion) (?:queloid\w*|abultad\w*|mal), diabet\w*, diabetis, diavet\w*, azucar (?:alta|en la
    sangre), insulina, metformina, glucosa alta, inmun\w*, auto ?inmun\w*, inmuno\w*, defensas bajas, lupus,
    artritis, esclerodermia, esclerosis, crohn, hashimoto, vih, sida, metotrexato, prednisona, cortisona,
    esteroides?, corticoides?, biologico, trasplant\w*, transplant\w*, (?:del|al|el|de) corazon, problemas?
    (?:cardiac\w*|del corazon), cardiac\w*, cardiopatia, soplo, marcapasos?, arritmia\w*, infarto, herpes\w*, erpes,
    herpez, fuegos? (?:labial\w*|en (?:el|los|la) (?:labios?|boca)), me salen fuegos?, fuegos?$, calenturas? en
    (?:el|los) labios?, boqueras?, culebrilla, varicela, eczema, eccema, exema, ecsema, dermatitis, psoria\w*,
    soriasis, sorasis, psoriacis, rosacea, rozacea, acne activo, acne quistico, mucho acne, botox, botocs, bottox,
    dysport, xeomin, rellenos?, juvederm, restylane, acido hialuronico inyectado, micropigment\w*, microblad\w*,
    maquillaje permanente, delineado permanente, cejas tatuadas, tatuaje\w* (?:en|de) (?:la |las |el |los
    )?(?:cara|cejas?|cuello|ojos?|labios?), vitiligo, epilepsia, convulsion\w*
    """
) | {
    rf"alergi\w*(?: \w+){{0,6}}? {_METAL}",
    rf"{_METAL}(?: \w+){{0,3}}? alergi\w*",
    rf"reaccion\w*(?: \w+){{0,3}}? (?:a|al|con|por) (?:\w+ )?{_METAL}",
}
"""Pregnancy; cancer and blood; infection; scars; sugar, immunity and heart; skin, and what was done to it."""
ASKED: Final = HEALTH | phrases(
    r"""
    corazon, presion alta, hipertens\w*, alergi\w*, niquel, lidocaina, tatuajes?, cicatri(?:z|ces)
    (?:nueva|reciente)s?, cirugia\w*, operacion\w*, me operaron, acne, granos?, granitos?, granotes?, espinillas?,
    barros?, barritos?, quistes?, verrugas?, lunares?, lunar, infeccion\w*, hongos?, quemad\w*, quemaduras?, me
    queme, asolead\w*, insolad\w*, sarpullid\w*, salpullid\w*, ronchas?, urticaria, irritad\w*, irritacion\w*,
    rojec\w*, enrojec\w*, roj[oa]s?, rojit[oa]s?, coloradit[oa]s?, inflamad\w*, inflamacion\w*, heridas?,
    heridit\w*, llagas?, ulceras?, costras?, costrit\w*, cortad\w*, cortaduras?, raspon\w*, raspad\w*, ampollas?,
    comezon, picazon, me pica, ardor, me arde, descamad\w*, pelando, pelandose, despellej\w*, fuegos?, aftas?,
    resec\w*, manchas?, manchit\w*, manchad\w*, panos?, panit\w*, melasma\w*, cloasma, hiperpigment\w*, pigment\w*,
    pecas?, marcas?, marquit\w*, tono (?:disparejo|desigual)s?, dispareja?, disparejo, tono no parejo, oscurec\w*,
    ojeras?, paperas, anemia, tiroides, rinon\w*, higado
    """
)
"""What answers a question on health or skin besides."""
_YOUNG: Final = r"(?:\d|1[0-7]|doce|trece|catorce|quince|dieciseis|diecisiete|diez y (?:seis|siete))"
_TIME: Final = r"(?:dias|semanas|meses|horas|minutos)"
YOUNG: Final = phrases(
    rf"""
    (?:tengo|tiene|acabo de cumplir|cumpli) (?:solo |apenas )*{_YOUNG} an(?:it)?os(?= de edad| y | puedo| pero|$),
    menor(?:es)? de (?:edad|18|dieciocho), soy menor$, (?:hij[oa]|sobrin[oa]|herman[oa]|nin[oa]) (?:es )?de {_YOUNG},
    no (?:he cumplido|cumplo|tengo)(?: aun| todavia)? (?:los )?(?:18|dieciocho),
    (?:todavia|aun) no (?:cumplo|tengo|he cumplido) (?:los )?(?:18|dieciocho),
    (?:casi|por cumplir|voy a cumplir|cumplo|cumplire) (?:tengo |cumplo |de )?(?:los )?(?:18|dieciocho)(?! {_TIME})
    """
)
"""An age under 18."""
