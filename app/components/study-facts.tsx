import { useTranslation } from 'react-i18next';
import type { CovariateId } from '#surveys/model/covariates.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import type { ResponseMode } from '#db/schema/study.ts';
import { useLocal } from './use-local.ts';

export interface StudyFactsProps {
  design: {
    instrument: { title: LocalText; number: number };
    languages: readonly string[];
    covariates: readonly string[];
    responseMode: ResponseMode;
    minimumCellSize: number;
    wordsPanel: { title: LocalText } | null;
  };
  sites: readonly { id: string; name: string }[];
}

/** What the study asks, whom, and how. */
export function StudyFacts({ design, sites }: StudyFactsProps) {
  const { t } = useTranslation('studies');
  const { text, listOf, languages, number } = useLocal();
  const { instrument, covariates, wordsPanel } = design;
  const rows = [
    [
      t('design.instrument'),
      t('version', { title: text(instrument.title), number: instrument.number }),
    ],
    [t('design.languages'), languages(design.languages)],
    [t('design.sites'), listOf(sites.map(({ name }) => name))],
    [
      t('design.covariates'),
      covariates.length > 0
        ? listOf(covariates.map((id) => t(`covariate.${id as CovariateId}`)))
        : t('none'),
    ],
    [t('design.mode'), t(`mode.${design.responseMode}.name`)],
    [t('design.cellSize'), number(design.minimumCellSize)],
    ...(wordsPanel ? [[t('design.wordsPanel'), text(wordsPanel.title)] as const] : []),
  ] as const;
  return (
    <dl className="definitions">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
