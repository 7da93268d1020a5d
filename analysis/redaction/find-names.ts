import { foldText, type FoldedText } from './fold-text.ts';
import type { IdentifierSpan } from './identifier-span.ts';
import { matchFolded } from './match-folded.ts';

const han = /\p{Script=Han}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const arabic = /\p{Script=Arabic}/u;

/** Parts of names that name nobody, and titles; folded. */
const particles = new Set(
  'de del la las los el y da dos van von der den zu bin ibn al abu umm dr mr mrs ms prof herr frau don dona doctor nurse sister dra sr sra'.split(
    ' ',
  ),
);

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
const foldAll = (words: string) => foldText(words).text.trim().split(' ').join('|');

/** Endings that names take, folded: Russian cases, then Kazakh plural, possessive and case, one after another. */
const russian = foldAll(
  'а я у ю е и ы о ь й ой ей ом ем ою ею ам ям ами ями ах ях ов ев ова еву ого ому ым ых ых ину ина ины иной',
);
const kazakhPlural = foldAll('лар лер дар дер тар тер');
const kazakhOwner = foldAll('ым ім м ың ің сы сі ы і жан еке');
const kazakhCase = foldAll(
  'ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті н да де та те нда нде дан ден тан тен нан нен мен бен пен дікі нікі тікі',
);
const cyrillicEnding = `(?:${russian}|(?:${kazakhPlural})?(?:${kazakhOwner})?(?:${kazakhCase})?)`;
const latinEnding = "(?:'?s|s'|es|ens|en|n|')?";
const arabicBeginning = '(?:[وف]?(?:ال|لل|[بلك](?:ال)?)?)';
const chineseTitle =
  '(?:先生|女士|小姐|太太|夫人|医生|大夫|护士|老师|主任|院长|阿姨|叔叔|奶奶|爷爷)';

/** How a German name is also written: ü, ue or u. */
function spellings(original: string): string[] {
  const expanded = original
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter);
  const folded = foldText(original).text;
  return [...new Set([folded, foldText(expanded).text, folded.replaceAll(/([aou])e/g, '$1')])];
}

function chinesePatterns(name: string): string[] {
  const letters = name.replaceAll(/[\s·]/g, '');
  const family = letters.charAt(0);
  const given = letters.length === 3 ? [letters.slice(1)] : [];
  const whole = letters.length > 1 ? [letters, ...given].map(escape) : [];
  return [...whole, `${escape(family)}${chineseTitle}`];
}

function wordPattern(word: string): string {
  if (cyrillic.test(word)) {
    // A last vowel changes with the case: Anna, Anny, Anne.
    const stem = word.length > 3 ? word.replace(/[аяеиоуыюьі]$/u, '') : word;
    return `${escape(stem)}${stem === word ? '' : `(?:${escape(word.slice(-1))})?`}${cyrillicEnding}`;
  }
  if (arabic.test(word)) return `${arabicBeginning}${escape(word.replace(/^ال/u, ''))}`;
  return `${escape(word)}${latinEnding}`;
}

/** The whole name, then each part that names somebody by itself. */
function patternsOf(name: string): string[] {
  if (han.test(name)) return chinesePatterns(foldText(name).text);
  return spellings(name).flatMap((spelling) => {
    const words = spelling.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
    const single = words.filter((word) => word.length >= 2 && !particles.has(word));
    const parts = words.length === 1 ? words : single;
    const whole = words.length > 1 ? [words.map(wordPattern).join('[\\s.-]+')] : [];
    return [...whole, ...parts.map(wordPattern)].map(
      (pattern) => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`,
    );
  });
}

/**
 * The names an author listed, whole or in part, in whatever case, with or without diacritics, and in the
 * forms that names take: genitives and plurals in Latin script, Russian and Kazakh endings, Arabic
 * prepositions and articles; in Chinese also the given name alone and the family name before a title.
 *
 * @param folded the text
 * @param names as the author wrote them
 * @returns spans of kind `name`
 * @remarks A form whose stem changes (Lev, Lva) is missed, and a word that is spelled as a listed name is
 *   found: a person looks at both.
 */
export function findNames(folded: FoldedText, names: readonly string[]): IdentifierSpan[] {
  const patterns = names.filter((name) => /\p{L}/u.test(name)).flatMap(patternsOf);
  return patterns.flatMap((pattern) => matchFolded(folded, new RegExp(pattern, 'gu'), 'name'));
}
