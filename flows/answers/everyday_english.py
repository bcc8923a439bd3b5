"""The commonest words of English, which stand around what somebody names."""

from __future__ import annotations

from typing import Final

from flows.answers.wording import vocabulary

COMMON_ENGLISH: Final = vocabulary(
    """
    ability absolutely accept access according account across act acting action actions activities activity actual
    add added addition additional address administration adult advice africa african against agent agree agreed
    agreement ahead aint air airport album allow allowed alone although amazing america american americans among
    analysis animal animals announced annual answer anyone anyway app apparently appear appeared appears application
    approach area areas arent arms arrived art article artist asked asking associated association attempt attention
    australia australian author authority available average avoid award awesome bag ball band bank bar base based
    basis battle beach beat beautiful became become becomes becoming bed began begin beginning behind believe
    benefit benefits bet beyond biggest bill black block board book books born bottom boy boys brain break bring
    british broke broken brought budget build building built bus business california calling calls camera camp
    campaign cancer capital captain car card care career carry cars case cases cash cast catch caught caused cell
    cent center central centre century certainly chairman challenge chance changed changes channel character
    characters charge chief child children china chinese choice choose chris christian church cities city civil
    claim claims class clearly click close closed club coach coast code coffee cold collection comes coming comment
    comments commercial commission committee community companies company compared competition complete completely
    complex computer condition conditions conference consider considered construction contact content continue
    continued continues contract control cool correct cost costs council count countries country county court cover
    covered crazy create created credit crime critical cross culture cup damage dance dangerous data date david deal
    decided decision deep defense definitely degree demand department described design designed despite details
    developed development difference difficult digital direct direction directly director disease distance district
    division dog door double doubt draw dream drink drive driving dude due earlier earth easily east easy eat eating
    economic economy edition education effect effective effects effort election employees ended energy engine
    engineering england english enjoy enter entire environment episode equipment established estate european event
    events eventually everybody everyone evidence example except exchange executive expect expected experience
    explain extremely facebook fact failed fair faith families family famous fan fans far fashion fast fat favorite
    fear feature features federal feeling feels feet fell felt female field fight fighting figure film final
    financial finding fire firm fish fit flight floor focus follow followed following follows food foot football
    force forced forces foreign form former forward found fourth france freedom french fresh friends fun fund funny
    future gain game games gas gay general generally generation george german germany girl girls gives glad glass
    global goal goals gold google government grand greater greatest ground group groups grow growing growth guess
    guy guys hair hall handle happened happening happens happy hate head health healthy hear hearing heart heat
    heavy held helped heres higher highly hill himself history hit holding holy hospital hot hotel however http huge
    human hurt ice ideas image imagine immediately impact important improve include included includes including
    income increase increased indeed independent indian individual individuals industry information inside institute
    interest interested interesting international interview investment involved island issue issues jack james job
    jobs john join judge justice keeping key kid kids king knowledge knows lack lady lake land language large larger
    largest latest law laws lead leader leaders leading league learn learned learning leave leaves leaving led legal
    lets letter level levels library lie light likely limited line link list listen literally lived lives living
    local located location looks lord lose losing loss lost loved lower luck machine major majority male man
    management manager mark market marriage married mass master match material matter meaning means media medical
    meet meeting member members memory mental mentioned message met metal method michael middle mike miles million
    mind minister miss missed missing mission mobile model modern money mouth move moved movement movie movies
    moving mrs multiple music nation national nations nature nearly necessary negative network news non north
    northern note notes notice numbers obviously offer offered office officer officers official older opening
    operation operations opinion opportunity option order organization original outside overall owner page paid
    paper parents paris park particular particularly parties partner parts party pass passed past patients paul pay
    peace people perfect performance period personal peter phone photo photos physical pick picture pictures placed
    places plan planning plans plant play played player players playing plays point points policy political politics
    poor pop popular population position positive possible post posted potential power powerful practice pre present
    press pressure previous previously price prices primary prime private problem problems process produced
    production professional professor profile program programs project projects property protect protection provide
    provided provides public published pull purpose push putting quality queen question questions quick quickly race
    radio raised range rate rates reach reached reading ready real reality realize reasons receive received record
    records region related relationship release released religious remain remains report reported reports required
    research resources respect response responsible result results return returned review rich ride rights ring rise
    risk river road robert rock role room rose royal rule rules running runs sad safe safety sales san save saying
    scale scene schools science score screen search season seat second seconds secret secretary section security
    seeing seemed self sell selling send senior sense separate series serious seriously serve served service
    services shall share shes ship short shot shouldnt showed showing shown shows sick side sign signed significant
    silver similar simple simply single sir sit site sitting situation size slow smaller smart smith social society
    sold solution song songs soul sound sounds source sources south southern space speak speaking special species
    specific speech speed spend spent sports spread square staff stage stand standard standing star stars state
    statement states station status stay stock stone stories story straight street structure student students
    studies study stupid style subject success successful supply support surface sweet system systems table talk
    talking tax teacher team teams technology telling term terms test text themselves theory therefore theres theyre
    thomas thought throughout thus title tom top touch tour towards town track trade traditional traffic train
    training travel tree true truly trust truth turned twitter types understand understanding union unit united
    university users value various version via video view views village visit voice vote waiting walk walking wall
    wanted wants washington waste watch watching ways wear wearing weather website weight weird welcome west western
    whom whos whose wide wild william win wind window winner winning within woman women won wonder wonderful words
    worked workers world worry worse worst worth wow writing written wrong wrote york youd youll young yourself
    youve
    """
)
