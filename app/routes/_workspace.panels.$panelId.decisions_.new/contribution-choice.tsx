import { useTranslation } from 'react-i18next';
import { directionOf, type LocalText } from '#surveys/model/languages.ts';
import { TextField } from '../../components/text-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { toLanguage } from '../../i18n/locales.ts';

export type Choice = {
  id: string;
  memberNumber: number | null;
  round: number;
  prompt: LocalText;
  language: string;
  text: string;
  mayQuote: boolean;
};

/** A contribution to build on; words to quote are copied out of it, so that they are found in it. */
export function ContributionChoice(props: { choice: Choice; isChosen: boolean; quote: string }) {
  const { id, memberNumber, language, text, mayQuote } = props.choice;
  const { t } = useTranslation('outcomes');
  const from = (number: number | null, name: string) =>
    number === null
      ? t('new.fromSurvey', { language: name })
      : t('new.from', { number, language: name });
  const { language: own, nameOf } = useLocal();
  const dir = directionOf(toLanguage(language));
  return (
    <div className="stack">
      <label className="choice" htmlFor={`contribution-${id}`}>
        <input
          type="checkbox"
          id={`contribution-${id}`}
          name="contributions"
          value={id}
          defaultChecked={props.isChosen}
        />
        <span className="choice-text" lang={language} dir={dir}>
          {text}
          <span className="choice-hint" lang={own} dir={directionOf(own)}>
            {from(memberNumber, nameOf(language))}
            {mayQuote ? '' : ` ${t('new.notQuotable')}`}
          </span>
        </span>
      </label>
      {mayQuote ? (
        <details open={props.quote !== ''}>
          <summary>
            {memberNumber === null
              ? t('new.quoteSummaryOfSurvey')
              : t('new.quoteSummary', { number: memberNumber })}
          </summary>
          <TextField
            id={`quote-${id}`}
            name={`quote.${id}`}
            label={t('new.quote')}
            hint={t('new.quoteHint')}
            defaultValue={props.quote}
            lang={language}
            dir={dir}
            autoComplete="off"
          />
        </details>
      ) : null}
    </div>
  );
}
