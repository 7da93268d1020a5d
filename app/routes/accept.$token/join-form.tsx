import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TokenField } from '../../components/token-field.tsx';

export function JoinForm({ email }: { email: string }) {
  const { t } = useTranslation('sign-in');
  return (
    <>
      <p>{t('accept.joinAs', { email })}</p>
      <Form method="post">
        <TokenField />
        <Button name="intent" value="join">
          {t('accept.submit')}
        </Button>
      </Form>
    </>
  );
}
