import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultsPage as PageName } from '../../services/results/results-pages.ts';
import { resultsPages } from '../../services/results/results-pages.ts';
import type { ResultsFrame } from '../../services/results/present-frame.ts';
import { LinkButton } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { TabsNav } from '../tabs-nav.tsx';
import { AnswersHeader } from './answers-header.tsx';
import { ResultsFilter } from './results-filter.tsx';
import { RunState } from './run-state.tsx';
import { StudyTags, StudyWarnings, SuppressionNote } from './study-notes.tsx';

type ResultsPageProps = {
  page: PageName;
  frame: ResultsFrame;
  hasGroup?: boolean;
  hasFilter?: boolean;
  by?: { current: string; dimensions: readonly { id: string; label: string }[] } | undefined;
  children: ReactNode;
};

function Header({ page, frame }: { page: PageName; frame: ResultsFrame }) {
  const { t } = useTranslation('results');
  const { study } = frame;
  const base = `/studies/${study.id}/results`;
  const wave = frame.wave ? `?wave=${frame.wave.number}` : '';
  const tabs = resultsPages.map((name) => ({
    label: t(`tab.${name}`),
    href: `${base}${name === 'overview' ? '' : `/${name}`}${wave}`,
    current: name === page,
  }));
  return (
    <>
      <AnswersHeader {...frame.surroundings} />
      <TabsNav label={t('tab.label')} items={tabs} />
    </>
  );
}

function Empty({ frame }: { frame: ResultsFrame }) {
  const { t } = useTranslation('results');
  if (frame.content === 'below-minimum') {
    const { minimum } = frame.notes;
    return (
      <EmptyState title={t('belowMinimum.title')} text={t('belowMinimum.text', { minimum })} />
    );
  }
  return (
    <EmptyState
      title={t('none.title')}
      text={t('none.text')}
      action={<LinkButton to={`/studies/${frame.study.id}`}>{t('back')}</LinkButton>}
    />
  );
}

/** What surrounds each page of the results: where one is, whom it is about, what is not certain. */
export function ResultsPage(props: ResultsPageProps) {
  const { page, frame, hasGroup = false, hasFilter = true, by, children } = props;
  const { t } = useTranslation('results');
  const { pathname, search } = useLocation();
  const isEmpty = frame.content === 'no-answers' || frame.content === 'below-minimum';
  return (
    <>
      <Header page={page} frame={frame} />
      {page === 'overview' ? (
        <StudyWarnings notes={frame.notes} />
      ) : (
        <p className="results-tags">
          {/* The head of the page says already whether the study is a pilot. */}
          <StudyTags notes={{ origin: frame.notes.origin, pilotLanguages: [] }} />
        </p>
      )}
      {hasFilter && frame.wave ? <ResultsFilter frame={frame} hasGroup={hasGroup} by={by} /> : null}
      {frame.run ? (
        <RunState
          run={frame.run}
          action={`/studies/${frame.study.id}/results/run`}
          backTo={pathname + search}
        />
      ) : null}
      {isEmpty ? <Empty frame={frame} /> : null}
      {children}
      {frame.content === 'shown' ? <SuppressionNote notes={frame.notes} /> : null}
      {frame.run?.computedOn ? (
        <p className="muted">{t('run.computed', { date: frame.run.computedOn })}</p>
      ) : null}
    </>
  );
}
