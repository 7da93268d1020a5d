import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { AuditPage } from '../../services/fairness/get-audits.server.ts';
import { AuditActions } from './audit-actions.tsx';

type Run = NonNullable<AuditPage['run']>;
type Again = Pick<AuditPage, 'isSameAgain' | 'isOfThisVersion'>;

function useAgain({ isSameAgain, isOfThisVersion }: Again, { codeVersion }: Run): string {
  const { t } = useTranslation('fairness');
  if (isSameAgain === true) return t('same');
  return isOfThisVersion ? t('differs') : t('differsVersion', { version: codeVersion });
}

/** What was concluded, what is done about it by when, and what it all rests on. */
export function AuditAnswer({ page, run }: { page: AuditPage; run: Run }) {
  const { t } = useTranslation('fairness');
  const { date, number } = useLocal();
  const { changedSince } = page;
  const again = useAgain(page, run);
  return (
    <section className="card stack" aria-labelledby="conclusion">
      <h2 id="conclusion">{t('conclusion')}</h2>
      <p className="as-written" dir="auto">
        {run.conclusion}
      </p>
      <Definitions
        items={[
          {
            term: t('actions'),
            value: <AuditActions page={page} actions={run.actions} />,
          },
          { term: t('carriedOutBy'), value: <bdi>{run.carriedOutBy}</bdi> },
          { term: t('ranOn'), value: date(run.ranOn) },
          { term: t('recordedBy'), value: <bdi>{page.recordedBy ?? '–'}</bdi> },
          { term: t('next'), value: date(run.nextDueOn) },
          {
            term: t('hash'),
            value: (
              <code dir="ltr" className="hash">
                {run.evidenceHash}
              </code>
            ),
            note:
              changedSince === 0
                ? again
                : `${again} ${t('changedSince', { n: number(changedSince) })}`,
          },
        ]}
      />
    </section>
  );
}
