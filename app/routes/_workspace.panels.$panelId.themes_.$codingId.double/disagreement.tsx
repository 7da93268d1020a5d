import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { DoublePage } from '../../services/themes/get-double-page.server.ts';

interface DisagreementProps {
  one: DoublePage['disagreements'][number];
  codes: DoublePage['codes'];
  mayDecide: boolean;
}

/** Two readers who differ about a text, side by side, and what is decided. */
export function Disagreement({ one, codes, mayDecide }: DisagreementProps) {
  const { t } = useTranslation('themes');
  const { listOf } = useLocal();
  const say = (all: readonly { name: string }[]) =>
    all.length === 0 ? t('double.noCode') : listOf(all.map(({ name }) => name));
  const either = new Set([...one.first, ...one.second].map(({ id }) => id));
  return (
    <li className="card stack">
      <SpokenWords text={one.text} language={one.language} />
      <dl className="side-by-side">
        <div>
          <dt>{t('double.first')}</dt>
          <dd>{say(one.first)}</dd>
        </div>
        <div>
          <dt>{t('double.second')}</dt>
          <dd>{say(one.second)}</dd>
        </div>
        {one.decided === null ? null : (
          <div>
            <dt>{t('double.decided')}</dt>
            <dd>{say(one.decided)}</dd>
            <dd className="muted" dir="auto">
              {one.reason}
            </dd>
          </div>
        )}
      </dl>
      {mayDecide && one.decided === null ? (
        <Form method="post" noValidate className="stack">
          <TokenField />
          <input type="hidden" name="contributionId" value={one.id} />
          <fieldset>
            <legend>{t('double.decide')}</legend>
            {codes.map(({ id, name }) => (
              <label key={id} className="coding-choice">
                <input
                  type="checkbox"
                  name="codes"
                  value={id}
                  defaultChecked={one.first.some((code) => code.id === id)}
                />{' '}
                <bdi>{name}</bdi>
                {either.has(id) ? null : <span className="muted"> {t('double.ofNeither')}</span>}
              </label>
            ))}
          </fieldset>
          <TextField
            id={`reason-${one.id}`}
            name="reason"
            label={t('codebook.reason')}
            required
            maxLength={500}
          />
          <div>
            <Button name="intent" value="decide">
              {t('double.decideButton')}
            </Button>
          </div>
        </Form>
      ) : null}
    </li>
  );
}
