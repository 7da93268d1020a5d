import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemList } from '../../components/themes/problem-list.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ReportPage } from '../../services/themes/get-report-page.server.ts';

/** Publishing, once it is said what will stand there and who can read it. */
export function PublishReport({ page, home }: { page: ReportPage; home: string }) {
  const { t } = useTranslation('themes');
  const { text, number } = useLocal();
  const { problems, ahead, report, isPublic } = page;
  if (problems.length > 0) {
    return (
      <Notice tone="concern" title={t('report.notReady')}>
        <ProblemList problems={problems} home={home} />
      </Notice>
    );
  }
  const label = t(report ? 'report.publishAgain' : 'report.publish');
  return (
    <ConfirmDetails
      summary={label}
      consequence={t(isPublic ? 'report.willBePublic' : 'report.willBeInPanel')}
    >
      <p>{t('report.ahead', { replies: number(ahead.replies), flags: number(ahead.flags) })}</p>
      <ul>
        {ahead.themes.map((title) => (
          <li key={text(title)}>
            <bdi>{text(title)}</bdi>
          </li>
        ))}
      </ul>
      {ahead.unread > 0 ? <p>{t('report.unread', { n: number(ahead.unread) })}</p> : null}
      {ahead.toReadAgain > 0 ? (
        <p>{t('report.toReadAgain', { n: number(ahead.toReadAgain) })}</p>
      ) : null}
      <Form method="post">
        <TokenField />
        <Button>{label}</Button>
      </Form>
    </ConfirmDetails>
  );
}
