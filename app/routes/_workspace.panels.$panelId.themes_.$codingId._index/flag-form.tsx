import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { CodingPage } from '../../services/themes/get-coding-page.server.ts';

interface FlagFormProps {
  current: NonNullable<CodingPage['current']>;
  /** What was typed, where it came back: the form is open then. */
  sent: Record<string, unknown> | null | undefined;
}

/** Where its field is on the page. */
export const flagFields = { reason: 'flag-reason' };

/** "Few say it, but it matters", with why. */
export function FlagForm({ current, sent }: FlagFormProps) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const isSent = sent?.['intent'] === 'flag';
  const reason = sent?.['reason'];
  return (
    <details open={isSent}>
      <summary>{t('flag.raise')}</summary>
      <Form method="post" noValidate className="stack">
        <TokenField />
        <input type="hidden" name="intent" value="flag" />
        <input type="hidden" name="contributionId" value={current.id} />
        {current.flags > 0 ? <p>{t('flag.already', { n: number(current.flags) })}</p> : null}
        <TextareaField
          id={flagFields.reason}
          name="reason"
          label={t('flag.reason')}
          hint={t('flag.hint')}
          defaultValue={isSent && typeof reason === 'string' ? reason : ''}
          required
          maxLength={1000}
        />
        <div>
          <Button tone="secondary">{t('flag.button')}</Button>
        </div>
      </Form>
    </details>
  );
}
