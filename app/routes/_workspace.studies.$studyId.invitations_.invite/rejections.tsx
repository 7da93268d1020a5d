import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { EmailText } from '../../components/email-text.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { Rejection } from '../../services/invitations/invitation-list.ts';

/** Every row that was refused; nobody of the list was invited. */
export function Rejections({ rejected }: { rejected: readonly Rejection[] }) {
  const { t } = useTranslation('studies');
  const { number } = useLocal();
  return (
    <DataTable
      id="rejected"
      caption={t('invite.rejected', { count: rejected.length })}
      columns={[
        { key: 'line', label: t('invite.line') },
        { key: 'email', label: t('invitations.email') },
        { key: 'reason', label: t('invite.reason') },
      ]}
      rows={rejected.map(({ line, email, reason, value }) => ({
        key: `${line} ${reason}`,
        cells: {
          line: number(line),
          email: <EmailText address={email} />,
          reason: t(`rejection.${reason}`, { value }),
        },
      }))}
    />
  );
}
