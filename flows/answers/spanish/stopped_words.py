"""Taking pills and having taken them, in Spanish, in the words that the reader of the isotretinoin question knows."""

from __future__ import annotations

from typing import Final

from flows.answers.rewording import Rewording, table
from flows.answers.wording import vocabulary

_IT: Final = r"(?:(?:me )?l[aoe]s? |me )?"
_TAKING: Final = r"(?:tomando|usando|consumiendo)(?:me)?(?:l[aoe]s?)?"
_TAKE: Final = r"(?:tom(?:ar|arme)|usar|consumir)(?:l[aoe]s?)?"
_TAKEN: Final = r"(?:tomado|usado|probado|consumido|necesitado|oido|escuchado)"
_THOSE: Final = (
    r"(?: (?:eso|esa|ese|esos|esas|nada de eso|de eso|nada|ninguna?|(?:esas |esa )?(?:pastilla|pildora|capsula)s?"
    r"(?: de esas)?))?"
)
_COURSE: Final = r"(?: (?:con )?(?:el |mi |la |las |los )?(?:tratamiento|pastillas?|capsulas?|cajas?))?"

STOPPED: Final[tuple[Rewording, ...]] = table(
    (
        (rf"(?:llevo|tengo|voy) (.{{1,25}}?) {_TAKING}", r"been taking it for \1"),
        (
            r"(?:desde )?hace ([a-z0-9 ]{1,20}?) que l[ao]s? tomo|desde hace ([a-z0-9 ]{1,20}?) l[ao]s? tomo",
            "taking it now",
        ),
        (r"^(?:(?:si|ya|pues) )*desde hace .{1,30}", "taking it now"),
        (r"(?:la|lo|las|los)? ?tomo desde (?:hace )?[a-z0-9 ]{1,20}", "taking it now"),
        (r"me faltan? .{1,25}", "almost done"),
        (
            r"(?:todavia |aun )?no (?:he )?(?:termin\w+|acab\w+)|(?:todavia|aun) no (?:la |lo |las |los )?(?:dejo|"
            r"he dejado|termino|acabo)|"
            r"no (?:la |lo |las |los )?(?:he dejado|dejo|deje)(?: de \w+)?",
            "still taking it",
        ),
        (
            r"(?:ya )?(?:casi|ya mero) (?:l[ao]s? )?(?:termino|acabo|dejo)|(?:a punto de|estoy por|por|voy a|"
            r"vamos a|pienso|debo) "
            r"(?:terminar|acabar|dejar)(?:l[ao]s?)?|(?:termino|acabo|l[ao]s? dejo|dejo)(?! de)",
            "i will finish",
        ),
        (rf"(?:voy a|quiero|pienso|estoy por) (?:empezar|comenzar|iniciar|tomar){_COURSE}\w*", "going to start"),
        (r"(?:volvi|regrese) a \w+|otra vez|de nuevo|nuevamente", "again"),
        (r"(?:segunda?|otra?) (?:ronda|tratamiento|ciclo|vuelta|curso)", "second course"),
        (rf"{_IT}(?:estuve|estaba) (?:{_TAKING}|en tratamiento|en el tratamiento)", "was taking it"),
        (
            rf"{_IT}(?:estoy|sigo|ando|continuo) (?:{_TAKING}|en (?:el )?tratamiento)|en tratamiento|{_TAKING}",
            "taking it now",
        ),
        (
            rf"(?:todavia|aun) {_IT}(?:tomo|uso)|{_IT}(?:tomo|uso) (?:todavia|aun|ahora|ahorita|diario)",
            "still taking it",
        ),
        (r"ya no(?: (?:l[aoe]s? |me )?(?:tomo|uso|estoy))?", "not anymore"),
        (rf"(?:antes )?{_IT}(?:tomaba|usaba|solia tomar(?:l[ao]s?)?)(?: antes)?", "used to take it"),
        (rf"no {_IT}(?:tomo|uso|estoy tomando|consumo){_THOSE}", "i dont take it"),
        (
            rf"(?:no )?(?:nunca|jamas) (?:en mi vida )?{_IT}(?:h?e |eh )?(?:{_TAKEN}|tome|use|tomo|uso){_THOSE}",
            "never taken",
        ),
        (rf"no {_IT}(?:he|eh|e) {_TAKEN} (?:nunca|jamas){_THOSE}", "never taken"),
        (rf"no {_IT}(?:he|eh|e) {_TAKEN}{_THOSE}", "havent taken it"),
        (r"(?:nunca|jamas)", "never"),
        (r"en mi vida|en la vida", "in my life"),
        (
            rf"(?:ya )?{_IT}(?:deje|pare|suspendi|descontinue|cortaron|quitaron|suspendieron|retiraron|"
            rf"quite)(?: de {_TAKE})?{_COURSE}",
            "stopped",
        ),
        (rf"(?:ya )?{_IT}(?:termine|acabe|finalice|complete|conclui)(?: de {_TAKE})?{_COURSE}", "finished"),
        (
            r"(?:mi |la |las |el )?ultim[oa]s? (?:pastilla|pildora|capsula|dosis|toma|caja|"
            r"vez)s?(?: (?:que )?(?:l[ao]s? )?(?:fue|tome|use))*",
            "last pill was",
        ),
        (rf"{_IT}(?:empece|empeze|comence|inicie)(?: a {_TAKE}| con| el)?{_COURSE}", "started"),
        (
            r"(?:cuando era |de |cuando estaba )(?:muy |mas |bien )?(?:adolescente|joven|jovencit[oa]|chic[oa]|"
            r"chiquit[oa]|nin[oa]|morr[oa]|muchach[oa])|"
            r"en (?:mi|la) (?:adolescencia|juventud)|de los (?:15|16|17|quince)",
            "as a teenager",
        ),
        (r"en (?:la |el )?(?:prepa|preparatoria|secundaria|secu|bachillerato|high school|colegio)", "in high school"),
        (rf"{_IT}(?:tome|tuve)|l[ao]s? use", "took it"),
        (r"(?:hace )?(?:como )?una decada", "10 years ago"),
        (r"en (?:el )?((?:19|20)\d\d)", r"in \1"),
        (r"(?:ahora|ahorita|actualmente)(?: mismo| si)?", "now"),
        (r"durante|por(?= \d| un| una| dos| tres| cuatro| cinco| seis)", "for"),
        (r"hasta", "until"),
        (r"tomo", "i take"),
    )
)
"""The first row comes first."""
OTHER_DRUGS: Final = vocabulary(
    """
    doxiciclina minociclina espironolactona antibiotico antibioticos tetraciclina eritromicina azitromicina amoxicilina
    """
)
BESIDE_DRUGS: Final = vocabulary("solo nomas tome tomo la para el pero fue un una y unos si puro puros nop")
