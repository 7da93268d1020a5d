import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { InvitationsView } from './filters.tsx';

/** Says how many it would reach before it does. */
export function RemindForm({ page }: { page: InvitationsView }) {
  const { t } = useTranslation('studies');
  const { counts, wave, maximumReminders } = page;
  if (counts.remindable === 0) return <p className="muted">{t('invitations.nobodyToRemind')}</p>;
  return (
    <ConfirmDetails
      summary={t('invitations.remind', { count: counts.remindable })}
      consequence={t('invitations.remindText', { count: maximumReminders })}
    >
      <Form method="post">
        <TokenField />
        <input type="hidden" name="waveId" value={wave?.id ?? ''} />
        <Button name="intent" value="remind">
          {t('invitations.remindSubmit')}
        </Button>
      </Form>
    </ConfirmDetails>
  );
}
