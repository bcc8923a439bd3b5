"""English words that tell what a question is about, the more particular topics first."""

from __future__ import annotations

from typing import Final

TOPICS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "bot",
        r"(?:you|this|it) (?:a |an |even |really |actually |just |like )*(?:bot|robot|chatbot|real|human|person|ai|"
        r"machine|computer|automated|automatic|chatgpt)|(?:real|actual|live) (?:person|human)|who (?:is this|is it|"
        r"am i|are you|made you)(?= talking| speaking| chatting| texting|$)|(?:talk|speak|chat|text)ing (?:to|"
        r"with) (?:a |an )*(?:real |actual |live )?(?:bot|robot|person|human|someone|somebody|machine|ai|computer)|"
        r"^what(?:s| is| are) (?:this|you|this about|this chat|this thing|this bot)(?: (?:chat|thing|bot|app|"
        r"service|about|even))?$|(?:you|this) (?:guys )?(?:a )?(?:legit|scam|fake)",
        r"real (?:doctor|nurse)s?|it real",
    ),
    ("fda", r"fda|approved by|cleared by", ""),
    (
        "skin_tone",
        r"dark(?:er)? skin\w*|black skin|black (?:people|women|men|girls)|brown skin|skin of color|skin types?|"
        r"fitzpatrick|deep(?:er)? skin|my complexion|african american|asian skin|hispanic|latina|(?:indian|latin|"
        r"mexican|mixed|arab|middle eastern|filipino|tan|pale|fair|white|ethnic|darker) skin|olive skin|light skin|"
        r"skin color|skin ?tones?|melanin|ethnic\w*|im (?:\w+ ){0,3}(?:black|brown|asian|indian|dark)",
        r"uneven",
    ),
    (
        "price",
        r"price\w*|pricing|cost\w*|how much$|how much (?:is|are|for|does (?:it|this|that|a|the|one) cost|would|we|"
        r"you|do you|per|each|a|the|one|money|to)|expensive|pricey|cheap\w*|fees?|charg(?:e|es|ed|ing)|"
        r"how much .{0,40}(?:run|cost)|discounts?|packages?|financ\w*|insurance|pay|paying|payments?|refunds?|"
        r"deposit|dollars|bucks|afford|deals?|specials|promos?|tax|taxes|receipt|promotions?|coupon|run me|"
        r"set me back|quotes?|estimate|budget|sliding scale|care ?credit|cuesta|precio|how much money|afterpay|"
        r"klarna|venmo|zelle|cash|credit card|the damage|quote|rates?|tip|tips|hsa|fsa|(?:is|are) .*\bfree|"
        r"consult\w* free|groupon|installments|membership",
        r"big deal|the deal with|success rate|how much (?:does it|will it|would it|is it going to) (?:hurt|bleed|"
        r"swell|sting)|how much (?:pain|sun|downtime|down time|swelling|redness|time|retinol)",
    ),
    (
        "pain",
        r"hurt\w*|pain\w*|numb|numbs|numbed|numbing|anesth\w*|anasth\w*|sting\w*|ouch|uncomfortable|lidocaine|duele|"
        r"advil|tylenol|ibuprofen|aleve|motrin|discomfort|tender|tolerate|laughing gas|sedat\w*|needle phobi\w*|"
        r"(?:scared|afraid|terrified|nervous|worried)|feel$|(?:does|will|it|what) (?:it )?feel|feel (?:anything|it|"
        r"the needles?|much|a lot)|sore|emla",
        r"allerg\w*",
    ),
    (
        "medical",
        r"pregnan\w*|nursing|breast ?feed\w*|breast feeding|accutane|acutane|isotretinoin|roaccutane|absorica|"
        r"claravis|diabet\w*|blood thinn?er\w*|warfarin|eliquis|aspirin|cold ?sores?|herpes|keloid\w*|eczema|"
        r"psoriasis|rosacea|lupus|auto ?immune|medicine\w*|medication\w*|meds|pills?|antibiotic\w*|botox|filler\w*|"
        r"active acne|infect\w*|allerg\w*|cancer|chemo|heart|condition|vitiligo|tattoo\w*|microblading|"
        r"side effects?|risks?|risky|safe(?! to (?:be|go|work|run|exercise|use|wear|swim|drive|fly|shower|sleep))|"
        r"safety|danger\w*|complications?|melasma|faint|contraindic\w*|who (?:shouldnt|cant|should not|can not)|"
        r"worst that|interact|bad for|sunburn\w*|moles?|prednisone|immunocompromised|transplant|ozempic|"
        r"birth control|spironolactone|doxycycline|antidepressants?|lithium|metformin|im \d\d|on \w+ is (?:it|that|"
        r"this) ok|cause|go wrong|bad idea|steroid\w*|hiv|hepatitis|prp|exosomes?|epilep\w*|seizures?|thyroid|"
        r"pacemaker|immune|surgery|anemi\w*|blood pressure|sick|flu|covid|candidate|good fit|(?:pimples?|breakouts?|"
        r"zits?|breaking out|sunburn\w*|rash) (?:\w+ ){0,3}(?:now|come|ok|still)|have (?:a |an )?pimples?|"
        r"\d+ (?:years? old|yrs? old|yr old|yo)|how old|old enough|age|teen\w*|minor|under 18|my (?:son|daughter|"
        r"teenager)|(?:im|i am|turn|turning) \d\d$|(?:dermatologist|doctor|derm) (?:said|says|told)|\bworse\b|"
        r"dermatitis|scarring|scar me|leave (?:a )?scars?|make (?:it|my skin|them) worse|vein\w*|metal|nickel",
        "",
    ),
    ("make_up", r"make ?up|foundation|concealer|mascara|cosmetics?|lipstick|lashes|eyeliner|tinted", ""),
    (
        "booking",
        r"book(?:ing|ed)?|schedul\w*|reschedul\w*|cancel\w*|make (?:an |a )?appointments?|set up|availab\w*|hours|"
        r"open|address|located|location|where are you|where you at|where is (?:the|your)|directions|phone|"
        r"number to call|number (?:do|should|can) i|are you in|lunch|call you|your number|the number|who (?:do|"
        r"should|can) i call|come in|how long (?:is|does|do|will|are) (?:a|the|an|each|one|my) (?:visit|appointment|"
        r"treatment)s?(?: take| last|$)|evenings?|consult\w*|waitlist|openings?|slots?|earliest|see me|get me in|"
        r"be there|contact|move my|change my (?:appointment|time)|what time|close|closed|walk ?ins?|weekends?|"
        r"have anything|(?:saturday|sunday|monday|tuesday|wednesday|thursday|friday|evening|morning|weekend|night|"
        r"same day)s? (?:appointments?|hours|slots?)|(?:an|any|my|your|next|first) (?:appointment|opening|"
        r"slot)s?(?: available| today| this| next| on|$)|on (?:sundays?|saturdays?|mondays?)|bring (?:my|a|someone)|"
        r"late for",
        r"5 days|counting|before|how often|apart|avoid|my (?:phone|number)",
    ),
    (
        "sun",
        r"suns?|sun ?screen|sun ?block|spf|tan|tans|tanned|tanning|beach|sunlight|sunshine|outdoors|outside|"
        r"vacation|uv|cruise|lake|self ?tanner|spray tan|cancun|sunny|burn (?:\w+ )?eas\w+|hat|mexico|florida|"
        r"hawaii|ski|skiing",
        r"sunburn\w* now",
    ),
    (
        "exercise",
        r"exercis\w*|work ?outs?|working ?out|gym|run|running|sweat\w*|yoga|swim\w*|sauna|pool|sports?|hot ?tub|"
        r"jog\w*|worked out|yard work|bik(?:e|ing)|cycling|treadmill|squats?|zumba|volleyball|hockey|surf\w*|"
        r"kayak\w*|marathon|races?|pilates|stretch(?:ing|es)?(?! marks?)|bikram|barre|pickleball|golf|steam room|"
        r"lift\w*|weights|cardio|walk|walking|crossfit|peloton|spin class|dance|hik(?:e|ing)|train|training|soccer|"
        r"basketball|tennis|jacuzzi|sex|strenuous",
        r"walk ins?|run me",
    ),
    (
        "retinoids",
        r"retin\w*|tret|tretin\w*|adapalene|differin|tazarotene|exfoli\w*|acids?|aha|bha|glycolic|salicylic|lactic|"
        r"benzoyl|niacinamide|bakuchiol|azelaic|hydroquinone|what (?:should|do) i (?:need to )?stop|(?:stop|"
        r"quit) (?:using|before)|stop .*\b(?:before|prior)|(?:avoid|not use|not do)\b.* (?:before|prior)|"
        r"before .*\bavoid|skincare|skin care (?:products?|before)|scrubs?|peel pads|vitamin c|vit c|serums?|"
        r"prepar\w*|prep|before (?:the|my|a|an|your|i come|coming)|prescri\w*|(?:keep|still|continue|go on) us(?:e|"
        r"ing)|dermaplan\w*|wax\w*|shave",
        r"how many sessions",
    ),
    (
        "spacing",
        r"apart|how often|between (?:sessions?|treatments?|visits?|them|each|appointments?|every)|weeks between|"
        r"between$|wait between|every \d+ weeks|time between|how frequent\w*|frequency of|how soon (?:can|"
        r"after)\b.* (?:again|next)|next (?:session|treatment|one)|spac(?:ing|ed)|every how many|come every|"
        r"every (?:week|month|other week|two weeks)|in between",
        "",
    ),
    (
        "sessions",
        r"how many (?:sessions?|treatments?|visits?|times|appointments?|rounds?|do|will|would|more)|how many$|"
        r"sessions?|number of (?:treatments|visits)|series|(?:one|1|a single) (?:treatment|session|visit|"
        r"time)? ?(?:be )?enough|treatments (?:do|will|would) i need|more than (?:one|1|once)|how many times",
        r"(?:until|before) i (?:see|notice)",
    ),
    (
        "results",
        r"results?|see (?:a |any )?(?:difference|change|improvement)s?|how long (?:does|do|will) (?:it|they|"
        r"the results|this) last|permanent\w*|forever|last|lasting|does (?:it|this) (?:really |actually |"
        r"even )*work|really works?|actually work|effective\w*|work (?:on|for) me|success|before and afters?|"
        r"before after|pics|pictures|photos|improve\w*|worth it|look better|success|maintenance|guarante\w*|(?:add|"
        r"adds|build|builds) up|cumulative|(?:till|until|before) i (?:see|notice)|how (?:soon|fast|long until|"
        r"quick\w*) .*\b(?:see|notice|work)",
        r"redness|swelling|bruis\w*|numb\w*|heal\w*|down ?time|work (?:on|for)|how (?:\w+ )?(?:does|do|it|this|"
        r"that) (?!long|soon|fast).*\bworks?",
    ),
    (
        "downtime",
        r"down ?time|recover\w*|heal|heals|healed|healing|(?:be|so|too|look|all|still|face|how|am i) red|"
        r"red (?:after|for|the)|redness|look (?:like|ok|okay|bad|normal|weird|crazy|good|after)|swell\w*|swollen|"
        r"puffy|peel|peeling|fly|flight|travel\w*|in public|time off|pink|flak\w*|itch\w*|sunburned after|"
        r"look sunburned|days off|off work|miss work|take off|go (?:back )?to (?:work|school)|back to (?:work|"
        r"school)|bleed\w*|blood|bruis\w*|scab\w*|wedding|prom|party|event|side of my face|drive",
        "",
    ),
    (
        "aftercare",
        r"after ?care|afterwards?|after (?:the|my|a|your|getting)|after$|skin ?fuse|wash|cleanser|moisturi[sz]\w*|"
        r"lotion|take care|post (?:treatment|care)|after (?:it|this|microneedling|skinpen|treatment)|shower|sleep|"
        r"gel|cream|ice|vaseline|compress|pillow|bath|toner after|serum after|aquaphor|alcohol|drink",
        r"(?:drink|alcohol|wine|shower|sleep) .*\bbefore",
    ),
    (
        "who_does_it",
        r"who (?:does|do|will|performs|is|gives|would|am|actually)|whos|licens\w*|certifi\w*|qualified|"
        r"experience\w*|trained|know what theyre|nurse|doctor|dr|esthetician|aesthetician|provider|technician|"
        r"courtney|jackie|how long (?:have|has) (?:you|she|they)",
        r"who do i",
    ),
    (
        "what_it_treats",
        r"treats?|treated|help (?:with|my)|helps?|good for|(?:work|works) (?:on|for)|scars?|wrinkles?|pores?|"
        r"dark spots?|spots|stretch ?marks?|fine lines|lines|texture|hyperpigmentation|hair loss|hair|under ?eyes?|"
        r"eye bags|bags|crows? feet|pigment\w*|neck|used for|benefits?|body|hands|legs|arms|stomach|chest|"
        r"what does it do|cellulite|what (?:is|s) (?:it|this|that|microneedling|skinpen) for|whats (?:this|it|"
        r"that) for|jowls|tighten\w*|loose|firm\w*|anti ?aging|age spots|freckles|birthmarks?|get rid of|sagging|"
        r"lips|eyelids",
        "",
    ),
    (
        "how_it_works",
        r"how (?:does|do|is) (?:it|this|that|microneedling|skinpen|skin pen|the \w+)(?: \w+){0,2} ?(?:work\w*|"
        r"done)?|how it works|what (?:is|are) (?:it|this|that|a|the|microneedling|skin ?pen|micro needl\w*)|"
        r"whats (?:it|that|a|the|microneedling|skinpen|skin pen|micro needling)|how deep|collagen|works?|"
        r"microneedling|skinpen|inflammation|proliferation|remodeling|needles?|machine|device|laser|roller|"
        r"derma ?roller|derma ?pen|radio ?frequency|rf|what happens (?:when|during)|what happens to (?:my|your|"
        r"the) (?:skin|face)|do to (?:my|your|the) (?:skin|face)|heat|electric\w*",
        r"password|weather",
    ),
)
"""A topic, the words that tell it, and those that tell that it is not this one."""
