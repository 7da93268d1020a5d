import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { StudyTags } from '../../components/study-tags.tsx';
import { useCountText } from '../../components/use-count-text.ts';
import { useLocal } from '../../components/use-local.ts';
import type { listStudies } from '../../services/studies/list-studies.server.ts';

type Studies = Awaited<ReturnType<typeof listStudies>>['studies'];

export function StudyTable({ studies }: { studies: Studies }) {
  const { t } = useTranslation('studies');
  const { text, number, languages } = useLocal();
  const countText = useCountText();
  return (
    <DataTable
      id="studies"
      caption={t('list.title')}
      captionHidden
      columns={[
        { key: 'title', label: t('list.study') },
        { key: 'state', label: t('list.state') },
        { key: 'wave', label: t('list.wave') },
        { key: 'sites', label: t('list.sites'), numeric: true },
        { key: 'languages', label: t('list.languages') },
        { key: 'complete', label: t('list.complete'), numeric: true },
      ]}
      rows={studies.map((study) => ({
        key: study.id,
        cells: {
          title: (
            <Link to={`/studies/${study.id}`}>
              <bdi>{text(study.title)}</bdi>
            </Link>
          ),
          state: <StudyTags state={study.state} isPilot={study.isPilot} />,
          wave: study.wave
            ? t('list.waveIs', {
                name: study.wave.name,
                state: t(`wave.state.${study.wave.state}`),
              })
            : t('none'),
          sites: number(study.sites),
          languages: languages(study.languages),
          complete:
            study.complete === null ? t('none') : countText(study.complete, study.minimumCellSize),
        },
      }))}
    />
  );
}
