import type { Instrument, Register, TextItem } from '#surveys/model/instrument.ts';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';

export type TextItemForm = {
  id: string;
  /** One of this id is there already: then the document is not sound, and is not saved. */
  isNew: boolean;
  /** On which page it stands, after what is there. */
  pageId: string;
  maximumLength: number;
  wording: { language: Language; register: Register; text: string }[];
};

function writeInto(texts: LocalText, form: TextItemForm, register: Register): LocalText {
  const own = form.wording.filter((wording) => wording.register === register);
  return { ...texts, ...Object.fromEntries(own.map(({ language, text }) => [language, text])) };
}

function withPages({ pages }: Instrument, { id, pageId }: TextItemForm): Instrument['pages'] {
  if (pages.find((page) => page.id === pageId)?.items.includes(id)) return pages;
  return pages
    .map((page) => {
      const others = page.items.filter((item) => item !== id);
      return { ...page, items: page.id === pageId ? [...others, id] : others };
    })
    .filter(({ items }) => items.length > 0);
}

/** Who checked a language's words before has not checked these. */
function withoutStaleChecks(
  { versions }: Instrument,
  { wording }: TextItemForm,
  old: TextItem | undefined,
): Instrument['versions'] {
  return versions.map((version) => {
    const before = version.register === 'standard' ? old?.stem : old?.easyRead;
    const fresh = wording.find(
      ({ language, register }) => language === version.language && register === version.register,
    );
    if (!fresh || before?.[version.language] === fresh.text) return version;
    const unchecked = { ...version };
    delete unchecked.checkedBy;
    return unchecked;
  });
}

/** The document with the question as the form says: in its place, or after the others where it is new. */
export function withTextItem(document: Instrument, form: TextItemForm): Instrument {
  const before = textItemsOf(document);
  const old = form.isNew ? undefined : before.find(({ id }) => id === form.id);
  const easyRead = writeInto(old?.easyRead ?? {}, form, 'easy-read');
  const fresh: TextItem = {
    ...old,
    id: form.id,
    stem: writeInto(old?.stem ?? {}, form, 'standard'),
    ...(Object.keys(easyRead).length > 0 ? { easyRead } : {}),
    maximumLength: form.maximumLength,
  };
  return {
    ...document,
    versions: withoutStaleChecks(document, form, old),
    textItems: old ? before.map((item) => (item === old ? fresh : item)) : [...before, fresh],
    pages: withPages(document, form),
  };
}

/** The document without it; a page that held nothing else goes with it. */
export function withoutTextItem(document: Instrument, id: string): Instrument {
  const { textItems: before = [], ...others } = document;
  const textItems = before.filter((item) => item.id !== id);
  const pages = document.pages
    .map((page) => ({ ...page, items: page.items.filter((item) => item !== id) }))
    .filter(({ items }) => items.length > 0);
  return { ...others, ...(textItems.length > 0 ? { textItems } : {}), pages };
}
