import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { toLanguage } from '../../i18n/locales.ts';
import type { CodingPage } from '../../services/themes/get-coding-page.server.ts';
import { keyOf } from './use-coding-keys.ts';

type Current = NonNullable<CodingPage['current']>;
type Selected = { start: number; end: number } | null;

interface AssignFormProps {
  current: Current;
  codes: CodingPage['codes'];
  /** Words marked in the text, where there is script. */
  selected: Selected;
}

function SpanChoice({ current, selected }: Omit<AssignFormProps, 'codes'>) {
  const { t } = useTranslation('themes');
  const { text, language, sentences } = current;
  if (sentences.length < 2 && !selected) return <input type="hidden" name="span" value="" />;
  const words = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  const choices = [...(selected ? [selected] : []), ...sentences];
  return (
    <fieldset className="coding-spans" key={selected ? `${selected.start}-${selected.end}` : ''}>
      <legend>{t('code.which')}</legend>
      <label>
        <input type="radio" name="span" value="" defaultChecked={!selected} />
        <span>{t('code.wholeText')}</span>
      </label>
      {choices.map((span, index) => (
        <label key={`${span.start}-${span.end}-${index}`}>
          <input
            type="radio"
            name="span"
            value={`${span.start}-${span.end}`}
            defaultChecked={selected !== null && index === 0}
          />
          <span lang={language} dir={directionOf(toLanguage(language))}>
            {words(span)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Gives the words a code: each code is a button with its key, those suggested first. */
export function AssignForm({ current, codes, selected }: AssignFormProps) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const suggested = current.suggestions.flatMap(({ codeId, probability }) => {
    const code = codes.find(({ id }) => id === codeId);
    return code ? [{ ...code, probability }] : [];
  });
  return (
    <Form method="post" className="stack" preventScrollReset>
      <TokenField />
      <input type="hidden" name="intent" value="assign" />
      <input type="hidden" name="contributionId" value={current.id} />
      <input type="hidden" name="offered" value={suggested.map(({ id }) => id).join(' ')} />
      <SpanChoice current={current} selected={selected} />
      {suggested.length > 0 ? (
        <div>
          <h4>{t('code.suggested')}</h4>
          <div className="button-row">
            {suggested.map(({ id, name, probability }) => (
              <button key={id} name="codeId" value={id} className="button button-secondary">
                <bdi>{name}</bdi>{' '}
                {t('code.chance', { percent: number(Math.round(100 * probability)) })}
              </button>
            ))}
          </div>
        </div>
      ) : null}
      <div>
        <h4>{t('code.codes')}</h4>
        <div className="button-row coding-codes">
          {codes.map(({ id, name, description }, index) => (
            <button
              key={id}
              name="codeId"
              value={id}
              title={description}
              aria-keyshortcuts={keyOf(index)}
              className="button button-secondary"
            >
              {keyOf(index) === undefined ? null : <kbd aria-hidden="true">{keyOf(index)}</kbd>}{' '}
              <bdi>{name}</bdi>
            </button>
          ))}
        </div>
      </div>
    </Form>
  );
}
