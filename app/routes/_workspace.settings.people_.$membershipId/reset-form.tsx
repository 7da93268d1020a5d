import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { CopyValue } from '../../components/copy-value.tsx';
import { Notice } from '../../components/notice.tsx';
import { TokenField } from '../../components/token-field.tsx';

type Reset = { email: string; link: string | null };

export function ResetForm({ reset }: { reset: Reset | undefined }) {
  const { t } = useTranslation('settings');
  return (
    <section className="stack" aria-labelledby="reset">
      <h2 id="reset">{t('people.resetTitle')}</h2>
      <p>{t('people.resetLead')}</p>
      {reset ? (
        <Notice tone="good" live>
          {t(reset.link === null ? 'people.mailed' : 'people.passOn', { email: reset.email })}
        </Notice>
      ) : null}
      {reset?.link ? <CopyValue label={t('people.linkLabel')} value={reset.link} /> : null}
      <Form method="post">
        <TokenField />
        <Button name="intent" value="reset" tone="secondary">
          {t('people.reset')}
        </Button>
      </Form>
    </section>
  );
}
