import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TokenField } from '../../components/token-field.tsx';

/** The person said that they leave, and what is to become of their words. */
export function LeaveForm() {
  const { t } = useTranslation(['recruitment', 'panel']);
  const choice = (value: 'keep' | 'withdraw') => ({
    value,
    label: t(`recruitment:leaving.${value}`),
  });
  return (
    <ConfirmDetails
      summary={t('recruitment:leaving.title')}
      consequence={t('recruitment:leaving.text')}
    >
      <Form method="post">
        <TokenField />
        <RadioRows
          id="words"
          name="words"
          legend={t('recruitment:leaving.words')}
          options={[choice('keep'), choice('withdraw')]}
          required
        />
        <Button tone="danger" name="intent" value="left">
          {t('recruitment:leaving.submit')}
        </Button>
      </Form>
    </ConfirmDetails>
  );
}
