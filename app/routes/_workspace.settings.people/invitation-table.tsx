import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { EmailText } from '../../components/email-text.tsx';
import { Tag } from '../../components/tag.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { listPeople } from '../../services/people/list-people.server.ts';
import { useScopeText } from './use-scope-text.ts';

type People = Awaited<ReturnType<typeof listPeople>>;

interface InvitationTableProps extends Pick<People, 'invitations' | 'sites'> {
  canManage: boolean;
  now: Date;
}

export function InvitationTable({ invitations, sites, canManage, now }: InvitationTableProps) {
  const { t } = useTranslation(['settings', 'permissions']);
  const { date } = useLocal();
  const scopeText = useScopeText(sites);
  const columns = [
    { key: 'email', label: t('settings:people.email') },
    { key: 'role', label: t('settings:people.role') },
    { key: 'sites', label: t('settings:people.sites') },
    { key: 'expires', label: t('settings:people.expires') },
    ...(canManage ? [{ key: 'revoke', label: t('settings:people.revokeShort') }] : []),
  ];
  return (
    <section className="stack" aria-labelledby="pending">
      <h2 id="pending">{t('settings:people.pending')}</h2>
      {invitations.length === 0 ? <p className="hint">{t('settings:people.pendingNone')}</p> : null}
      {invitations.length > 0 ? (
        <DataTable
          id="invitations"
          caption={t('settings:people.pending')}
          captionHidden
          columns={columns}
          rows={invitations.map((invitation) => ({
            key: invitation.id,
            cells: {
              email: <EmailText address={invitation.email} />,
              role: t(`permissions:role.${invitation.role}`),
              sites: scopeText(invitation),
              expires:
                invitation.expiresAt > now ? (
                  date(invitation.expiresAt)
                ) : (
                  <Tag tone="concern" text={t('settings:people.expired')} />
                ),
              revoke: <RevokeForm id={invitation.id} email={invitation.email} />,
            },
          }))}
        />
      ) : null}
    </section>
  );
}

function RevokeForm({ id, email }: { id: string; email: string }) {
  const { t } = useTranslation('settings');
  return (
    <Form method="post" className="inline">
      <TokenField />
      <button
        className="button button-secondary"
        name="invitation"
        value={id}
        aria-label={t('people.revoke', { email })}
      >
        {t('people.revokeShort')}
      </button>
    </Form>
  );
}
