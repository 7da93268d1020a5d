import { localText, type LocalText } from '#surveys/model/languages.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { attuneVersion } from '../../version.ts';

type Code = {
  id: string;
  name: string;
  description: string;
  themeId: string | null;
  mergedInto: string | null;
  retired: boolean;
};
type Theme = { id: string; title: LocalText; summary: LocalText };

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** XML 1.0 has no other control characters, nor halves of surrogate pairs, not even written as numbers. */
function escape(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, (sign) => (/[\n\t]/u.test(sign) ? sign : ''))
    .replace(/[&<>"\n\t]/gu, (sign) => entities[sign] ?? sign);
}

function element(
  {
    id,
    name,
    description,
    isCodable,
  }: { id: string; name: string; description: string; isCodable: boolean },
  inside: readonly string[],
  indent: string,
): string {
  const start = `${indent}<Code guid="${id}" name="${escape(name)}" isCodable="${String(isCodable)}"`;
  const own =
    description === '' ? [] : [`${indent}  <Description>${escape(description)}</Description>`];
  const body = [...own, ...inside];
  return body.length === 0 ? `${start}/>` : [`${start}>`, ...body, `${indent}</Code>`].join('\n');
}

/**
 * A codebook in the exchange format of programs for qualitative analysis (REFI-QDA 1.5, `.qdc`): themes hold
 * their codes. Codes that are merged or retired are left out. Undefined where there is no code.
 */
export function codebookXml(codes: readonly Code[], themes: readonly Theme[]): string | undefined {
  const inUse = codes.filter(({ mergedInto, retired }) => mergedInto === null && !retired);
  if (inUse.length === 0) return undefined;
  const of = (themeId: string | null, indent: string) =>
    inUse
      .filter((code) => code.themeId === themeId)
      .map((code) => element({ ...code, isCodable: true }, [], indent));
  const text = (words: LocalText) => localText(words, defaultLanguage, defaultLanguage);
  const grouped = themes.flatMap(({ id, title, summary }) => {
    const own = of(id, '      ');
    const theme = { id, name: text(title), description: text(summary), isCodable: false };
    return own.length === 0 ? [] : [element(theme, own, '    ')];
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Attune ${escape(attuneVersion)}">`,
    '  <Codes>',
    ...grouped,
    ...of(null, '    '),
    '  </Codes>',
    '</CodeBook>',
    '',
  ].join('\n');
}
