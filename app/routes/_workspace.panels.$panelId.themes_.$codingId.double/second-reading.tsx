import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { DoublePage } from '../../services/themes/get-double-page.server.ts';

type Current = NonNullable<DoublePage['current']>;

/** A text that is read again, without what the first reader thought of it. */
export function SecondReading({ current, page }: { current: Current; page: DoublePage }) {
  const { t } = useTranslation('themes');
  const { text, number } = useLocal();
  const given = new Set(current.assignments.map(({ codeId }) => codeId));
  return (
    <section className="card stack" aria-labelledby="second-title">
      <h3 id="second-title">{t('double.yours', { n: number(page.left) })}</h3>
      <p className="question">
        <bdi>{text(current.prompt)}</bdi>
      </p>
      <SpokenWords text={current.text} language={current.language} />
      <ul className="coding-assigned" aria-label={t('code.assigned')}>
        {current.assignments.map(({ id, name }) => (
          <li key={id}>
            <Form method="post" noValidate>
              <TokenField />
              <input type="hidden" name="assignmentId" value={id} />
              <strong>
                <bdi>{name}</bdi>
              </strong>{' '}
              <Button name="intent" value="take-away" tone="secondary">
                {t('code.takeAway')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" noValidate className="button-row coding-codes">
        <TokenField />
        <input type="hidden" name="intent" value="assign" />
        <input type="hidden" name="contributionId" value={current.id} />
        {page.codes
          .filter(({ id }) => !given.has(id))
          .map(({ id, name, description }) => (
            <button
              key={id}
              name="codeId"
              value={id}
              title={description}
              className="button button-secondary"
            >
              <bdi>{name}</bdi>
            </button>
          ))}
      </Form>
      <Form method="post" noValidate>
        <TokenField />
        <input type="hidden" name="contributionId" value={current.id} />
        {given.size === 0 ? (
          <ConfirmDetails summary={t('double.finishNone')} consequence={t('double.finishNoneText')}>
            <Button tone="danger" name="intent" value="finish">
              {t('double.finishNone')}
            </Button>
          </ConfirmDetails>
        ) : (
          <Button name="intent" value="finish">
            {t('double.finish')}
          </Button>
        )}
      </Form>
    </section>
  );
}
