import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { TokenField } from '../../components/token-field.tsx';

export function RemoveForm({ name }: { name: string }) {
  const { t } = useTranslation('settings');
  return (
    <ConfirmDetails
      summary={t('people.removeTitle')}
      consequence={t('people.removeConsequence', { name })}
    >
      <Form method="post">
        <TokenField />
        <Button name="intent" value="remove" tone="danger">
          {t('people.remove', { name })}
        </Button>
      </Form>
    </ConfirmDetails>
  );
}
