import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelPeopleList } from '../../components/panel-people.tsx';
import { ProgressTable } from '../../components/progress-table.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { WaveCounts } from '../../components/wave-counts.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { studyPageTitle } from '../../i18n/title-text.server.ts';
import { getProgress } from '../../services/studies/get-progress.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getProgress(member, parseParams(params, studyParams)));
  const pageTitle = await studyPageTitle(request, 'progress', page.frame.title);
  return { pageTitle, ...page };
}

export default function StudyProgressPage() {
  const { frame, waves, minimumCellSize, seesAllSites, panels } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const { number } = useLocal();
  const begun = waves.filter(({ state }) => state !== 'planned').toReversed();
  return (
    <>
      <StudyHeader frame={frame} />
      {begun.length === 0 ? (
        <EmptyState title={t('progress.emptyTitle')} text={t('progress.emptyText')} />
      ) : null}
      {begun.map((wave) => (
        <section key={wave.waveId} className="card" aria-labelledby={`wave-${wave.waveId}`}>
          <h2 id={`wave-${wave.waveId}`}>
            {t('progress.wave', { name: wave.name, state: t(`wave.state.${wave.state}`) })}
          </h2>
          <WaveCounts wave={wave} minimumCellSize={minimumCellSize} />
          <PanelPeopleList
            panels={panels.filter(({ waveId }) => waveId === wave.waveId)}
            minimumCellSize={minimumCellSize}
          />
          <ProgressTable wave={wave} minimumCellSize={minimumCellSize} />
        </section>
      ))}
      {begun.length > 0 ? (
        <DisclosureNote title={t('progress.noteTitle')}>
          {`${t('progress.note', { minimum: number(minimumCellSize) })} ${t(
            seesAllSites ? 'progress.noteAll' : 'progress.noteOwn',
            { minimum: number(minimumCellSize) },
          )}`}
        </DisclosureNote>
      ) : null}
    </>
  );
}
