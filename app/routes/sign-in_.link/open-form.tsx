import type { SubmissionResult } from '@conform-to/react';
import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { TokenField } from '../../components/token-field.tsx';

/** Mail scanners open links; only a person presses the button. */
export function OpenForm({ result }: { result: SubmissionResult | undefined }) {
  const { t } = useTranslation('sign-in');
  if (result?.status === 'error') {
    return (
      <>
        <Notice tone="alert" live>
          {t('problem.link-refused')}
        </Notice>
        <p>
          <Link to="/sign-in/link">{t('link.title')}</Link>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{t('link.openLead')}</p>
      <Form method="post">
        <TokenField />
        <Button name="intent" value="open">
          {t('link.openSubmit')}
        </Button>
      </Form>
    </>
  );
}
