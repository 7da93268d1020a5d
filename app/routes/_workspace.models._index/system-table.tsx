import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { StageTag } from '../../components/models/stage-tag.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { listSystems } from '../../services/register/list-systems.server.ts';

type Systems = Awaited<ReturnType<typeof listSystems>>['systems'];

function Places({ places }: { places: Systems[number]['places'] }) {
  const { t } = useTranslation('models');
  if (places.length === 0) return <>{t('none')}</>;
  return (
    <ul className="compact-list">
      {places.map(({ id, site, unit, stage }) => (
        <li key={id}>
          <bdi>{t('list.place', { site, unit })}</bdi> <StageTag stage={stage} />
        </li>
      ))}
    </ul>
  );
}

export function SystemTable({ systems, total }: { systems: Systems; total: number }) {
  const { t } = useTranslation(['models', 'register', 'gates']);
  const { text, number } = useLocal();
  return (
    <DataTable
      id="systems"
      caption={t('models:list.caption', { shown: number(systems.length), total: number(total) })}
      columns={[
        { key: 'name', label: t('models:system.name') },
        { key: 'category', label: t('models:system.category') },
        { key: 'stage', label: t('models:system.stage') },
        { key: 'places', label: t('models:tab.deployments') },
        { key: 'owner', label: t('register:role.system-owner') },
        { key: 'duties', label: t('models:duties.short') },
      ]}
      rows={systems.map((system) => ({
        key: system.id,
        cells: {
          name: (
            <Link to={`/models/${system.id}`}>
              <bdi>{text(system.name)}</bdi>
            </Link>
          ),
          category: t(`register:category.${system.category}`),
          stage: <StageTag stage={system.stage} />,
          places: <Places places={system.places} />,
          owner: system.owner === null ? t('models:none') : <bdi>{system.owner}</bdi>,
          duties:
            system.duties.length === 0 ? (
              <Tag
                tone={system.unlooked === 0 ? 'good' : 'unknown'}
                text={t(
                  system.unlooked === 0 ? 'models:duties.nothing' : 'gates:duties.nothingSeen',
                )}
              />
            ) : (
              <Tag
                tone="concern"
                text={t('models:duties.count', { count: system.duties.length })}
              />
            ),
        },
      }))}
    />
  );
}
