import { useTranslation } from 'react-i18next';
import type { InvitationCounts } from '#db/queries/invitation.server.ts';
import { Facts } from '../../components/facts.tsx';
import { useLocal } from '../../components/use-local.ts';

export function InvitationFacts({ counts }: { counts: InvitationCounts }) {
  const { t } = useTranslation('studies');
  const { number } = useLocal();
  return (
    <Facts
      items={[
        { term: t('progress.invited'), value: number(counts.all) },
        { term: t('invitations.state.opened'), value: number(counts.opened) },
        { term: t('invitations.state.completed'), value: number(counts.completed) },
        {
          term: t('invitations.reissued'),
          value: number(counts.reissued),
          note: t('invitations.reissuedNote'),
        },
      ]}
    />
  );
}
