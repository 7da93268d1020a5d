import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getDatasetUses } from '../../services/register/get-dataset-uses.server.ts';

type Uses = Awaited<ReturnType<typeof getDatasetUses>>['uses'];

export function UseTable({ uses, mayManage }: { uses: Uses; mayManage: boolean }) {
  const { t } = useTranslation(['models', 'register']);
  const { number } = useLocal();
  if (uses.length === 0) return <p className="muted">{t('models:use.none')}</p>;
  return (
    <DataTable
      id="uses"
      caption={t('models:use.title')}
      columns={[
        { key: 'name', label: t('models:use.dataset') },
        { key: 'role', label: t('models:use.role') },
        { key: 'version', label: t('models:deployment.version') },
        { key: 'gaps', label: t('models:documentation.short') },
        { key: 'note', label: t('models:use.note') },
        ...(mayManage ? [{ key: 'remove', label: t('models:action') }] : []),
      ]}
      rows={uses.map((use) => ({
        key: use.id,
        cells: {
          name: (
            <Link to={`/models/datasets/${use.datasetId}`}>
              <bdi>{use.name}</bdi>
            </Link>
          ),
          role: t(`register:datasetRole.${use.role}`),
          version: use.version === null ? t('models:use.everyVersion') : <bdi>{use.version}</bdi>,
          gaps: (
            <>
              {t('models:documentation.of', {
                ...{ said: number(use.summary.documented), total: number(use.summary.total) },
              })}
              <p className="hint">
                {use.summary.gaps === 0
                  ? null
                  : `${t('models:documentation.gaps', { count: use.summary.gaps })} `}
                {use.summary.open === 0
                  ? null
                  : t('models:documentation.unseen', { count: use.summary.open })}
              </p>
            </>
          ),
          note: use.note === '' ? t('models:none') : <span dir="auto">{use.note}</span>,
          remove: mayManage ? (
            <Form method="post">
              <TokenField />
              <Button tone="secondary" name="useId" value={use.id}>
                {t('models:use.remove')}
                <span className="visually-hidden">: {use.name}</span>
              </Button>
            </Form>
          ) : null,
        },
      }))}
    />
  );
}
