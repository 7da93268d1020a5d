import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getHooks } from '../../services/intake/get-hooks.server.ts';

type Hook = Awaited<ReturnType<typeof getHooks>>['hooks'][number];

const tones = { active: 'good', revoked: 'neutral' } as const;

function RevokeForm({ hook }: { hook: Hook }) {
  const { t } = useTranslation('intake');
  return (
    <ConfirmDetails summary={t('tokens.revoke')} consequence={t('hooks.revokeText')}>
      <Form method="post">
        <TokenField />
        <input type="hidden" name="hookId" value={hook.id} />
        <Button tone="danger" name="intent" value="revoke">
          {t('hooks.revokeNamed', { name: hook.modelName })}
        </Button>
      </Form>
    </ConfirmDetails>
  );
}

/** Models whose registry may send messages, each with its address; the secret is nowhere. */
export function HookTable({ hooks, address }: { hooks: readonly Hook[]; address: string }) {
  const { t } = useTranslation('intake');
  const { date } = useLocal();
  if (hooks.length === 0) return <p className="muted">{t('hooks.none')}</p>;
  return (
    <DataTable
      id="hooks"
      caption={t('hooks.caption')}
      stacks
      columns={[
        { key: 'model', label: t('hooks.model') },
        { key: 'address', label: t('hooks.address') },
        { key: 'created', label: t('tokens.created') },
        { key: 'used', label: t('tokens.lastUsed') },
        { key: 'state', label: t('tokens.state') },
        { key: 'revoke', label: t('action') },
      ]}
      rows={hooks.map((hook) => ({
        key: hook.id,
        cells: {
          model: <bdi>{hook.modelName}</bdi>,
          address: (
            <code dir="ltr" className="as-written">
              {`${address}?hook=${hook.id}`}
            </code>
          ),
          created: t('tokens.createdBy', { day: date(hook.createdAt), by: hook.by ?? '–' }),
          used: hook.lastUsedAt === null ? t('tokens.never') : date(hook.lastUsedAt),
          state: <Tag tone={tones[hook.state]} text={t(`tokens.is.${hook.state}`)} />,
          revoke: hook.state === 'active' ? <RevokeForm hook={hook} /> : null,
        },
      }))}
    />
  );
}
