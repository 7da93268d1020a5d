import { primaryLanguage } from './primary-language.ts';
import { splitWords } from './split-words.ts';

/** Words that make an answer one that says nothing, and words that may stand around them. */
type Vocabulary = { core: string; around: string };

const vocabularies: Record<string, Vocabulary> = {
  en: {
    core: `nothing none no nope nil na nan null nothin nought unsure dunno know sure comment comments
      idea answer applicable remember think`,
    around: `n a not at all really can't cant cannot can i of anything to say add else in particular don't
      dont do have any it that this the comes mind thanks thank you right now sorry as far am at moment
      so i'm im yet specific for me is there would nor`,
  },
  de: {
    core: `nichts keine kein nein keiner weiß weiss unbekannt entfällt ahnung angabe angaben kommentar
      anmerkung anmerkungen ka`,
    around: `ich es gar überhaupt nicht mehr dazu zu sagen hinzuzufügen k a das mir fällt ein danke leider
      im moment momentan sonst besonderes weiter weiteres`,
  },
  es: {
    core: `nada ninguno ninguna no nadie sé se comentarios comentario idea aplica ningún`,
    around: `lo yo en especial particular que decir añadir más mas por ahora tengo de momento gracias me
      acuerdo ocurre n a hay sin opinión absoluto`,
  },
  ru: {
    core: `ничего нет никаких не знаю нечего никакие затрудняюсь неизвестно никак комментариев`,
    around: `я особенного больше добавить сказать ответить пока спасибо у меня мне в голову приходит
      замечаний пожеланий вопросов и`,
  },
  tr: {
    core: `hiç hiçbir hiçbiri yok bilmiyorum bilmem fikrim hayır hiçbirşey yorum yorumum`,
    around: `bir şey şu an için aklıma gelmiyor söyleyecek ekleyecek özel teşekkürler`,
  },
  ar: {
    core: `لا لاشيء شيء شيئ اعرف أعرف أعلم اعلم يوجد أدري ادري تعليق كلا جواب`,
    around: `أي اي ليس لدي عندي ما الآن حاليا شكرا أضيفه إضافة`,
  },
  zh: {
    core: `没有 无 没 不知道 不清楚 没什么 无意见 没意见 暂无 没有意见 没有什么 不晓得 否 不`,
    around: `谢谢 目前 的 了 暂时 意见 建议`,
  },
  kk: {
    core: `жоқ ештеңе білмеймін ешқандай ешнәрсе пікірім бейхабармын`,
    around: `менде қосатын айтатын басқа қазір рахмет түк мен`,
  },
  fr: {
    core: `rien aucun aucune non sais ras néant so commentaire idée`,
    around: `je ne pas du tout à dire ajouter de pour le moment plus spécial particulier merci n a`,
  },
};

type Sets = { core: ReadonlySet<string>; around: ReadonlySet<string> };
const sets = new Map<string, Sets>();

function setsOf(language: string): Sets {
  const tag = primaryLanguage(language);
  const known = sets.get(tag);
  if (known) return known;
  const { core = '', around = '' } = vocabularies[tag] ?? {};
  const made = { core: new Set(splitWords(core)), around: new Set(splitWords(around)) };
  sets.set(tag, made);
  return made;
}

/** More words than this say something, whatever they are. */
const mostWords = 8;

/**
 * Whether an answer says nothing: it has no letter, or all its words are of the kind "nothing to add",
 * "don't know", "n/a" in its language. It is set aside, counted and openable, never a theme.
 *
 * No letter; or at most 8 words, all in the language's list and one of its core.
 *
 * @param text as written
 * @param language BCP 47 tag; in a language without a list only answers without letters count
 * @returns whether it says nothing
 * @remarks Missing data: an empty text says nothing.
 * @throws never.
 * @see the lists are ours
 */
export function isWithoutContent(text: string, language: string): boolean {
  const { core, around } = setsOf(language);
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  if (!/\p{L}/u.test(plain)) return true;
  if (core.has(plain.replace(/[^\p{L}\p{M}]/gu, ''))) return true;
  const words = plain.match(/[\p{L}\p{M}']+/gu) ?? [];
  if (words.length > mostWords) return false;
  return (
    words.some((word) => core.has(word)) &&
    words.every((word) => core.has(word) || around.has(word))
  );
}
