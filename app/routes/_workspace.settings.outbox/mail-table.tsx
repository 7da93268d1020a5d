import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { listOutbox } from '../../services/mail/list-outbox.server.ts';

type Mails = Awaited<ReturnType<typeof listOutbox>>['mails'];

const tones = { waiting: 'neutral', sent: 'good', failed: 'alert' } as const;

export function MailTable({ mails }: { mails: Mails }) {
  const { t } = useTranslation('mail');
  const { nameOf, date } = useLocal();
  return (
    <DataTable
      id="mails"
      caption={t('outbox.title')}
      captionHidden
      columns={[
        { key: 'recipient', label: t('outbox.recipient') },
        { key: 'subject', label: t('outbox.subject') },
        { key: 'language', label: t('outbox.language') },
        { key: 'state', label: t('outbox.state') },
        { key: 'written', label: t('outbox.written') },
      ]}
      rows={mails.map((mail) => ({
        key: mail.id,
        cells: {
          recipient: (
            <Link to={`/settings/outbox/${mail.id}`} dir="ltr">
              {mail.recipient}
            </Link>
          ),
          subject: (
            <span lang={mail.language} dir="auto">
              {mail.subject}
            </span>
          ),
          language: nameOf(mail.language),
          state: <Tag tone={tones[mail.state]} text={t(`state.${mail.state}`)} />,
          written: date(mail.createdAt),
        },
      }))}
    />
  );
}
