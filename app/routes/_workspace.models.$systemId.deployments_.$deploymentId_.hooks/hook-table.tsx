import { useTranslation } from 'react-i18next';
import { AccessTable } from '../../components/intake/access-table.tsx';
import type { getHooks } from '../../services/intake/get-hooks.server.ts';

type Hook = Awaited<ReturnType<typeof getHooks>>['hooks'][number];

/** Models whose registry may send messages, each with its address; the secret is nowhere. */
export function HookTable({ hooks, address }: { hooks: readonly Hook[]; address: string }) {
  const { t } = useTranslation('intake');
  return (
    <AccessTable
      id="hooks"
      caption={t('hooks.caption')}
      none={t('hooks.none')}
      rows={hooks}
      columns={[
        {
          ...{ key: 'model', label: t('hooks.model') },
          cell: ({ modelName }) => <bdi>{modelName}</bdi>,
        },
        {
          ...{ key: 'address', label: t('hooks.address') },
          cell: ({ id }) => <code dir="ltr" className="as-written">{`${address}?hook=${id}`}</code>,
        },
      ]}
      field="hookId"
      consequence={t('hooks.revokeText')}
      submitOf={({ modelName }) => t('hooks.revokeNamed', { name: modelName })}
    />
  );
}
