import type {
  Instrument,
  Item,
  OfferedMissingReason,
  Register,
  TextItem,
} from '#surveys/model/instrument.ts';
import { localText, type Language } from '#surveys/model/languages.ts';
import { optionSetOf } from './answer-fields.ts';

export function hasEasyRead(instrument: Instrument, language: Language): boolean {
  return instrument.versions.some(
    (version) => version.language === language && version.register === 'easy-read',
  );
}

/** The register that is really shown: easy read exists in some languages only. */
export function shownRegister(
  instrument: Instrument,
  language: Language,
  chosen: Register,
): Register {
  return chosen === 'easy-read' && hasEasyRead(instrument, language) ? 'easy-read' : 'standard';
}

export type WordedItem = {
  id: string;
  stem: string;
  options: { value: string; label: string }[];
  missingReasons: OfferedMissingReason[];
};

/** An item in one language and register, its options in their order. */
export function wordItem(
  instrument: Instrument,
  item: Item,
  { language, register }: { language: Language; register: Register },
): WordedItem {
  const text = (texts: Item['stem']) => localText(texts, language, instrument.sourceLanguage);
  const easyRead = register === 'easy-read' ? item.easyRead?.[language] : undefined;
  return {
    id: item.id,
    stem: easyRead ?? text(item.stem),
    options: [...optionSetOf(instrument, item).options]
      .sort((a, b) => a.order - b.order)
      .map(({ code, label }) => ({ value: String(code), label: text(label) })),
    missingReasons: instrument.missingReasons,
  };
}

/** As `wordItem`, for an item that is answered in words; "prefer not to say" where it is offered at all. */
export function wordTextItem(
  instrument: Instrument,
  item: TextItem,
  { language, register }: { language: Language; register: Register },
): WordedItem & { maximumLength: number } {
  const easyRead = register === 'easy-read' ? item.easyRead?.[language] : undefined;
  const { id, stem, maximumLength } = item;
  const { missingReasons, sourceLanguage } = instrument;
  return {
    ...{ id, maximumLength, options: [] },
    stem: easyRead ?? localText(stem, language, sourceLanguage),
    missingReasons: missingReasons.filter((reason) => reason === 'prefer-not-to-say'),
  };
}
