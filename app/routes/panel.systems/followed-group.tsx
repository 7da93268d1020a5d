import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { PanelSystems } from '../../services/taking-part/list-panel-systems.server.ts';

type Group = PanelSystems[number]['groups'][number];

/** Recommendations that are followed alike; what is missing lies open, the rest unfolds. */
export function FollowedGroup({ group: { state, items } }: { group: Group }) {
  const { t } = useTranslation('panel');
  const { number } = useLocal();
  if (items.length === 0) return null;
  const heading = t(`systems.state.${state}`, { number: number(items.length) });
  if (state === 'met' || state === 'not-applicable') {
    return (
      <details>
        <summary>{heading}</summary>
        <RecommendationList items={items} />
      </details>
    );
  }
  return (
    <>
      <h3>{heading}</h3>
      <RecommendationList items={items} />
    </>
  );
}

function RecommendationList({ items }: { items: Group['items'] }) {
  const { t } = useTranslation(['panel', 'register']);
  const { date } = useLocal();
  return (
    <ul>
      {items.map(({ code, statedOn, note }) => (
        <li key={code}>
          {t(`register:recommendation.${code}`)}
          {statedOn === null ? null : (
            <p className="hint">{t('panel:systems.statedOn', { day: date(statedOn) })}</p>
          )}
          {note === '' ? null : <p dir="auto">{note}</p>}
        </li>
      ))}
    </ul>
  );
}
