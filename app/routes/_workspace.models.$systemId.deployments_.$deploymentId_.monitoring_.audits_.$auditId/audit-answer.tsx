import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { AuditPage } from '../../services/fairness/get-audits.server.ts';

type Run = NonNullable<AuditPage['run']>;
type Page = Pick<AuditPage, 'isSameAgain' | 'isOfThisVersion' | 'changedSince' | 'recordedBy'>;

function useAgain({ isSameAgain, isOfThisVersion }: Page, { codeVersion }: Run): string {
  const { t } = useTranslation('fairness');
  if (isSameAgain === true) return t('same');
  return isOfThisVersion ? t('differs') : t('differsVersion', { version: codeVersion });
}

/** What was concluded, what is done about it by when, and what it all rests on. */
export function AuditAnswer({ page, run }: { page: Page; run: Run }) {
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
            value:
              run.actions.length === 0 ? (
                t('noActions')
              ) : (
                <ul className="compact-list">
                  {run.actions.map(({ action, dueOn }) => (
                    <li key={`${dueOn} ${action}`}>
                      {t('actionBy', { action, day: date(dueOn) })}
                    </li>
                  ))}
                </ul>
              ),
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
