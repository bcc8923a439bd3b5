"""Words of everyday talk, English and Spanish, that name no product: what is left over when a sentence is told."""

from __future__ import annotations

from typing import Final

from flows.answers.everyday_english import COMMON_ENGLISH
from flows.answers.everyday_spanish import COMMON_SPANISH
from flows.answers.wording import vocabulary

SMALL: Final = vocabulary(
    """
    a able about above actually after again ago all almost along already also always am amount an and another any
    anymore anything apart are around as ask at away back bad basic basically be because been before being below
    besides best better between big bit both bought bunch but buy by call called came can cannot cant certain change
    check clear come common consistently could couldnt couple current currently daily day days did didnt different
    do does doesnt doing done dont down during each early eight either else end enough especially etc even evening
    evenings ever every everyday everything exact exactly fall feel few fifteen finally find fine finish finished
    finishing first five for forget forgot four friday friend from front full fully further gave get gets getting
    give given giving go goes going gone good got gotten great ha had half happen hard has hasnt have havent having
    he heard hello help her here hers hey hi him his hmm hold home honestly honey hope hour hours house how i id
    idea idk if ill im in instead into is isnt it its itself ive january just keep kept kind kinda knew know known
    last lastly late lately later least left less let life like liked likes little live lol long longer look looked
    looking lot lots love loves low made main mainly make makes making many march maam may maybe me mean medium
    meant mid might mild mine minute minutes moment monday month monthly months more morning mornings most mostly
    much must my myself name named names near need needed needs never new next nice night nightly nights nine no
    nobody none nope nor normal normally not nothing now number occasionally of off often oh ok okay old on once one
    ones only open opened or other others otherwise our ours out over own pack part per percent percentage perhaps
    person piece place plain please plus possibly pretty prior probably put puts quit quite ran rarely rather read
    really reason recall recent recently regular regularly remember rest right round run said same sat saturday saw
    say says see seem seems seen sent set seven several she should show since six small so some somebody someone
    something sometimes somewhere soon sorry sort spell spelled spelling spring start started starting starts still
    stop stopped stopping store strong stuff such summer sunday super supposed sure take taken takes taking tbh tell
    ten than thank thanks that thats the their them then there these they thing things think thinking third this
    those though three through thursday till time times to today together told tomorrow tonight too took total
    totally tried tries try trying tuesday turn twelve twenty twice two type ugh um under until unless unsure up
    upon us use used user uses using usually very wait want was wasnt way we wednesday week weekend weekends weekly
    weeks well went were weve what whatever whats when whenever where whether which while who whole why will winter
    wish with without wont word work working works would wouldnt write yeah year yearly years yep yes yesterday yet
    you your youre yours zero n w u ur r tho agua etiqueta embarazarme bello bigote vello clue tallo tallar froto
    worn sells jk label labels
    threw thrown throw tossed trash thru bc cuz cause rn til pls plz thx ty
    omg eg ie fyi btw asap sorta
    gonna wanna gotta dunno nah yup yea ya
    """
)

AROUND: Final = vocabulary(
    """
    acne active actives aesthetician aging allergies allergy aunt bathroom beauty blackhead blackheads blemish
    blemishes blue body bottle bottles box boyfriend brand brands breakout breakouts brother brown bump bumps bumpy
    cabinet cheap cheek cheeks chest chin clean cleanser cleansers cleansing clinic cosmetologist cousin cream
    creams dad dark daughter derm derma dermatologist dermatologists dermatology doc doctor doctors dr drop drops
    drugstore dry dryness esthetician expensive expired eye eyelid eyelids eyes face facial facialist fancy father
    fine flaky forehead foam foams foaming formula free generic gentle gift girlfriend glow goop goo gp green hand
    hands husband ingredient ingredients itchy jar japan japanese jaw kit korea korean label lines lip lips liquid
    little london lotion lotions mask masks med medicated medicine medicines medication medications meds men mexican
    mexico mg milky ml mom mother natural neck niece nose nurse nurses ointment ointments oil oils oily online
    orange organic otc over oz pad pads patch pharmacist pharmacy physician pharmacies pigmentation pimple pimples
    pink pm pores pore prescribe prescribed prescribes prescription prescriptions product products provider pump
    purple red redness regimen routine rx sale salon sample sampler samples scar scars script sensitive serum serums
    shelf shop shower sink sister skin skincare skincares sleep soap son spa spas spot spots step steps stick
    stretch strength stronger strongest sun swear target teen teenager texture tingly toner toners treat treating
    treatment treatments tube tubes tub uneven walgreens walmart wash washed washes washing water white whitehead
    whiteheads wife wipe wipes wrinkle wrinkles yellow younger zit zits sephora ulta amazon cvs costco tiktok
    instagram youtube ebay tj maxx college school high gym pregnant pregnancy baby texas chicago florida canada uk
    europe india turkey tijuana missouri st louis insurance refill refills apply applied applying rub rubbed layer
    layers mix mixed mixing combo combination alternate alternating switch switched switching rotate weaker lowest
    highest dose doses dosage course courses round rounds grade teens twenties thirties forties age ages january
    february april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec christmas thanksgiving halloween easter birthday vacation wedding trip
    """
)
"""Skin, people, places and packages, which stand around a product's name."""

SPANISH: Final = vocabulary(
    """
    acuerdo acordar recordar conoce sepa llame a abajo abril absolutamente abuela abuelita acaba acabe acabo
    actualmente adelante ademas agosto ahi ahora
    ahorita al algo alguien algun alguna algunas alguno algunos alla alli amiga amigo ano anos anoche ante anterior
    antes antier anteayer aparte apenas aplicaba aplicado aplicando aplicar aplico aplique aprox aqui arriba asi aun
    aunque ayer ayuda bano bien blanca blanco bueno buena buenas buenos busco cada cae caja cama cambie cambio cara
    casa casi ciertas cierto cinco clara claro clinica color comence como comparto compre compra comprado compro con
    conmigo conozco consultorio contiene contra cosa cosas cosmetologa cosmetica costumbre creo crema cremas cremita
    cual cuales cualquier cuando cuanto cuatro cuello cuenta cuestion cutis da daba dado dan dar de debe decia deje
    dejado dejar dejo del dermatologa dermatologo dermatologos derma desde despues dia diaria diariamente diario
    dias dice dicen diciembre dieron diez dijeron dijo dio doctor doctora donde dos duda durante e el ella ellas
    ellos embarazada empece empezar empezo empieza en encima enero enfermera entonces entre epoca era eran es esa
    esas ese eso esos espalda espinillas esta estaba estado estamos estan estar estas este esto estos estoy estuve
    etc exactamente febrero fin finales formula foto frasco frente fue fui fuerte gel geles gotas gracias granitos
    granos grasa grasosa gusta gusto ha habia hace hacer hacia hago haga han hasta hay he hecha hecho hermana
    hermano hice hija hijo hizo hola hora horas hoy hubo igual ingrediente ingredientes jabon jabones jueves julio
    junio la labios lado las lavar lavarme lavo le lejos les limpiador limpiadora limpieza linea liquido llama
    llamaba llaman llamo llevo llevaba lo locion los luego lugar lunes luz madre mama manana mananas manchas mano
    manos marca marcas martes marzo mas mascarilla mascarillas mayo mayor me medicamento medicina medico medica
    medio mejor mejillas menos mes meses mezcla mi miercoles minutos mio mis misma mismo momento mucha mucho muchas
    muchos muy nada nadie naranja nariz necesito negro negros ni ningun ninguna ninguno no noche noches nombre nomas
    normal normalmente nos nose novia novio noviembre nueva nuevo nunca o ocho octubre ocupo ocupaba ojos olvide
    olvido once otra otras otro otros padre papa para parece parte pasada pasado paso pastilla pero persona pesos
    piel poca poco pocas pocos podria polvo pomada pomadas pomadita ponerme pongo ponia por porque preparatoria
    prepa prima primera primero primo principio probe probado producto productos pronto puede puedo pues puntos pura
    puro puse puesto que quien quiero quiza quizas quite receta recetada recetado recetaron receto recete
    recomendaron recomendo recuerdo regalo regalaron regularmente resto roja rojo ropa rosa rostro rutina sabado
    sabe saber sale salio sali salon se sea secundaria segun seguro seis semana semanal semanas senora senorita
    septiembre ser seria serum siempre siete si sido siendo sin sino sobre sol sola solamente solia solo son soy spa
    su suave suero sueros suficiente supuestamente supe sus tal tambien tampoco tan tanto tarde tarda te temporada
    tenga tengo tenia tenido terminar termine tia tiempo tiempos tiene tipo toda todas todavia todo todos tonico
    tonicos tratamiento tratamientos tres tu tubo tuve ultima ultimamente ultimo un una unas uno unos usa usaba
    usado usamos usando usar uso usted use va vacaciones varias varios veces ver verde vez viernes vivia voy y ya yo
    zona farmacia farmacias guadalajara similares ahorro dermatologia tienda mercado internet mexico colombia
    guatemala honduras salvador venezuela argentina espana peru cuba republica dominicana puerto rico semanales
    lentes bolsa bote botella presentacion comercial generico generica porciento gramos miligramos ciento hidrata
    limpia tmb tb q xq pq xfa dr dra sra sr pa porfa disculpe perdon oiga fijese mire aveces menudo rato ratos
    cuidado acne barros barritos cicatrices arrugas antiarrugas facial faciales corporal natural casero casera
    caseros cabello pelo tocador bebe embarazo imagino supongo segura exacto correcto llamado llamada algodon
    algodoncitos dermatologica dermatologico
    """
)

EVERYDAY: Final = SMALL | AROUND | SPANISH | COMMON_ENGLISH | COMMON_SPANISH
"""Words that name nothing; what is made of these alone is no product."""
