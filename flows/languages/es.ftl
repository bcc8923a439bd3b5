# Every word a client reads, in Spanish. The keys and gaps are those of en.ftl; NEAR($day) is "lun 2 de nov".
# Latin American Spanish, usted, short and plain. About the treatment it says what the English says, no more and no less.

## The start

ask-consent =
    ¡Hola! Soy el asistente automático de { $clinic }. Le ayudo a prepararse para hablar con nosotros sobre las microagujas con SkinPen (microneedling). Toma unos dos minutos, casi todo con toques.

    Antes de empezar:
    • Guardo aquí lo que usted responde. Solo lo lee el equipo de la clínica.
    • Lo guardamos { $finished } días después de que termine, o { $unfinished } días si no termina.
    • Telegram no es tan privado como una llamada.
    • No doy consejos médicos. No soy para emergencias: para eso, llame al 911.
    • Puede parar, borrarlo todo o mejor llamarnos en cualquier momento.

    ¿Está de acuerdo?
choice-consent-agree = Sí, de acuerdo
choice-consent-no_thanks = No, gracias; muéstreme los teléfonos
short-consent = Consentimiento

## The questions: what is asked, a short name for the card, and the words on the buttons

ask-age = Primero, ¿cuántos años tiene?
short-age = Edad
choice-age-under_18 = Menos de 18
choice-age-18_to_21 = De 18 a 21
choice-age-22_or_older = 22 o más

ask-name = ¿Cómo le podemos llamar? Basta con un nombre o un apodo.
short-name = Nombre

ask-goals = ¿Con qué le gustaría que le ayudemos? Toque todo lo que corresponda y luego toque Listo.
short-goals = Objetivos
choice-goals-acne_scars = Cicatrices de acné
choice-goals-neck_wrinkles = Arrugas del cuello
choice-goals-tone = Tono disparejo o manchas oscuras
choice-goals-texture = Textura y poros
choice-goals-other = Otra cosa

ask-area = ¿Qué zona tiene en mente?
short-area = Zona
choice-area-face = Cara
choice-area-neck = Cuello
choice-area-both = Cara y cuello
choice-area-other = Otra zona

ask-retinoid = ¿Usa algún retinoide en la piel? Por ejemplo: tretinoína, retinol, adapaleno (Differin) o Retin-A.
short-retinoid = Retinoide

ask-retinoid_product = ¿Qué retinoide es? Escriba el nombre que dice el tubo o el frasco. Si son varios, escríbalos todos.
short-retinoid_product = Producto con retinoide

ask-retinoid_last = ¿Cuándo lo usó por última vez?
short-retinoid_last = Último uso del retinoide

ask-isotretinoin = ¿Ha tomado pastillas de isotretinoína? Accutane, Claravis y Absorica son algunas marcas.
short-isotretinoin = Pastillas de isotretinoína
choice-isotretinoin-now = Las tomo ahora
choice-isotretinoin-under_6_months = Las dejé hace menos de 6 meses
choice-isotretinoin-6_to_12_months = Las dejé hace 6 a 12 meses
choice-isotretinoin-over_a_year = Las dejé hace más de un año
choice-isotretinoin-never = Nunca

ask-isotretinoin_last = ¿Más o menos cuándo tomó la última pastilla? Puede escribir un día, como “20 de agosto”.
short-isotretinoin_last = Última pastilla de isotretinoína

ask-exfoliant = ¿Usa algo que exfolie? Por ejemplo: ácidos (glicólico, salicílico), un exfoliante con granitos o un cepillo, un peeling en casa, o afeitarse la cara para dejarla lisa (dermaplaning).
short-exfoliant = Exfoliante

ask-exfoliant_product = ¿Cuál es? Escriba el nombre que dice el frasco, o lo que hace. Si son varios, escríbalos todos.
short-exfoliant_product = Producto exfoliante

ask-exfoliant_last = ¿Cuándo lo usó por última vez?
short-exfoliant_last = Último uso del exfoliante

ask-procedure = En los últimos 3 meses, ¿le hicieron un peeling, un láser, una microdermoabrasión o algo parecido en una clínica o un spa?
short-procedure = Tratamiento en los últimos 3 meses

ask-procedure_note = Cuénteme, por favor, qué le hicieron y más o menos cuándo.
short-procedure_note = Qué y cuándo

ask-pigment = ¿Tiene manchas oscuras, melasma (paño), marcas que quedan después de los granos, o el tono disparejo?
short-pigment = Manchas o tono disparejo

ask-sun_last = ¿Cuándo estuvo su piel por última vez bajo sol fuerte, con quemadura de sol o en una cama de bronceado?
short-sun_last = Último sol fuerte

ask-skin_now = ¿Tiene ahora mismo en la zona una quemadura de sol, una herida abierta, un fuego (herpes labial), un sarpullido o la piel irritada?
short-skin_now = Piel lastimada o irritada ahora

ask-health_stop =
    ¿Tiene algo de esta lista? No hace falta decir cuál.

    • embarazo o lactancia
    • cáncer de piel, o una mancha o lunar que le preocupa, en la zona
    • un problema de sangrado o de coagulación
    • alergia al acero inoxidable o a la anestesia
    • una infección de la piel ahora mismo
short-health_stop = Lista de salud 1
choice-health_stop-something = Sí, hay algo
choice-health_stop-none = Nada de la lista
choice-health_stop-tell_a_person = Prefiero decírselo a una persona

ask-health_review =
    ¿Y algo de esta otra? Tampoco hace falta decir cuál.

    • fuegos (herpes labial), ahora o antes
    • queloides (cicatrices abultadas)
    • diabetes
    • anticoagulantes (medicinas para adelgazar la sangre)
    • una enfermedad autoinmune, o un tratamiento que baja las defensas
    • un problema del corazón
    • eczema, psoriasis, rosácea o acné activo en la zona
    • una cicatriz de menos de un año en la zona
    • bótox o relleno hace poco
    • un tatuaje o maquillaje permanente en la zona
short-health_review = Lista de salud 2
choice-health_review-something = Sí, hay algo
choice-health_review-none = Nada de la lista
choice-health_review-tell_a_person = Prefiero decírselo a una persona

ask-series = ¿Sería su primera visita de microneedling, o está a la mitad de una serie?
short-series = Primera vez o serie
choice-series-first = Mi primera vez
choice-series-continuing = Continúo una serie

ask-series_last = ¿Cuándo fue su última visita de la serie? Puede escribir un día, como “2 de noviembre” o “hace 2 semanas”.
short-series_last = Última visita de la serie

ask-wish = ¿Hay algún día en que le gustaría venir? Escriba una fecha, como “12 de diciembre”, o toque No.
short-wish = Día deseado

ask-note = ¿Algo más que el equipo deba saber? Escríbalo, por favor; no puedo recibir fotos.
short-note = Nota para el equipo

ask-next_step = ¿Cómo quiere que sigamos?
short-next_step = Cómo seguir
choice-next_step-i_call = Yo llamo
choice-next_step-write_here = Escríbanme por aquí
choice-next_step-call_me = Llámenme, por favor

ask-phone = ¿A qué número le podemos llamar? Toque el botón de abajo para compartir el suyo, o escríbalo.
short-phone = Teléfono

ask-best_time = ¿A qué hora del día le queda mejor?
short-best_time = Mejor hora para llamar
choice-best_time-morning = Por la mañana
choice-best_time-afternoon = Por la tarde
choice-best_time-evening = Por la noche
choice-best_time-any_time = A cualquier hora

## Choices and buttons used in many places

choice-yes = Sí
choice-no = No
choice-not_sure = No lo sé
choice-still_using = Todavía lo uso
choice-skip = Saltar
choice-no_name = No sé el nombre
button-done = Listo
button-back = ‹ Atrás
button-confirm = Sí, así es
button-again = No, lo escribo otra vez
button-change_to_this = Sí, cámbielo
button-keep_old = No, deje lo anterior
button-change_it = Cambiarlo
button-change = ✎ { $question }
button-narrow_keep = No puedo decirlo con más exactitud
button-delete = Sí, borrar todo
button-keep = No, no borre nada
button-looks_right = ✓ Todo bien
button-how = Cómo funciona el microneedling
button-to_booking = Ir directo a la cita
button-to_form = Volver a donde estaba
button-previous = ‹ Atrás
button-next = Siguiente ›
button-review = Ver o cambiar mis respuestas
button-resume = Seguir con el formulario
button-start_over = Empezar de nuevo
button-share_contact = Compartir mi número de teléfono
ticked = ✓ { $label }
unticked = { $label }
day-today = Hoy
day-yesterday = Ayer
day-on = { NEAR($day) }
day-before = Antes del { NEAR($day) }
pick-one = Primero toque al menos una opción.

## Reading an answer back

noted = ✓ { $value }
verbatim = “{ $text }”
value-and = { $first }, { $rest }
value-skipped = (sin respuesta)
plain = { $text }
value-not_read = { $said } (guardado tal como lo escribió)
value-day = { DAY($day) }
value-until = { DAY($day) } o antes
value-between = entre el { DAY($first) } y el { DAY($last) }
confirm-value = Entendí esto: { $value }. ¿Está bien?
confirm-product =
    Entendí esto:
    { $found }

    ¿Está bien?
confirm-unclear = No conozco “{ $said }”. Se lo paso al equipo tal como lo escribió, y por precaución lo cuento. ¿Está bien escrito?
confirm-edit =
    Usted cambió su mensaje. ¿Cambio “{ $question }” a esto?
    { $value }
found = • { $name } ({ $class })
class-isotretinoin = isotretinoína, una medicina fuerte para el acné
class-oral_retinoid = un retinoide que se toma
class-retinoid = un retinoide
class-exfoliant = exfolia
class-procedure = un tratamiento en una clínica
class-unclear = el equipo va a revisar este
class-neither = ni retinoide ni exfoliante
narrow = ¿Qué día fue, lo más cerca que recuerde? Puede cambiar su primer día posible.
thanks = ✓ Gracias

## When something was not understood

again-not_understood = Perdón, no le entendí. { $example }
again-future_date = Ese día todavía no llega. Necesito un día que ya pasó. { $example }
again-past_date = Ese día ya pasó. { $example }
again-too_long = Eso es un poco largo para mí. { $example }
again-not_a_phone = Eso no parece un número de teléfono completo. { $example }
again-which_one = Eso puede ser más de un producto. ¿Cuál es? Basta con el nombre, o con el ingrediente principal que dice al frente. { $example }
again-tap = Esto necesito saberlo bien. Por favor toque uno de los botones. { $example }
example-choice = Puede tocar un botón, o escribir sus palabras o su número, como 1.
example-several = Puede tocar todo lo que corresponda, o escribirlo, como “1 y 3”.
example-yes_no = Puede tocar un botón, o escribir sí o no.
example-product = Escriba el nombre de la etiqueta, como “tretinoína 0.05%”.
example-past_date = Escriba un día, como “2 de noviembre”, “ayer” o “hace 3 días”.
example-future_date = Escriba un día, como “12 de diciembre”, o no.
example-phone = Escríbalo con el código de área, como 314-555-0123.
example-name = Basta con un nombre.
example-text = Basta con una o dos frases.
or_call =
    También puede llamarnos siempre que quiera:
    { $contacts }
kept_as_said = Lo guardé tal como lo escribió, para que lo lea el equipo. Sigamos.
type-again = Muy bien, escríbalo otra vez, por favor.
nothing-changed = Muy bien, no se cambió nada.
cant_skip = Necesito una respuesta a esta pregunta antes de seguir.
nothing_yet = Todavía no hay nada guardado de usted.

## The review card

card =
    Esto es lo que tengo. Toque lo que quiera cambiar.

    { $lines }
card-line = • { $question }: { $value }

## The plan

plan-ready = Según sus respuestas, ninguna de nuestras reglas de preparación le pide esperar.
plan-wait = Según sus respuestas, primero hay que esperar un poco.
plan-review = Según sus respuestas, primero alguien de nuestro equipo tiene que revisarlo.
plan-stop = Según sus respuestas, por favor no planee una visita todavía. Hable primero con nuestro equipo.
plan-today = Según nuestras reglas de preparación, no tiene que pasar ningún día antes.
plan-earliest = El primer día posible según nuestras reglas de preparación: { DAY($day) }.
plan-no_day = El equipo le dirá el día.
plan-why = Por qué:
reason = { $lines }
said = ↳ Usted dijo: { $question }: { $value }
counted-from = ↳ Nada desde el { NEAR($from) }, por { $count } días completos.
counted-earliest = ↳ Primer día para la visita: { DAY($earliest) }.
reason-minor = • Este formulario es para personas de 18 años o más.
reason-urgent = • Lo que escribió sonó urgente, así que primero debe revisarlo una persona.
reason-isotretinoin_now = • Pastillas de isotretinoína: la etiqueta del aparato dice que no se haga microneedling mientras las toma.
reason-isotretinoin_recent = • Pastillas de isotretinoína: el fabricante del aparato pide al menos seis meses después de la última. El equipo lo revisa primero y confirma cuándo.
reason-isotretinoin_year = • Pastillas de isotretinoína en el último año: el equipo lo revisa primero.
reason-other_oral_retinoid = • Un retinoide que se toma: el equipo lo revisa primero.
reason-retinoid = • Retinoides: la clínica pide días sin ellos antes de una visita.
reason-exfoliant = • Productos exfoliantes: la clínica pide días sin ellos antes de una visita.
reason-unclear_product = • Un producto que no está claro: el equipo lo revisa, y mientras tanto cuenta como exfoliante.
reason-disclosed = • Algo que escribió en el camino: el equipo lo revisa primero.
reason-sun = • Sol: con manchas oscuras o tono disparejo, la clínica pide más o menos una semana sin sol.
reason-melasma = • Melasma: el equipo lo revisa primero.
reason-skin_now = • Piel lastimada o irritada: el equipo lo revisa primero.
reason-procedure = • Un tratamiento reciente: el equipo le dirá cuánto esperar después.
reason-health_stop = • Hay algo de la primera lista de salud. Por favor hable con nuestro equipo y con su médico.
reason-health_stop_unsure = • La primera lista de salud: una persona de nuestro equipo lo hablará con usted.
reason-health_review = • La segunda lista de salud: el equipo lo revisa primero.
reason-outside_label = • La etiqueta del aparato cubre la cara y el cuello, desde los 22 años. El equipo lo revisa primero.
reason-series_gap = • Su serie: las visitas van con 4-6 semanas entre una y otra.
reason-unknown = • Algo de lo que no tuve certeza: el equipo lo revisa primero.
reason-wish_too_early = • El día deseado es antes del primer día posible.
wish-early = A usted le gustaría venir el { NEAR($day) }. Eso es antes del primer día según nuestras reglas de preparación, el { NEAR($earliest) }.
wish-team = A usted le gustaría venir el { NEAR($day) }. El equipo le dirá si se puede ese día.
wish-fits = A usted le gustaría venir el { NEAR($day) }. Según nuestras reglas de preparación, ese día se puede.
wish-keep =
    Para que ese día siga siendo posible:
    { $lines }
last_day-retinoid = • Último día para usar un retinoide: { NEAR($day) }
last_day-exfoliant = • Último día para usar un producto exfoliante: { NEAR($day) }
last_day-sun = • Último día con sol fuerte: { NEAR($day) }
plan-before =
    Antes de cualquier visita:
    { $lines }
before-retinoid = • { $count } días completos sin retinoides
before-exfoliant = • { $count } días completos sin productos exfoliantes
before-sun = • más o menos una semana ({ $count } días completos) sin sol, si hay manchas oscuras o tono disparejo
plan-prescriber = Si un médico le recetó algo, por favor pregúntele antes de hacer una pausa. Yo nunca le pido a nadie que deje una medicina recetada.
plan-final_word = Esto no es una cita ni un consejo médico. La clínica tiene la última palabra.
plan-next = ¿Quiere ver cómo funciona el microneedling? Son seis páginas cortas.

## How it works: only what the clinic's own text says

page-number = { $page } de { $pages }
page-inflammation =
    1. Inflamación

    Las agujas pequeñitas de SkinPen entran en la capa de arriba de la piel (la epidermis) y en parte de la capa de abajo (la dermis). Su sistema inmune responde y empieza a sanar esas microheridas.
page-proliferation =
    2. Proliferación

    Las microheridas se reconstruyen con células nuevas y con colágeno. También se forma una nueva red de vasos sanguíneos.
page-remodeling =
    3. Remodelación

    Se forman tejido de piel y vasos nuevos, ricos en colágeno y elastina. Eso le da a la piel un aspecto más joven.
page-before =
    Antes de su visita

    • Nada de retinoides ni de productos exfoliantes en los 5 días antes.
    • Si tiene manchas oscuras o tono disparejo: evite el sol más o menos 1 semana antes.
page-after =
    Después de su visita

    • Las primeras 72 horas: nada de sol ni de ejercicio fuerte. El sudor y el flujo de sangre pueden irritar la piel y frenar sus resultados.
    • Evitar el sol una semana completa es todavía mejor.
    • Se lleva a casa el gel SkinFuse. Ayuda a que la piel se cierre de nuevo y pierda menos agua en las siguientes 24 horas.
page-series =
    La serie

    Los resultados se suman de visita en visita. Lo típico es una serie de 3, con 4-6 semanas entre visitas. Después, por lo general se toma un descanso y se sigue con faciales o peelings.

## What a client may ask: answered only as far as the clinic's text goes

topic-how_it_works = Unas agujas pequeñitas hacen microheridas, y su piel las reconstruye en tres pasos: inflamación, proliferación, remodelación. Escriba /how para ver las páginas cortas.
topic-bot = Soy un asistente automático de la clínica, no una persona. Escriba /human si prefiere una persona.
topic-what_it_treats = La clínica lo usa para cicatrices de acné y arrugas del cuello. También puede mejorar el tono (manchas oscuras) y la textura: piel más lisa y poros que se ven más pequeños.
topic-downtime = En las primeras 72 horas: nada de sol ni de ejercicio fuerte.
topic-aftercare = En las primeras 72 horas, nada de sol ni de ejercicio fuerte; evitar el sol una semana completa es todavía mejor. Se lleva a casa el gel SkinFuse; ayuda a que la piel se cierre de nuevo en las siguientes 24 horas.
topic-exercise = Nada de ejercicio fuerte en las primeras 72 horas: el sudor y el flujo de sangre pueden irritar la piel.
topic-sun = Antes: si tiene manchas oscuras o tono disparejo, más o menos 1 semana sin sol. Después: nada de sol en las primeras 72 horas, y una semana completa es todavía mejor.
topic-retinoids = Nada de retinoides ni de productos exfoliantes en los 5 días antes de una visita. Eso es para productos sobre la piel; si son pastillas, por favor hable con nuestro equipo.
topic-sessions = Lo típico es una serie de 3. Los resultados se suman de visita en visita.
topic-spacing = Las visitas van con 4-6 semanas entre una y otra.
topic-results = Los resultados se suman de visita en visita durante la serie.
topic-booking =
    Para hacer una cita, llame a:
    { $contacts }
passed_on =
    Eso no lo tengo de la clínica, así que le pasé su pregunta al equipo. Le pueden responder:
    { $contacts }
passed_on-rest =
    Más que eso no tengo de la clínica, así que le pasé su pregunta al equipo. Le pueden responder:
    { $contacts }
message-kept = Lo guardé para el equipo.
plan-changed = Lo que acaba de escribir cambia su plan. Aquí está de nuevo:

## The hand-off

contact = { $name } { $phone }
hand_off =
    Para hacer una cita o preguntarle a una persona:
    { $contacts }
receipt = ¡Listo, muchas gracias! Su número de caso es { $case }.
receipt-recorded =
    Lo que anoté:
    { $lines }
receipt-why =
    Por qué:
    { $reasons }
receipt-i_call = Esperamos su llamada.
receipt-write_here = El equipo le escribirá por aquí.
receipt-call_me = El equipo le llamará.
receipt-contacts =
    Para hacer una cita:
    { $contacts }
receipt-commands = Para cambiar una respuesta, escriba /edit. Para ver todo lo que guardamos, /mydata. Para borrarlo todo, /delete.

## Endings, and what stands there afterwards

farewell-declined =
    Está bien. No guardé sus respuestas. Si quiere, puede llamarnos:
    { $contacts }
farewell-minor =
    Gracias por su honestidad. Este formulario es para personas de 18 años o más, así que lo dejamos aquí, y no guardé nada más. Su mamá, su papá o su tutor puede llamarnos:
    { $contacts }
farewell-stopped =
    Muy bien, lo dejamos aquí. Lo que me contó se guarda unos días, por si regresa. Para borrarlo ya, escriba /delete. También puede llamarnos:
    { $contacts }
at-start = Escriba /start cuando guste.
at-finished = Su formulario está terminado. Puede preguntarme algo, o ver y cambiar sus respuestas.
at-declined = Si cambia de opinión, puede empezar de nuevo.
at-minor = Si tocó eso por error, puede empezar de nuevo.
at-stopped = Sus respuestas siguen aquí, por si quiere continuar.

## Old buttons, edits, media, silence

old-plain = Ese botón es de un mensaje anterior. No se cambió nada.
old-button = Ese botón es de un mensaje anterior, y no se cambió nada. En “{ $question }” tengo: { $value }
already = Eso es lo que tengo.
edit-no_answer = No puedo usar un cambio en ese mensaje. Por favor escríbalo como mensaje nuevo.
edit-not_read = No pude entender su cambio, así que dejé lo que tenía en “{ $question }”: { $value }
media = Solo puedo leer palabras y toques, así que no abrí eso. Por favor escriba o toque.
contact-not_now = Gracias, pero ahora no necesito un número.
contact-not_own = Ese parece ser el número de otra persona. Por favor comparta el suyo, o escriba el número al que le podemos llamar.
nudge = ¡Hola otra vez! Estaba a la mitad del formulario. Cuando guste, aquí nos quedamos:
unknown_command = No conozco ese comando. Escriba /help para ver lo que puedo hacer.
welcome_back = ¡Qué bueno que volvió! Seguimos donde se quedó. O puede empezar de nuevo.
tap-again = Estuve fuera un ratito. Si tocó un botón y no pasó nada, por favor tóquelo otra vez.
sorry-trouble = Perdón, algo falló de mi lado con su último mensaje. Por favor envíelo otra vez, o escriba /book para ver nuestros teléfonos.
elsewhere = ¡Hola! Hago el formulario de microneedling con SkinPen, pero solo en un chat privado, porque las respuestas sobre su salud no van en un grupo. Abra un chat conmigo y escriba /start.

## While the team writes

team-took_over = Alguien de nuestro equipo está aquí y le escribe en este chat. Yo me quedo en silencio, y el formulario le espera.
team-wrote = 💬 { $text }
team-replied =
    💬 Usted preguntó: “{ $asked }”

    { $text }
team-handed_back = Soy yo de nuevo, el asistente automático. El equipo me devolvió nuestro chat.
with_team = Alguien de nuestro equipo le está escribiendo aquí, así que el formulario espera. Escriba nada más lo que quiera decirles.
with_team-toast = El equipo le está escribiendo. El formulario espera.

## Urgent words

urgent-emergency =
    Esto puede ser una emergencia. Si le cuesta respirar, le duele el pecho, se le hinchan la cara o la lengua, el sangrado no para o siente que se desmaya: llame al 911 ahora.

    Nadie vigila este chat en vivo. Después llámenos:
    { $contacts }
urgent-crisis =
    Me alegra mucho que me lo haya dicho. No tiene que pasar por esto a solas. Por favor llame o mande un mensaje de texto al 988 ahora (la Línea de Prevención del Suicidio y Crisis, de día y de noche; para español, oprima el 2). Si está en peligro, llame al 911.

    Nadie vigila este chat en vivo. También puede llamarnos:
    { $contacts }
urgent-clinical =
    Eso debe verlo una persona hoy mismo. Por favor llámenos ahora. Si empeora rápido, o si tiene fiebre, vaya a una clínica de urgencias. Si le cuesta respirar o se le hincha la cara, llame al 911.

    Nadie vigila este chat en vivo.
    { $contacts }
form-changed = Nuestro formulario cambió un poco desde su último mensaje. Por favor, siga con esto:
paused = Puse el formulario en pausa y le avisé al equipo. Si todo está bien y quiere seguir, toque abajo.

## The commands: a line for the menu, and the bare words that mean the same

menu-start = Empezar, o seguir donde se quedó
menu-help = Lo que puedo hacer
menu-back = A la pregunta anterior
menu-skip = Saltar esta pregunta
menu-edit = Ver y cambiar sus respuestas
menu-stop = Parar el formulario
menu-how = Cómo funciona el microneedling
menu-aftercare = Después de una visita
menu-book = Teléfonos para hacer una cita
menu-human = Pedir una persona
menu-language = Cambiar el idioma
menu-privacy = Qué guardamos y quién lo lee
menu-mydata = Ver todo lo que guardamos de usted
menu-delete = Borrarlo todo
typed-help = ayuda, menú, ayúdeme, ayúdame, opciones
typed-back = atrás, para atrás, ir atrás, volver atrás, regresar, volver, regrese, anterior, la anterior, pregunta anterior
typed-skip = saltar, omitir, saltarla, sáltela, sáltala, saltar esta, omitir esta, saltar esta pregunta, paso
typed-edit = cambiar, corregir, editar, cambiar mis respuestas, cambiar una respuesta, corregir mis respuestas, corregir una respuesta
typed-stop = parar, pare, alto, basta, detener, cancelar, salir, ya no quiero seguir, no quiero seguir
typed-book = reservar, agendar, cita, hacer una cita, hacer cita, teléfonos, los teléfonos, números de teléfono
typed-human = persona, una persona, persona real, una persona real, humano, un humano, hablar con una persona, hablar con alguien, hablar con una persona real, quiero hablar con una persona, quiero hablar con alguien, puedo hablar con una persona, puedo hablar con alguien, puedo hablar con una persona real, quiero una persona, necesito una persona, necesito hablar con alguien
typed-delete = borrar, borrar todo, borre todo, bórrelo todo, borrar mis datos, eliminar, eliminar todo, eliminar mis datos
typed-start_over = empezar de nuevo, empezar otra vez, comenzar de nuevo, volver a empezar, reiniciar
typed-looks_right = todo bien, está bien, se ve bien, correcto, todo correcto, es correcto, está correcto, así es, sí, claro, de acuerdo, ok, okay
typed-next = siguiente, sigue, seguir, sigamos, continuar, continúe, adelante, sí, sí por favor, claro, dale, ok, okay
typed-to_booking = ir a la cita, ir directo a la cita, a la cita, no, no gracias
typed-review = mis respuestas, ver mis respuestas, revisar
help =
    Le hago unas preguntas sobre su piel, le digo el primer día posible según las reglas de preparación de la clínica, le explico cómo funciona el microneedling y le doy los teléfonos para hacer una cita. Puede tocar, o escribir con sus propias palabras.

    { $commands }

    Una persona está a una llamada:
    { $contacts }
help-line = /{ $command } – { $does }
person_called =
    Le avisé al equipo que quiere hablar con una persona. También puede llamar a:
    { $contacts }
privacy =
    • Qué: sus respuestas, lo que escribe y toca aquí, y su número de chat de Telegram. Un teléfono, solo si usted lo da.
    • Quién lo lee: el equipo de { $clinic }. Nadie más, y nunca se vende.
    • Cuánto tiempo: { $finished } días después de que termine, { $unfinished } días si no termina. Luego se borra solo.
    • Telegram guarda su propia copia de este chat, y no es tan privado como una llamada.
    • Ver todo: /mydata. Borrarlo todo: /delete.
mydata =
    Esto es lo que está guardado de usted:
    { $lines }
mydata-file = Y todo el registro en un archivo.
delete-sure = ¿Borro todo lo que me contó? No se puede deshacer.
deleted = Listo. Todo lo que me contó quedó borrado aquí. Telegram guarda su propia copia de este chat: para quitarla, borre el chat en su aplicación. Lo que la clínica ya anotó en sus propios expedientes sigue las reglas de los expedientes.
language-choose = ¿Qué idioma prefiere?
language-only = Por ahora el inglés es el único idioma que hablo.
language-now = Muy bien, desde ahora en español.
language-en = English
language-es = Español
button-speak_en = English instead?
button-speak_es = ¿Prefiere español?
typed-language_en = inglés, en inglés, inglés por favor, en inglés por favor, habla inglés, cambiar a inglés
typed-language_es = español, en español, español por favor, en español por favor, castellano, habla español, hablas español, hablo español, solo hablo español, prefiero español, cambiar a español

## The staff chat

alert = N.º { $number } · Caso { $case }: { $kind }
alert-link = { $link }
alert-finished = formulario terminado
alert-urgent = palabras URGENTES, por favor mire ahora
alert-person = quiere una persona
alert-question = una pregunta por responder
alert-replied = el cliente respondió
alert-digest =
    { $count } avisos, del { $first } al { $last }:
    { $kinds }
alert-count = • { $count } × { $kind }
alert-cases = { $cases }
alert-case = { $case }: { $kinds } { $link }
alert-more = … y { $count } casos más.

menu-waiting = Quién está esperando
menu-claim = Tomar un caso: /claim CASO
menu-handback = Que vuelva a hablar el bot: /handback CASO
menu-code = Un código para entrar a la consola
menu-staff = Lo que el equipo puede hacer aquí
staff-help =
    Para el equipo, aquí y en el chat del equipo:

    { $commands }

    Para llenar el formulario como lo haría un cliente: /start me
staff-nobody_waits = Nadie está esperando.
staff-waiting =
    Quién está esperando, primero quien lleva más tiempo:
    { $lines }
staff-waiting_line = • { $case } ({ $stage }), { $age } { $link }
staff-waiting_urgent = • { $case } (URGENTE), { $age } { $link }
staff-stage_new = nuevo
staff-stage_claimed = tomado
staff-more = … y más en la consola.
staff-which_case = ¿Qué caso? Escriba su número después del comando, como /{ $command } 7F3K2Q
staff-no_case = No hay ningún caso con ese número.
staff-claimed = El caso { $case } es suyo. { $link }
staff-taken = Otra persona ya tiene el caso { $case }.
staff-handed_back = Caso { $case }: el bot vuelve a hablar.
staff-not_theirs = Caso { $case }: de todos modos, el bot habla con este cliente.
staff-not_reached = El caso { $case } no es el formulario actual del cliente, así que no se hizo nada.
staff-no_sign_in = Primero abra { $link } en el navegador donde quiere entrar, y luego pida el código aquí otra vez.
staff-code_privately = Le mandé el código en privado. Si no llega nada, abra un chat privado conmigo, toque Iniciar y pídalo otra vez.
staff-not_allowed = Eso es solo para administradores.
staff-code = Su código para entrar: { $code }. Sirve por 10 minutos, en el navegador que lo pidió. No se lo pase a nadie.

## The bot's own profile in Telegram

bot-description = Hago el formulario para microneedling con SkinPen en Pur-One Medispa, en St. Louis: unos toques, su primer día posible, cómo funciona y a quién llamar. No es para emergencias: llame al 911.
bot-short_description = Formulario para microneedling con SkinPen en Pur-One Medispa, St. Louis
