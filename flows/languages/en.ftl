# Every word a client reads, in English. Gaps look like { $this }; NEAR($day) is "Mon, Nov 2", DAY($day) has the year too.
# Keep it short, warm and plain. What is said about the treatment is what the clinic says; nothing is promised.

## The start

ask-consent =
    Hi! I'm the automated assistant of { $clinic }. I help you get ready to talk with us about SkinPen microneedling. It takes about two minutes, mostly taps.

    Before we begin:
    • I store what you answer here. Only the clinic's team reads it.
    • We keep it { $finished } days after you finish, or { $unfinished } days if you don't.
    • Telegram is not as private as a phone call.
    • I don't give medical advice. I'm not for emergencies: for those, call 911.
    • You can stop, delete everything, or phone us instead at any time.

    Is that okay with you?
choice-consent-agree = Yes, I agree
choice-consent-no_thanks = No thanks, show me the phone numbers
short-consent = Consent

## The questions: what is asked, a short name for the card, and the words on the buttons

ask-age = First, how old are you?
short-age = Age
choice-age-under_18 = Under 18
choice-age-18_to_21 = 18 to 21
choice-age-22_or_older = 22 or older

ask-name = What may we call you? A first name or a nickname is plenty.
short-name = Name

ask-goals = What would you like help with? Tap all that fit, then tap Done.
short-goals = Goals
choice-goals-acne_scars = Acne scars
choice-goals-neck_wrinkles = Neck wrinkles
choice-goals-tone = Uneven tone or dark marks
choice-goals-texture = Texture and pores
choice-goals-other = Something else

ask-area = Which area are you thinking of?
short-area = Area
choice-area-face = Face
choice-area-neck = Neck
choice-area-both = Face and neck
choice-area-other = Somewhere else

ask-retinoid = Do you use a retinoid on your skin? Tretinoin, retinol, adapalene (Differin) and Retin-A are some of them.
short-retinoid = Retinoid

ask-retinoid_product = Which retinoid is it? Please type the name on the tube or bottle. If there are several, type them all.
short-retinoid_product = Retinoid product

ask-retinoid_last = When did you last use it?
short-retinoid_last = Retinoid last used

ask-isotretinoin = Have you taken isotretinoin pills? Accutane, Claravis and Absorica are brand names.
short-isotretinoin = Isotretinoin pills
choice-isotretinoin-now = I take them now
choice-isotretinoin-under_6_months = I stopped less than 6 months ago
choice-isotretinoin-6_to_12_months = I stopped 6 to 12 months ago
choice-isotretinoin-over_a_year = I stopped over a year ago
choice-isotretinoin-never = Never

ask-isotretinoin_last = About when did you take the last pill? You can type a day, like "Aug 20".
short-isotretinoin_last = Last isotretinoin pill

ask-exfoliant = Do you use anything that exfoliates? That means acids (glycolic, salicylic), a scrub or brush, a peel at home, or shaving the face smooth (dermaplaning).
short-exfoliant = Exfoliant

ask-exfoliant_product = Which one is it? Please type the name on the bottle, or what you do. If there are several, type them all.
short-exfoliant_product = Exfoliating product

ask-exfoliant_last = When did you last use it?
short-exfoliant_last = Exfoliant last used

ask-procedure = In the last 3 months, did you have a peel, a laser, microdermabrasion or something like that at a clinic or spa?
short-procedure = Treatment in the last 3 months

ask-procedure_note = Please tell me what it was and about when.
short-procedure_note = What and when

ask-pigment = Do you have dark patches or spots, melasma, marks that stay after pimples, or uneven tone?
short-pigment = Dark marks or uneven tone

ask-sun_last = When was your skin last in strong sun, sunburned, or in a tanning bed?
short-sun_last = Last strong sun

ask-skin_now = Is there a sunburn, an open sore, a cold sore, a rash or irritated skin on the area right now?
short-skin_now = Sore or irritated skin now

ask-health_stop =
    Does any of these apply to you? No need to say which one.

    • pregnant or nursing
    • skin cancer, or a spot that worries you, in the area
    • a bleeding or clotting disorder
    • allergy to stainless steel or to numbing medicine
    • a skin infection right now
short-health_stop = Health list 1
choice-health_stop-something = Yes, something applies
choice-health_stop-none = None of them
choice-health_stop-tell_a_person = I'd rather tell a person

ask-health_review =
    And any of these? Again, no need to say which one.

    • cold sores, now or in the past
    • keloids (raised scars)
    • diabetes
    • blood thinners
    • an autoimmune condition, or treatment that lowers immunity
    • a heart condition
    • eczema, psoriasis, rosacea or active acne in the area
    • a scar under a year old in the area
    • recent Botox or filler
    • a tattoo or permanent make-up in the area
short-health_review = Health list 2
choice-health_review-something = Yes, something applies
choice-health_review-none = None of them
choice-health_review-tell_a_person = I'd rather tell a person

ask-series = Would this be your first microneedling visit, or are you in the middle of a series?
short-series = First time or series
choice-series-first = My first time
choice-series-continuing = I'm continuing a series

ask-series_last = When was your last visit of the series? You can type a day, like "Nov 2" or "2 weeks ago".
short-series_last = Last visit of the series

ask-wish = Is there a day you hope to come in? Type a date, like "Dec 12", or tap No.
short-wish = Day hoped for

ask-note = Anything else the team should know? Please type it; I can't take photos.
short-note = Note to the team

ask-next_step = How shall we go on?
short-next_step = How to go on
choice-next_step-i_call = I will call
choice-next_step-write_here = Write to me here
choice-next_step-call_me = Please call me

ask-phone = What number may we call? Tap the button below to share yours, or type it.
short-phone = Phone number

ask-best_time = What time of day is best?
short-best_time = Best time to call
choice-best_time-morning = Morning
choice-best_time-afternoon = Afternoon
choice-best_time-evening = Evening
choice-best_time-any_time = Any time

## Choices and buttons used in many places

choice-yes = Yes
choice-no = No
choice-not_sure = I'm not sure
choice-still_using = I'm still using it
choice-skip = Skip
choice-no_name = I don't know the name
button-done = Done
button-back = ‹ Back
button-confirm = Yes, that's right
button-again = No, let me type it again
button-change_to_this = Yes, change it
button-keep_old = No, keep the old one
button-change_it = Change it
button-change = ✎ { $question }
button-narrow_keep = I can't say more exactly
button-delete = Yes, delete everything
button-keep = No, keep it
button-looks_right = ✓ Looks right
button-how = How microneedling works
button-to_booking = Skip to booking
button-to_form = Back to where I was
button-previous = ‹ Back
button-next = Next ›
button-review = See or change my answers
button-resume = Go on with the form
button-start_over = Start over
button-share_contact = Share my phone number
ticked = ✓ { $label }
unticked = { $label }
day-today = Today
day-yesterday = Yesterday
day-on = { NEAR($day) }
day-before = Before { NEAR($day) }
pick-one = Tap at least one first.

## Reading an answer back

noted = ✓ { $value }
verbatim = “{ $text }”
value-and = { $first }, { $rest }
value-skipped = (skipped)
plain = { $text }
value-not_read = { $said } (kept as you typed it)
value-day = { DAY($day) }
value-until = { DAY($day) } or earlier
value-between = between { DAY($first) } and { DAY($last) }
confirm-value = I read that as: { $value }. Is that right?
confirm-product =
    I read that as:
    { $found }

    Is that right?
confirm-unclear = I don't know “{ $said }”. I'll pass it to the team just as you typed it, and count it the careful way. Is it typed right?
confirm-edit =
    You changed your message. Shall I change “{ $question }” to this?
    { $value }
found = • { $name } ({ $class })
class-isotretinoin = isotretinoin, a strong acne medicine
class-oral_retinoid = a retinoid taken by mouth
class-retinoid = a retinoid
class-exfoliant = exfoliates
class-procedure = a treatment at a clinic
class-unclear = the team will look at this one
class-neither = not a retinoid and not an exfoliant
narrow = Which day was it, as near as you can tell? It makes a difference for your earliest day.
thanks = ✓ Thank you

## When something was not understood

again-not_understood = Sorry, I didn't get that. { $example }
again-future_date = That day is still ahead. I need a day that has already been. { $example }
again-past_date = That day has already passed. { $example }
again-too_long = That's a bit long for me. { $example }
again-not_a_phone = That doesn't look like one full phone number. { $example }
again-which_one = That could be more than one product. Which one is it? Its name, or the main ingredient on the front of it, is enough. { $example }
again-tap = This one I need to be sure of. Please tap one of the buttons. { $example }
example-choice = You can tap a button, or type the words on it or its number, like 1.
example-several = You can tap all that fit, or type them, like “1 and 3”.
example-yes_no = You can tap a button, or type yes or no.
example-product = Type the name on the label, like “tretinoin 0.05%”.
example-past_date = Type a day like “Nov 2”, “yesterday” or “3 days ago”.
example-future_date = Type a day like “Dec 12”, or no.
example-phone = Type it with the area code, like 314-555-0123.
example-name = A first name is plenty.
example-text = A sentence or two is plenty.
or_call =
    You can always call us instead:
    { $contacts }
kept_as_said = I kept that just as you typed it, for the team to read. Let's go on.
type-again = Okay, please type it again.
nothing-changed = Okay, nothing was changed.
cant_skip = I need an answer to this one before we go on.
nothing_yet = Nothing is stored from you yet.

## The review card

card =
    Here is what I have. Tap anything you'd like to change.

    { $lines }
card-line = • { $question }: { $value }

## The plan

plan-ready = From your answers, none of our prep rules asks you to wait.
plan-wait = From your answers, there is a little waiting to do first.
plan-review = From your answers, someone on our team needs to look first.
plan-stop = From your answers, please don't plan a visit yet. Talk with our team first.
plan-today = By our prep rules, no day has to pass first.
plan-earliest = The earliest day by our prep rules: { DAY($day) }.
plan-no_day = The team will tell you about the day.
plan-why = Why:
reason = { $lines }
said = ↳ You said: { $question }: { $value }
counted-from = ↳ None from { NEAR($from) } on, for { $count } full days.
counted-earliest = ↳ Earliest visit: { DAY($earliest) }.
reason-minor = • This form is for people who are 18 or older.
reason-urgent = • What you wrote sounded urgent, so a person needs to look first.
reason-isotretinoin_now = • Isotretinoin pills: the device's label says no microneedling while you take them.
reason-isotretinoin_recent = • Isotretinoin pills: the device's maker asks for at least six months after the last one. The team looks first and confirms when.
reason-isotretinoin_year = • Isotretinoin pills in the past year: the team looks at this first.
reason-other_oral_retinoid = • A retinoid taken by mouth: the team looks at this first.
reason-retinoid = • Retinoids: the clinic asks for days without them before a visit.
reason-exfoliant = • Exfoliating products: the clinic asks for days without them before a visit.
reason-unclear_product = • A product that isn't clear: the team looks at it, and until then it counts as exfoliating.
reason-disclosed = • Something you wrote along the way: the team looks at this first.
reason-sun = • Sun: with dark marks or uneven tone, the clinic asks for about a week without sun.
reason-melasma = • Melasma: the team looks at this first.
reason-skin_now = • Sore or irritated skin: the team looks at this first.
reason-procedure = • A recent treatment: the team tells you how long to wait after it.
reason-health_stop = • Something on the first health list applies. Please talk with our team, and with your doctor.
reason-health_stop_unsure = • The first health list: a person on our team will talk it through with you.
reason-health_review = • The second health list: the team looks at this first.
reason-outside_label = • The device's label covers the face and neck, from age 22. The team looks at this first.
reason-series_gap = • Your series: visits are 4-6 weeks apart.
reason-unknown = • Something I couldn't be sure of: the team looks at this first.
reason-wish_too_early = • The day hoped for is before the earliest day.
wish-early = You hope for { NEAR($day) }. That is before the earliest day by our prep rules, { NEAR($earliest) }.
wish-team = You hope for { NEAR($day) }. The team will tell you whether that day works.
wish-fits = You hope for { NEAR($day) }. By our prep rules that day works.
wish-keep =
    To keep that day open:
    { $lines }
last_day-retinoid = • Last day to use a retinoid: { NEAR($day) }
last_day-exfoliant = • Last day to use an exfoliating product: { NEAR($day) }
last_day-sun = • Last day with strong sun: { NEAR($day) }
plan-before =
    Before any visit:
    { $lines }
before-retinoid = • { $count } full days without retinoids
before-exfoliant = • { $count } full days without exfoliating products
before-sun = • about a week ({ $count } full days) without sun, with dark marks or uneven tone
plan-prescriber = If a doctor prescribed something, please ask them before you pause it. I never ask anyone to stop a prescribed medicine.
plan-final_word = This is not an appointment, and not medical advice. The clinic has the final word.
plan-next = Would you like to see how microneedling works? It's six short pages.

## How it works: only what the clinic's own text says

page-number = { $page } of { $pages }
page-inflammation =
    1. Inflammation

    The SkinPen's tiny needles enter the top layer of the skin (the epidermis) and part of the layer below it (the dermis). Your immune system answers by starting to heal these micro-wounds.
page-proliferation =
    2. Proliferation

    The micro-wounds are rebuilt with new cells and with collagen. A new network of blood vessels forms too.
page-remodeling =
    3. Remodeling

    New skin tissue and vessels take shape, rich in collagen and elastin. That is what gives skin a more youthful look.
page-before =
    Before your visit

    • No retinoids and no exfoliating products in the 5 days before.
    • If dark marks or uneven tone are an issue for you: stay out of the sun for about 1 week before.
page-after =
    After your visit

    • The first 72 hours: no sun and no hard exercise. Sweat and blood flow can irritate the skin and hold back your results.
    • Keeping out of the sun for a full week is even better.
    • You take SkinFuse gel home. It helps the skin close again and lose less water over the next 24 hours.
page-series =
    The series

    Results add up from visit to visit. A series of 3 is typical, 4-6 weeks apart. After that people usually take a break, and go on with facials or peels.

## What a client may ask: answered only as far as the clinic's text goes

topic-how_it_works = Tiny needles make micro-wounds, and your skin rebuilds them in three steps: inflammation, proliferation, remodeling. Type /how for the short pages.
topic-bot = I'm an automated assistant of the clinic, not a person. Type /human if you'd rather have one.
topic-what_it_treats = The clinic uses it for acne scars and for wrinkles on the neck. It can also improve tone (dark marks) and texture: smoother skin and smaller-looking pores.
topic-downtime = For the first 72 hours: no sun and no hard exercise.
topic-aftercare = For the first 72 hours, no sun and no hard exercise; keeping out of the sun for a full week is even better. You take SkinFuse gel home; it helps the skin close again over the next 24 hours.
topic-exercise = No hard exercise for the first 72 hours: sweat and blood flow can irritate the skin.
topic-sun = Before: if dark marks or uneven tone are an issue, about 1 week without sun. After: no sun for the first 72 hours, and a full week is even better.
topic-retinoids = No retinoids and no exfoliating products in the 5 days before a visit. That is about products on the skin; about pills, please talk with our team.
topic-sessions = A series of 3 is typical. Results add up from visit to visit.
topic-spacing = Visits are 4-6 weeks apart.
topic-results = Results add up from visit to visit over the series.
topic-booking =
    To book, call:
    { $contacts }
passed_on =
    I don't have that from the clinic, so I've passed your question on to the team. They can tell you:
    { $contacts }
passed_on-rest =
    More than that I don't have from the clinic, so I've passed your question on to the team. They can tell you:
    { $contacts }
message-kept = I've kept that for the team.
plan-changed = What you just wrote changes your plan. Here it is again:

## The hand-off

contact = { $name } { $phone }
hand_off =
    To book, or to ask a person:
    { $contacts }
receipt = All done, thank you! Your case number is { $case }.
receipt-recorded =
    What I recorded:
    { $lines }
receipt-why =
    Why:
    { $reasons }
receipt-i_call = We look forward to your call.
receipt-write_here = The team will write to you here.
receipt-call_me = The team will call you.
receipt-contacts =
    To book:
    { $contacts }
receipt-commands = To change an answer, type /edit. To see everything we store, /mydata. To delete all of it, /delete.

## Endings, and what stands there afterwards

farewell-declined =
    That's fine. I haven't kept your answers. You're welcome to call us instead:
    { $contacts }
farewell-minor =
    Thank you for being honest. This form is for people who are 18 or older, so I'll stop here, and I haven't kept anything else. A parent or guardian is welcome to call us:
    { $contacts }
farewell-stopped =
    Okay, we'll stop here. What you told me is kept for a few days, in case you come back. To delete it now, type /delete. You can also call us:
    { $contacts }
at-start = Type /start when you're ready.
at-finished = Your form is finished. You can ask me something, or see and change your answers.
at-declined = If you change your mind, you can start over.
at-minor = If that was a slip of the finger, you can start over.
at-stopped = Your answers are still here if you'd like to go on.

## Old buttons, edits, media, silence

old-plain = That button is from an earlier message. Nothing was changed.
old-button = That button is from an earlier message, and nothing was changed. For “{ $question }” I have: { $value }
already = That's what I have.
edit-no_answer = I can't use a change to that message. Please type it as a new one.
edit-not_read = I couldn't read your change, so I kept what I had for “{ $question }”: { $value }
media = I can only read words and taps, so I didn't open that. Please type or tap.
contact-not_now = Thank you, but I don't need a number right now.
contact-not_own = That looks like somebody else's number. Please share your own, or type the number we may call.
nudge = Hi again! You were in the middle of the form. Whenever you're ready, here is where we stopped:
unknown_command = I don't know that command. Type /help to see what I can do.
welcome_back = Welcome back! We'll go on where you stopped. Or you can start over.
tap-again = I was away for a little while. If you tapped a button and nothing happened, please tap again.
sorry-trouble = Sorry, something went wrong on my side with your last message. Please send it again, or type /book for our phone numbers.
elsewhere = Hi! I take intakes for SkinPen microneedling, but only in a private chat, because answers about your health don't belong in a group. Open a chat with me and type /start.

## While the team writes

team-took_over = Someone from our team is here now and writes with you in this chat. I'll stay quiet, and the form waits for you.
team-wrote = 💬 { $text }
team-replied =
    💬 You asked: “{ $asked }”

    { $text }
team-handed_back = It's me again, the automated assistant. The team has handed our chat back to me.
with_team = Someone from our team is writing with you here, so the form waits. Just type what you'd like to tell them.
with_team-toast = The team is writing with you. The form waits.

## Urgent words

urgent-emergency =
    This may be an emergency. If you have trouble breathing, chest pain, swelling of the face or tongue, bleeding that won't stop, or you feel faint: call 911 now.

    This chat is not watched live. Then call us:
    { $contacts }
urgent-crisis =
    I'm really glad you told me. You don't have to go through this alone. Please call or text 988 now (the Suicide & Crisis Lifeline, day and night). If you are in danger, call 911.

    This chat is not watched live. You can also call us:
    { $contacts }
urgent-clinical =
    That should be looked at by a person today. Please call us now. If it gets worse quickly, or you have a fever, go to urgent care. For trouble breathing or swelling of the face, call 911.

    This chat is not watched live.
    { $contacts }
form-changed = Our form has changed a little since you last wrote. Please go on with this one:
paused = I've paused the form and told the team. If all is well and you'd like to go on, tap below.

## The commands: a line for the menu, and the bare words that mean the same

menu-start = Begin, or go on where you stopped
menu-help = What I can do
menu-back = To the question before
menu-skip = Skip this question
menu-edit = See and change your answers
menu-stop = Stop the form
menu-how = How microneedling works
menu-aftercare = The time after a visit
menu-book = Phone numbers to book
menu-human = Ask for a person
menu-language = Change the language
menu-privacy = What we store, and who reads it
menu-mydata = See everything we store about you
menu-delete = Delete everything
typed-help = help, menu
typed-back = back, go back, previous
typed-skip = skip, skip it, skip this
typed-edit = edit, change my answers, change an answer
typed-stop = stop, quit, cancel
typed-book = book, phone numbers, numbers
typed-human = human, person, a person, real person, a real person, talk to a person, talk to a real person, talk to a human, speak to someone, speak to a person, talk to someone, can i talk to a person, can i talk to a real person, can i talk to someone, can i talk to a human, can i speak to someone, can i speak to a person, i want to talk to a person, i want to talk to someone, i want to speak to someone, i want a person, i need a person
typed-delete = delete, delete everything, delete my data
typed-start_over = start over, restart, start again
typed-looks_right = looks right, look right, looks good, yes, yep, yeah, correct, right, all good, ok, okay
typed-next = next, go on, continue, yes, ok, okay, sure
typed-to_booking = booking, skip to booking, to booking, no, no thanks
typed-review = my answers, see my answers, review
help =
    I ask a few questions about your skin, tell you the earliest day by the clinic's prep rules, explain how microneedling works, and give you the numbers to book. You can tap, or type in your own words.

    { $commands }

    A person is one call away:
    { $contacts }
help-line = /{ $command } – { $does }
person_called =
    I've told the team that you'd like a person. You can also call:
    { $contacts }
privacy =
    • What: your answers, what you type and tap here, and your Telegram chat number. A phone number only if you give it.
    • Who reads it: the team of { $clinic }. Nobody else, and it is never sold.
    • How long: { $finished } days after you finish, { $unfinished } days if you don't. Then it is removed by itself.
    • Telegram keeps its own copy of this chat, and it is not as private as a phone call.
    • See everything: /mydata. Delete everything: /delete.
mydata =
    This is what is stored about you:
    { $lines }
mydata-file = And the whole record as a file.
delete-sure = Delete everything you told me? That can't be undone.
deleted = Done. Everything you told me is deleted here. Telegram keeps its own copy of this chat: to remove that, delete the chat in your app. What the clinic has already written into its own records follows the rules for records.
language-choose = Which language would you like?
language-only = English is the only language I speak so far.
language-now = Okay, in English from now on.
language-en = English
language-es = Español
button-speak_en = English instead?
button-speak_es = ¿Prefiere español?
typed-language_en = english, in english, english please, in english please, i speak english, do you speak english, speak english, switch to english
typed-language_es = spanish, in spanish, spanish please, in spanish please, i speak spanish, do you speak spanish, speak spanish, switch to spanish

## The staff chat

alert = #{ $number } · Case { $case }: { $kind }
alert-link = { $link }
alert-finished = intake finished
alert-urgent = URGENT words, please look now
alert-person = wants a person
alert-question = a question to answer
alert-replied = the client answered
alert-digest =
    { $count } alerts, #{ $first } to #{ $last }:
    { $kinds }
alert-count = • { $count } × { $kind }
alert-cases = { $cases }
alert-case = { $case }: { $kinds } { $link }
alert-more = … and { $count } more cases.

menu-waiting = Who is waiting
menu-claim = Take a case: /claim CASE
menu-handback = Let the bot speak again: /handback CASE
menu-code = A code to sign in to the console
menu-staff = What the team can do here
staff-help =
    For the team, here and in the staff chat:

    { $commands }

    To fill in the form yourself, as a client would: /start me
staff-nobody_waits = Nobody is waiting.
staff-waiting =
    Who is waiting, the longest first:
    { $lines }
staff-waiting_line = • { $case } ({ $stage }), { $age } { $link }
staff-waiting_urgent = • { $case } (URGENT), { $age } { $link }
staff-stage_new = new
staff-stage_claimed = claimed
staff-more = … and more in the console.
staff-which_case = Which case? Type its number behind the command, like /{ $command } 7F3K2Q
staff-no_case = There is no case with that number.
staff-claimed = Case { $case } is yours. { $link }
staff-taken = Somebody else has case { $case } already.
staff-handed_back = Case { $case }: the bot speaks again.
staff-not_theirs = Case { $case }: the bot speaks with this client anyway.
staff-not_reached = Case { $case } is not the client's present intake, so nothing was done.
staff-no_sign_in = First open { $link } in the browser you want to sign in with, then ask here again.
staff-code_privately = I've sent you the code privately. If nothing comes, open a private chat with me, press Start, and ask again.
staff-not_allowed = That is for admins only.
staff-code = Your sign-in code: { $code }. It works for 10 minutes, in the browser that asked for it. Never pass it on.

## The bot's own profile in Telegram

bot-description = I take the intake for SkinPen microneedling at Pur-One Medispa in St. Louis: a few taps, your earliest day, how it works, and whom to call. Not for emergencies: call 911.
bot-short_description = Intake for SkinPen microneedling at Pur-One Medispa, St. Louis
