import { primaryLanguage } from './primary-language.ts';
import { splitWords } from './split-words.ts';

/** Words of a language that say nothing by themselves. Own lists; what is frequent everywhere in a corpus is found in it. */
const lists: Record<string, string> = {
  en: `a about above after again against all also am an and any are aren't as at be because
    been before being below between both but by can can't cannot could couldn't did didn't
    do does doesn't doing don't down during each few for from further had hadn't has hasn't
    have haven't having he he'd he'll he's her here here's hers herself him himself his how
    i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just let's me more
    most mustn't my myself no nor not now of off on once only or other our ours ourselves
    out over own same she she'd she'll she's should shouldn't so some such than that that's
    the their theirs them themselves then there there's these they they'd they'll they're
    they've this those through to too under until up us very was wasn't we we'd we'll we're
    we've were weren't what what's when where which while who whom why will with won't would
    wouldn't you you'd you'll you're you've your yours yourself yourselves`,
  es: `a al algo algunas algunos ante antes aquel aquella aquellas aquellos aquí así aún aunque
    cada como con contra cual cuales cualquier cuando cuanto de del desde donde dos durante
    e el él ella ellas ellos en entre era eran eres es esa esas ese eso esos esta está
    estaba estaban estado estamos están estar estas este esto estos estoy fue fueron ha
    había habían hace hacer hacia han has hasta hay he hemos la las le les lo los más me mi
    mis mucho muchos muy nada ni no nos nosotros nuestra nuestro nuestros o os otra otras
    otro otros para pero poco por porque pues que qué quien quienes se sea según ser si sí
    sido siempre sin sino sobre solo sólo son soy su sus suyo también tan tanto te tendría
    tener tiene tienen toda todas todo todos tu tú tus un una unas uno unos usted ustedes va
    vez y ya yo`,
  de: `aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf
    aus bei beim bin bis bist da dabei dadurch dafür damit dann daran darauf das dass dazu
    dein deine dem den denn der deren des deshalb dessen dich die dies diese diesem diesen
    dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch
    euer für gegen gibt hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen
    ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem jeden jeder jedes
    jetzt kann kein keine keinen keiner können könnte man manche mehr mein meine meinem
    meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne sehr
    sein seine seinem seinen seiner seit selbst sich sie sind so solche soll sollte sondern
    sonst über um und uns unser unsere unter viel vom von vor war waren warum was weil
    welche welcher wenn wer werde werden wie wieder will wir wird wo wurde wurden während zu
    zum zur zwar zwischen`,
  ru: `а без более больше был была были было быть в вам вас весь во вот все всё всего всех вы
    где да даже для до его ее её ей ему если есть еще ещё же за здесь и из или им их к как
    какая какой когда которая которого которой которые который которых кто ли либо лишь
    между меня мне много может можно мой моя мы на над надо нам нас не него нее неё ней
    некоторые нет ни них но ну о об однако он она они оно от очень по под после потому почти
    при про раз с сам себе себя сейчас со также так такая такие такой там те тем того тоже
    той только том тот ты у уже хотя чего чем через что чтобы чтоб эта эти этим этих это
    этого этой этом этот эту я`,
  tr: `acaba ama ancak arada artık aslında ayrıca bana bazen bazı bazıları belki ben beni benim
    beri bile bir biraz birçok biri birkaç birşey biz bize bizi bizim böyle bu buna bunda
    bundan bunlar bunu bunun burada çok çünkü da daha dahi de defa değil diğer diye dolayı
    en gibi göre hala hangi hatta hem henüz hep hepsi her herhangi herkes hiç hiçbir için
    ile ilgili ise işte kadar karşın kendi kendine kez ki kim kimse mi mı mu mü nasıl ne
    neden nerede niçin niye o olan olarak oldu olduğu olduğunu olmak olması olsa olup olur
    ona ondan onlar onlara onların onu onun orada oysa öyle pek rağmen sadece sanki sen
    senin siz şey şeyler şimdi şöyle şu tarafından tüm üzere var ve veya ya yani yapılan
    yerine yine yok zaten`,
  ar: `في من على إلى الى عن مع أن ان إن كان كانت كانوا يكون تكون هذا هذه ذلك تلك هو هي هم هن
    نحن أنا أنت انت التي الذي الذين اللذان اللاتي ما ماذا لا لم لن ليس ليست قد كل بعض غير
    بين بعد قبل حتى عند عندما حيث ثم أو او أم لكن ولكن إذا اذا لو كما أي أيضا ايضا فقط كذلك
    منذ خلال حول ضد دون سوى عبر نحو لدى له لها لهم به بها فيه فيها منه منها عليه عليها إليه
    إليها هناك هنا كيف متى أين لماذا و يا كانا أحد بل لأن لان مثل جدا وقد وهو وهي وكان وكانت
    ومن وفي وعلى وأن وما ولا`,
  zh: `我们 你们 他们 她们 它们 这个 那个 这些 那些 一个 一些 可以 没有 什么 怎么 因为 所以 但是 如果 就是 不是 还是 或者 以及 而且 这样 那样 非常 已经
    自己 其他 他的 我的 你的 她的 它的 的人 的是 是一 了一 在一 有一 中的 上的 都是 也是 并且 对于 由于 以上 之间 通过 其中 然而 不过 只有 虽然 当时
    之后 之前`,
  kk: `ал ана арқылы бар барлық басқа бәрі бен бір бірақ бірге бойынша болады болған болды
    болса болып бойы бұл бұның да дейін де деп егер ғана екен енді еді ең ешқандай жоқ және
    кейін келе кем керек кейбір мен менен менің мына мұндай не немесе неге ол олар олардың
    онда оның өз өзі өзінің өте пен сен сенің себебі сияқты сол сондықтан соң туралы тек
    үшін шейін шығар ғой әр әрбір әлі бізге біз біздің сіз сіздің маған оған қандай қалай
    қай қашан қарай`,
  fr: `à afin ai ainsi alors après au aucun aussi autre aux avant avec avoir c' car ce cela ces
    cet cette ceux chaque chez comme d' dans de des deux donc du elle elles en encore entre
    est et étaient était été être eu eux fait il ils j' je jusqu l' la le les leur leurs
    lors lui ma mais me même mes moi mon n' ne ni nos notre nous on ont ou où par parce pas
    peu peut plus pour pourquoi qu' quand que quel quelle quelles quels qui s' sa sans se
    ses si son sont sous sur ta te tes toi ton tous tout toute toutes très tu un une vos
    votre vous y`,
  pl: `a aby ale bardzo bez bo być był była było były co czy dla do gdy gdzie go i ich ile im
    inne ja jak jako je jego jej jest jestem jeszcze jeśli już każdy kiedy kto która które
    którego której który których ma mają mi mnie może można mu my na nad nam nas nawet nie
    nich niż nic o od ona one oni ono oraz po pod ponieważ przed przez przy są się sobie tak
    także tam te tego tej ten też to tu ty tych tylko tym u w we więc wszystkie wszystko z
    za ze że żeby`,
};

const sets = new Map<string, ReadonlySet<string>>();

/** Stop words of a language by its BCP 47 tag, in lower case; none for a language without a list. */
export function stopWords(language: string): ReadonlySet<string> {
  const tag = primaryLanguage(language);
  const known = sets.get(tag);
  if (known) return known;
  const made = new Set(
    splitWords(lists[tag] ?? '').flatMap((word) => [word, word.replaceAll("'", '’')]),
  );
  sets.set(tag, made);
  return made;
}
