import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardStudy } from '../../services/board/board-study.ts';
import { LinkButton } from '../button.tsx';
import { Facts } from '../facts.tsx';
import { Notice } from '../notice.tsx';
import { ResultChart } from '../results/result-chart.tsx';
import { RunState } from '../results/run-state.tsx';
import { StudyTags } from '../results/study-notes.tsx';
import { Tag } from '../tag.tsx';

type StudySectionProps = {
  study: BoardStudy;
  /** Added to the address of a chart's file. */
  fileQuery?: string;
  maySeeResults: boolean;
  children?: ReactNode;
};

function Tags({ study }: { study: BoardStudy }) {
  const { t } = useTranslation('board');
  return (
    <>
      <Tag tone="neutral" text={t(`study.state.${study.state}`)} />
      <StudyTags notes={study} />
    </>
  );
}

function Nothing({ study }: { study: BoardStudy }) {
  const { t } = useTranslation('board');
  if (study.content === 'no-answers') return <Notice>{t('study.noAnswers')}</Notice>;
  if (study.content === 'below-minimum') {
    return <Notice>{t('study.belowMinimum', { minimum: study.minimum })}</Notice>;
  }
  return null;
}

function CannotConclude({ study }: { study: BoardStudy }) {
  const { t } = useTranslation('board');
  if (study.cannot.length === 0) return null;
  const headingId = `cannot-${study.id}`;
  return (
    <section className="card cannot" aria-labelledby={headingId}>
      <h3 id={headingId}>{t('cannot.title')}</h3>
      <ul>
        {study.cannot.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** A study on a board page: who answered, the charts, and what they do not tell. */
export function StudySection(props: StudySectionProps) {
  const { study, fileQuery = '', maySeeResults, children } = props;
  const { t } = useTranslation('board');
  const { pathname } = useLocation();
  const headingId = `study-${study.id}`;
  const fileHref = (chart: string) => `/board/chart?chart=${encodeURIComponent(chart)}${fileQuery}`;
  return (
    <section className="board-study stack" aria-labelledby={headingId}>
      <div className="board-study-heading">
        <h2 id={headingId}>
          <bdi>{study.title}</bdi>
        </h2>
        <Tags study={study} />
        {maySeeResults ? (
          <LinkButton to={`/studies/${study.id}/results`}>{t('study.results')}</LinkButton>
        ) : null}
      </div>
      {study.wave === null ? null : (
        <p className="muted">{t('study.newest', { wave: study.wave })}</p>
      )}
      {study.content === 'no-answers' ? null : <Facts items={study.facts} />}
      {study.run ? (
        <RunState run={study.run} action={`/studies/${study.id}/results/run`} backTo={pathname} />
      ) : null}
      <Nothing study={study} />
      {children}
      {study.charts.map((chart) => (
        <ResultChart key={chart.id} chart={chart} fileHref={fileHref(chart.id)} />
      ))}
      <CannotConclude study={study} />
    </section>
  );
}
