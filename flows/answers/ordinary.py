"""Ordinary words, English and Spanish, that look like the name of a product and are none."""

from __future__ import annotations

from typing import Final

from flows.answers.wording import vocabulary

ORDINARY: Final = vocabulary(
    """
    abolition absorbida accident account accountant accounts accurate accurately accustomed acetone aclarando
    acquaint acquainted acrylic active actual actually actuan actuen acudan acuden acumen acusan acute adaptable
    adapted adapter adopted aeronave aeroplane afectar alarmante aldana alegra alfredo allentown alphabet alterno
    amorphous angelic angelique ansiedad antiguedad ardilla artistas artistic aspiran aspiring atracciones
    attractions autorizacion barbaric baseline benson biopsy blairs blanqueo blocking bloqueada bloqueadas bloqueado
    bloqueados bloqueando bloquear bloquearon boreal boutique bronze bronzer buffer buffett butane caidos calamidad
    calamity califica calumnia cantabrico cantidad carabina carbonato carolina castillo catalina catarina caudales
    ceilings ceramica ceramicas ceramicos cerati cercania chaney channel chapel chopsticks chucking cierro circadian
    circulan claras clarify clarin clarins claritin clarity clarks claros clearly clicking clocking clubbing
    coalition colision collage collared collares collated colleges comunique concealed conceder concejales conexion
    contacte contaria contract contracted contracts contraste contrate contraten correccion correction corrosion
    cortisol craves critique dealings dedicacion dedicarme denominator denton depuracion derivacion dermal
    desolacion destilacion diferente diferido diferir differ differed difference different differently differing
    differs difieren discuten discutian disputan dogmatica donation dramatica dreading eminencia eminente emulator
    enfocarse enigmatic enigmatico enviaron enzyme enzymes eolico equated escalando estropeado etanol evidence
    evolution excels exiles exilio extraccion extracting extraction extractos fabio factoria fallow farmaco feel
    feeling feelings feels fenton fierro financia flexion flicking flocking flotation foundational fractura
    fracturas fracture freedman freedom freeman freemium freezing friedman fundacion galactica garner gasolina
    gasoline genoma genova gestation glycerin glycerine glycerol heartbeat heartless hilarante humana humano humans
    idyllic ilustra insane isotope isotopes isotropic isotropy jenner jester jonathan juridico lactase lactate
    lactose lakers landline laser lasers lastra later layer lifeline litera loser losers lustre madeline magnetic
    magnetico magnetism mandalay mandaria mandarin mandolin manzanillo maquillar matisse medicare meetings menton
    metallic methane microbes mutant mutation nacidos national navajo neurology occupant octane onscreen optane
    orange ordinances ordinaria ordinarias ordinarily ordinario ordinarios ordinary oriental orpheus pacific
    pacifico pacificos pacifist pacifista palatine pantanos pantheon parkland partidos patronato peeing peeking
    peeled peeler peeping peering pepito perciben perdidos perito petroleo petrolero petroleum philosopher piramide
    piramides planifica plasmado plastic playmate pledge plugging plumbing plunging police policy polish polished
    porcelain position practice practise pretense pretension primed primes proactive proactively procura productive
    prohiben projective propane protective protegia protein proteina protesta purity rastro ratifica rational
    reactive reeling refinance reflex regional relevance reliance renewal renewed renova renovar renovate renovated
    renovo repetidos reprisal resorting restart retail retain retained retencion retenida retenido retention retina
    retinas retinopathy retiradas retirados retired retirees retires retorcida retrieval return revitalize riddance
    robotics ruskin sabina sacate sacrifica sanabria santidad saving scarface scrubbed scrubs sculpted sculptor
    sculptors sculptural sculpture secret seedlings seminole sensible sensibly sentidos sentinel shading shaking
    shaming shaping sharing shearing shoving shredding shrubs sibley slacking slapstick smearing sneezing solace
    solange solution spellings spreading stargate stride strided strider strides stringent suavidad submission
    sucesion sulfuro sumision swearing sweeping tactic tactico tallos tardaria targeted targeting tartaros taxing
    tematica tension terminator thayer theatrical tickle tickles tingle tocino tolerance tolerant tolerante tolerate
    topical training trataria treading treating treatment trending triage trineo tropical trucking tweaking tweeting
    twerking twinkle typical ultrasonic urology vacate verses vertidos vestidos violation vocation wading waging
    waking wallow waning waving wheezing yoghurt zarate
    """
)
"""Words of everyday English and Spanish, and names, that are near the name of a product."""
