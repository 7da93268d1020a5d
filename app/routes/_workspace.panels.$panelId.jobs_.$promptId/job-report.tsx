import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { Paragraphs } from '../../components/panel/paragraphs.tsx';
import { ReviewedMark } from '../../components/reviewed-mark.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { JobPage } from '../../services/panel-jobs/get-job.server.ts';
import type { JobContent } from '../../services/panel-jobs/job-content.ts';

type Page = JobPage & { report: NonNullable<JobPage['report']> };

function People({ people }: Pick<JobContent, 'people'>) {
  const { t } = useTranslation('jobs');
  const { nameOf, number, languages } = useLocal();
  return (
    <>
      <p>
        {t('people')}: {number(people.total)}
      </p>
      {people.byLanguage.length > 0 ? (
        <ul>
          {people.byLanguage.map(({ language, people: n }) => (
            <li key={language}>
              {nameOf(language)}: {number(n)}
            </li>
          ))}
        </ul>
      ) : null}
      {people.withheld.length > 0 ? (
        <p>{t('withheld', { languages: languages(people.withheld) })}</p>
      ) : null}
    </>
  );
}

function Found({ content, page }: { content: JobContent; page: Page }) {
  const { t } = useTranslation('jobs');
  const { number, nameOf } = useLocal();
  const { report, frame, isOutcomesPublic } = page;
  switch (content.job) {
    case 'debriefing':
      return (
        <>
          <ul>
            {content.findings.map(({ itemId, language, problem, resolution }) => (
              <li key={`${itemId} ${language}`} dir="auto">
                {itemId} ({nameOf(language)}): {problem} → {resolution}
              </li>
            ))}
          </ul>
          <p>
            {t('inDossier')}{' '}
            <Link to={`/instruments/${content.instrumentId}/evidence`}>{t('toDossier')}</Link>
          </p>
        </>
      );
    case 'review':
      return (
        <>
          <ReviewedMark on={report.publishedOn} />
          <Paragraphs text={content.changed} />
          <p>
            {isOutcomesPublic ? (
              <Link to={`/outcomes/${frame.slug}/reviews/${report.id}`}>{t('publicPage')}</Link>
            ) : (
              t('publicLater')
            )}
          </p>
        </>
      );
    case 'margin':
      return (
        <>
          <p>
            {t('margin', {
              median: number(content.median),
              low: number(content.middleHalf[0]),
              high: number(content.middleHalf[1]),
            })}
          </p>
          <p>{t('cite', { id: report.id })}</p>
        </>
      );
  }
}

/** What was published of a job, as it was frozen. */
export function JobReport({ page }: { page: Page }) {
  const { t } = useTranslation('jobs');
  const { date } = useLocal();
  const { report, quotes } = page;
  const { content } = report;
  return (
    <section className="card" aria-labelledby="result">
      <h3 id="result">{t('published', { day: date(report.publishedOn) })}</h3>
      {report.supersededOn === null ? null : <Notice tone="concern">{t('superseded')}</Notice>}
      <People people={content.people} />
      <Found content={content} page={page} />
      {quotes.map(({ id, language, words }) => (
        <blockquote key={id} lang={language} dir="auto">
          {words}
        </blockquote>
      ))}
    </section>
  );
}
