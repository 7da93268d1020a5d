import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../notice.tsx';
import { AgreementText } from '../agreement-text.tsx';
import { AnswerText } from '../answer-text.tsx';
import { useLocal } from '../../use-local.ts';
import { useShownCount } from '../../use-shown-count.ts';
import { replyVerdictNames } from '../../../services/themes/reply-verdicts.ts';
import type { ReportPage } from '../../../services/themes/get-report-page.server.ts';
import { ConcernTables } from './concern-tables.tsx';
import { ReportedTheme } from './reported-theme.tsx';

type Report = NonNullable<ReportPage['report']>;

type PrintedProps = { id: string | null; printed: Report['printed']; language?: string };

/** A report as its facilitators read it, or as anybody does. */
export type ShownReport = Omit<Report, 'id' | 'number' | 'isSame' | 'differing'> &
  Partial<Pick<Report, 'isSame' | 'differing'>>;

/** Words of a reply or a flag, as long as they may be read. */
function Printed({ id, printed, language }: PrintedProps) {
  const { t } = useTranslation('themes');
  if (id === null) return <p>{t('report.wordsNotPrinted')}</p>;
  const words = printed.find((one) => one.id === id)?.words;
  if (words === undefined) return <p className="muted">{t('report.takenBack')}</p>;
  return (
    <blockquote className="spoken-words" lang={language} dir="auto">
      {words}
    </blockquote>
  );
}

function Check({
  check,
  printed,
}: { check: Report['content']['check'] } & Pick<Report, 'printed'>) {
  const { t } = useTranslation('themes');
  const { date } = useLocal();
  const shown = useShownCount();
  return (
    <section className="stack" aria-labelledby="check-title">
      <h3 id="check-title">{t('page.check')}</h3>
      <p>{t('report.checked', { from: date(check.openedOn), to: date(check.closedOn) })}</p>
      <ul>
        {replyVerdictNames.map((verdict) => (
          <li key={verdict}>
            {t(`verdict.${verdict}`)}: {shown(check.replies[verdict])}
          </li>
        ))}
      </ul>
      {check.printed.map(({ verdict, language, id, answer }, index) => (
        <div key={index} className="stack">
          <p className="muted">{t(`verdict.${verdict}`)}</p>
          <Printed id={id} printed={printed} language={language} />
          <AnswerText answer={answer} language={language} />
        </div>
      ))}
    </section>
  );
}

/** Reasons are for those who answer them: without `printed`, only that something was flagged and the answer. */
function Flags({
  flags,
  printed,
}: {
  flags: Report['content']['flags'];
  printed: Report['printed'] | undefined;
}) {
  const { t } = useTranslation('themes');
  if (flags.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="flags-title">
      <h3 id="flags-title">{t('page.flags')}</h3>
      {flags.map(({ id, byPerson, answer }) => (
        <div key={id} className="stack">
          {printed ? (
            <>
              <p>
                <strong>{t(byPerson ? 'flag.byPerson' : 'flag.byMember')}</strong>
              </p>
              <Printed id={id} printed={printed} />
            </>
          ) : (
            <p>{t(byPerson ? 'flag.toldOfPerson' : 'flag.toldOfMember')}</p>
          )}
          <AnswerText answer={answer} />
        </div>
      ))}
    </section>
  );
}

/** What came of computing the report again, where somebody asked for it. */
function Compared({ differing }: { differing: ShownReport['differing'] }) {
  const { t } = useTranslation('themes');
  const { listOf } = useLocal();
  if (differing == null) return null;
  const parts = listOf(differing.map((part) => t(`report.part.${part}`)));
  return (
    <Notice tone={differing.length === 0 ? 'information' : 'concern'}>
      {differing.length === 0 ? t('report.cameSame') : t('report.cameOther', { parts })}
    </Notice>
  );
}

/**
 * A published report as it was frozen; quotes are read where they can be taken back. `home` is the coding
 * it was made from, for those who may open it.
 */
export function ThemeReport({ report, home }: { report: ShownReport; home?: string }) {
  const { t } = useTranslation('themes');
  const { number, text, date } = useLocal();
  const shown = useShownCount();
  const { content, quotes } = report;
  const { coverage, acceptance } = content;
  const version = t('report.version', {
    n: number(report.version),
    day: date(report.publishedOn),
  });
  const codebook = t('report.codebook', {
    version: number(content.codebookVersion),
    attune: content.version,
  });
  const isOfSurvey = content.source === 'survey';
  return (
    <article className="stack theme-report">
      {home === undefined ? (
        <h2>{version}</h2>
      ) : (
        <>
          <h2>{t('report.title', { round: text(content.title) })}</h2>
          <p className="muted">{version}</p>
        </>
      )}
      <p>
        {t(isOfSurvey ? 'report.coverageOfSurvey' : 'report.coverage', {
          ...{ used: number(coverage.withTheme), all: number(coverage.contributions) },
          ...{ people: shown(coverage.people), empty: number(coverage.withoutContent) },
          unassigned: number(coverage.unassigned),
        })}{' '}
        {home === undefined ? null : <Link to={`${home}/left-out`}>{t('report.openLeftOut')}</Link>}
      </p>
      <ConcernTables concerns={content.topConcerns ?? []} />
      {content.themes.map((theme) => (
        <ReportedTheme key={theme.id} theme={theme} quotes={quotes} isOfSurvey={isOfSurvey} />
      ))}
      <Flags flags={content.flags} printed={home === undefined ? undefined : report.printed} />
      {isOfSurvey ? (
        <p>{t('report.notChecked')}</p>
      ) : (
        <Check check={content.check} printed={report.printed} />
      )}
      <section className="stack" aria-labelledby="how-title">
        <h3 id="how-title">{t('report.how')}</h3>
        <AgreementText agreement={content.agreement} />
        {acceptance.offered > 0 ? (
          <p>
            {t('acceptance', {
              ...{ taken: number(acceptance.taken), offered: number(acceptance.offered) },
              percent: number(Math.round((100 * acceptance.taken) / acceptance.offered)),
            })}
          </p>
        ) : null}
        <p>
          {home === undefined ? (
            codebook
          ) : (
            <Link to={`${home}/codebook?at=${content.codebookVersion}`}>{codebook}</Link>
          )}
        </p>
        <p className="hash">
          {t('report.hash')} <code>{content.inputsHash}</code>
        </p>
        {report.isSame === undefined ? null : (
          <p>{t(report.isSame ? 'report.isSame' : 'report.isOther')}</p>
        )}
        <Compared differing={report.differing ?? null} />
      </section>
    </article>
  );
}
