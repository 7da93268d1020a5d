import type { Instrument, LanguageVersion, Origin, Register } from '#surveys/model/instrument.ts';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import { allItems } from '#surveys/model/text-items.ts';
import { listWording } from '#surveys/model/wording.ts';

export type WordingForm = {
  language: Language;
  /** By JSON pointer; a text that is missing or empty is taken away. */
  texts: Readonly<Record<string, string>>;
  /** Null: the wording is still being written and no study may use it. */
  origin: Origin | null;
  easyReadOrigin: Origin | null;
  translatedBy: string | null;
  checkedBy: LanguageVersion['checkedBy'] | null;
};

/** Where a text lies; easy-read wording is made on its first use. */
function textAt(document: Instrument, path: string): LocalText {
  const keys = path.split('/').slice(1);
  let node: Record<string, unknown> = document;
  for (const key of keys) {
    if (key === 'easyRead') node[key] ??= {};
    node = node[key] as Record<string, unknown>;
  }
  return node;
}

const isEmpty = (text: LocalText) => Object.keys(text).length === 0;

/** Writes the texts and answers with the registers in which a word has changed. */
function writeTexts(document: Instrument, { language, texts }: WordingForm): Set<Register> {
  const changed = new Set<Register>();
  for (const { path, register } of listWording(document)) {
    const text = textAt(document, path);
    const fresh = texts[path]?.replaceAll('\r\n', '\n').trim() ?? '';
    if ((text[language] ?? '') !== fresh) changed.add(register);
    if (fresh === '') Reflect.deleteProperty(text, language);
    else text[language] = fresh;
  }
  for (const item of allItems(document)) {
    if (item.easyRead && isEmpty(item.easyRead)) delete item.easyRead;
  }
  return changed;
}

function isSameCheck(a: LanguageVersion['checkedBy'] | null, b: LanguageVersion['checkedBy']) {
  return a?.name === b?.name && a?.role === b?.role && a?.on === b?.on;
}

/** Who checked the words before they changed has not checked these. */
function provenance(
  form: WordingForm,
  register: Register,
  known: LanguageVersion | undefined,
  isChanged: boolean,
): LanguageVersion | undefined {
  const origin = register === 'standard' ? form.origin : form.easyReadOrigin;
  if (origin === null) return undefined;
  const given = register === 'standard' ? form.checkedBy : (known?.checkedBy ?? null);
  const isStale = isChanged && isSameCheck(given, known?.checkedBy);
  const translatedBy = register === 'standard' ? form.translatedBy : known?.translatedBy;
  return {
    language: form.language,
    register,
    origin,
    ...(translatedBy ? { translatedBy } : {}),
    ...(given && !isStale ? { checkedBy: given } : {}),
    ...(known?.notes ? { notes: known.notes } : {}),
  };
}

/** The document with one language's wording and provenance as the form says. */
export function applyWording(instrument: Instrument, form: WordingForm): Instrument {
  const document = structuredClone(instrument);
  const changed = writeTexts(document, form);
  const registers = ['standard', 'easy-read'] as const satisfies readonly Register[];
  const own = registers.map((register) => {
    const known = instrument.versions.find(
      (version) => version.language === form.language && version.register === register,
    );
    return provenance(form, register, known, changed.has(register));
  });
  const others = instrument.versions.filter(({ language }) => language !== form.language);
  const versions = [...others, ...own.filter((version) => version !== undefined)];
  const order = [...new Set([...instrument.versions.map((v) => v.language), form.language])];
  versions.sort((a, b) => order.indexOf(a.language) - order.indexOf(b.language));
  return { ...document, versions };
}
