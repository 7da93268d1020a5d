import { useTranslation } from 'react-i18next';
import type { Language } from '#surveys/model/languages.ts';
import { formatTag } from '../../i18n/locales.ts';
import { TextareaField } from '../textarea-field.tsx';

interface WordsFieldProps {
  item: {
    id: string;
    stem: string;
    maximumLength: number;
    text: string;
    mayQuote: boolean;
    isRefused: boolean;
    missingReasons: readonly string[];
  };
  names: { words: string; quote: string; reason: string };
  /** Of what was sent, where it is longer than it may be. */
  tooLong?: { limit: number; length: number } | undefined;
  language: Language;
}

/** One item that is answered in own words, whether they may be quoted, and the reason for giving none. */
export function WordsField({ item, names, tooLong, language }: WordsFieldProps) {
  const { t } = useTranslation('respondent');
  const { id, stem, maximumLength, missingReasons } = item;
  const format = (value: number) => new Intl.NumberFormat(formatTag(language)).format(value);
  const hint = t('words.hint', { limit: format(maximumLength) });
  return (
    <div className="own-words">
      <TextareaField
        id={id}
        name={names.words}
        label={stem}
        hint={`${hint} ${t('words.names')} ${t('words.help')}`}
        error={
          tooLong &&
          t('words.tooLong', { limit: format(tooLong.limit), length: format(tooLong.length) })
        }
        rows={6}
        maxLength={tooLong ? undefined : maximumLength}
        defaultValue={item.text}
        dir="auto"
      />
      <div className="choice-rows">
        <label className="choice">
          <input type="checkbox" name={names.quote} value="yes" defaultChecked={item.mayQuote} />
          <span className="choice-text">
            {t('words.quote')}
            <span className="choice-hint">{t('words.quoteHint')}</span>
          </span>
        </label>
        {missingReasons.includes('prefer-not-to-say') && (
          <label className="choice choice-muted">
            <input
              type="checkbox"
              name={names.reason}
              value="prefer-not-to-say"
              defaultChecked={item.isRefused}
            />
            <span className="choice-text">{t('reason.prefer-not-to-say')}</span>
          </label>
        )}
      </div>
    </div>
  );
}
