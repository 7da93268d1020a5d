import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getWaves } from '../../services/studies/get-waves.server.ts';

export type Waves = Awaited<ReturnType<typeof getWaves>>['waves'];

export function WaveTable({ waves }: { waves: Waves }) {
  const { t } = useTranslation('studies');
  const { number, date } = useLocal();
  const openedText = ({ opensOn, plannedOpening }: Waves[number]) => {
    if (opensOn) return date(opensOn);
    return plannedOpening ? t('wave.opensOn', { date: date(plannedOpening) }) : t('none');
  };
  const closedText = ({ closesOn, plannedClosing }: Waves[number]) => {
    if (closesOn) return date(closesOn);
    return plannedClosing ? t('wave.closesOn', { date: date(plannedClosing) }) : t('none');
  };
  return (
    <DataTable
      id="waves"
      caption={t('wave.caption')}
      captionHidden
      rowHeader="name"
      columns={[
        { key: 'number', label: t('wave.number') },
        { key: 'name', label: t('wave.name') },
        { key: 'state', label: t('list.state') },
        { key: 'opened', label: t('wave.opened') },
        { key: 'closed', label: t('wave.closed') },
      ]}
      rows={waves.map((wave) => ({
        key: wave.id,
        cells: {
          number: number(wave.number),
          name: wave.name,
          state: (
            <Tag
              tone={wave.state === 'open' ? 'good' : 'neutral'}
              text={t(`wave.state.${wave.state}`)}
            />
          ),
          opened: openedText(wave),
          closed: closedText(wave),
        },
      }))}
    />
  );
}
