"""What people say in Spanish when no day in particular is hoped for, as whole answers."""

from __future__ import annotations

from typing import Final

from flows.answers.wording import phrases

ANY_DAY: Final = phrases(
    """
    lo antes posible, lo mas antes posible, lo mas pronto posible, lo mas pronto, cuanto antes, cuanto antes mejor,
    entre mas pronto mejor, mientras mas pronto mejor, tan pronto como se pueda, tan pronto como sea posible, ya,
    pronto, no tengo prisa, no hay prisa, sin prisa, cuando sea, cuando se pueda, cuando puedan, cuando ustedes
    puedan, cuando tengan lugar, cuando tengan espacio, cuando haya lugar, cuando haya, cuando quieran, cualquier
    dia, cualquiera, cualquier fecha, cualquier momento, el dia que sea, el que sea, cualquier dia esta bien,
    cualquier dia me queda bien, me da igual, me da lo mismo, no me importa, no importa, como sea, ninguno, ninguna,
    ninguno en especial, ninguna en especial, ninguno en particular, ninguna en particular, ninguna fecha, ningun
    dia, ningun dia en especial, ningun dia en particular, nada en especial, nada en particular, no tengo fecha, sin
    fecha, no tengo una fecha, no en especial, no en particular, no realmente, todavia no, aun no, no todavia, soy
    flexible, flexible, ustedes digan, usted diga, lo que tengan, el primero disponible, la primera cita, la primera
    disponible, el dia mas cercano, no tengo preferencia, sin preferencia, da igual, lo que sea
    """
)
