import { useTranslation } from 'react-i18next';
import type { PanelPeople } from '../services/studies/count-panel-people.server.ts';
import { useLocal } from './use-local.ts';

interface PanelPeopleListProps {
  panels: readonly PanelPeople[];
  minimumCellSize: number;
}

/** How many people of which panel have begun, instead of who: in steps of the minimum. */
export function PanelPeopleList({ panels, minimumCellSize }: PanelPeopleListProps) {
  const { t } = useTranslation('studies');
  const { text, number } = useLocal();
  if (panels.length === 0) return null;
  return (
    <ul>
      {panels.map(({ panelId, title, people }) => (
        <li key={panelId}>
          {people.shown
            ? t('throughPanel.atLeast', { n: number(people.n), panel: text(title) })
            : t('throughPanel.fewer', { n: number(minimumCellSize), panel: text(title) })}
        </li>
      ))}
    </ul>
  );
}
