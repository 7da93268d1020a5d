import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import { ConfirmDetails } from '../confirm-details.tsx';
import { DataTable } from '../data-table.tsx';
import { Tag } from '../tag.tsx';
import { TokenField } from '../token-field.tsx';
import { useLocal } from '../use-local.ts';

/** Something by which a program is let in, until it is revoked. */
export interface Access {
  id: string;
  createdAt: Date;
  by: string | null;
  lastUsedAt: Date | null;
  state: 'active' | 'expired' | 'revoked';
}

const tones = { active: 'good', expired: 'neutral', revoked: 'neutral' } as const;

interface RevokeFormProps {
  access: Access;
  /** Under which name the form sends the id. */
  field: string;
  consequence: string;
  submit: string;
}

function RevokeForm({ access, field, consequence, submit }: RevokeFormProps) {
  const { t } = useTranslation('intake');
  return (
    <ConfirmDetails summary={t('tokens.revoke')} consequence={consequence}>
      <Form method="post">
        <TokenField />
        <input type="hidden" name={field} value={access.id} />
        <Button tone="danger" name="intent" value="revoke">
          {submit}
        </Button>
      </Form>
    </ConfirmDetails>
  );
}

interface AccessTableProps<Row extends Access> {
  id: string;
  caption: string;
  none: string;
  rows: readonly Row[];
  /** What rows of this kind have besides, before what all of them have. */
  columns: readonly { key: string; label: string; cell: (row: Row) => ReactNode }[];
  field: string;
  consequence: string;
  /** What the button says, so that each names what it revokes. */
  submitOf: (row: Row) => string;
}

/** Tokens or hooks: since when each is there and by whom, when it was last used, and a form that revokes it. */
export function AccessTable<Row extends Access>(props: AccessTableProps<Row>) {
  const { id, caption, none, rows, columns, field, consequence, submitOf } = props;
  const { t } = useTranslation('intake');
  const { date } = useLocal();
  if (rows.length === 0) return <p className="muted">{none}</p>;
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        ...columns.map(({ key, label }) => ({ key, label })),
        { key: 'created', label: t('tokens.created') },
        { key: 'used', label: t('tokens.lastUsed') },
        { key: 'state', label: t('tokens.state') },
        { key: 'revoke', label: t('action') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          ...Object.fromEntries(columns.map(({ key, cell }) => [key, cell(row)])),
          created: t('tokens.createdBy', { day: date(row.createdAt), by: row.by ?? '–' }),
          used: row.lastUsedAt === null ? t('tokens.never') : date(row.lastUsedAt),
          state: <Tag tone={tones[row.state]} text={t(`tokens.is.${row.state}`)} />,
          revoke:
            row.state === 'active' ? (
              <RevokeForm access={row} submit={submitOf(row)} {...{ field, consequence }} />
            ) : null,
        },
      }))}
    />
  );
}
