import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import {
  invitationFilterStates,
  type InvitationSearch,
} from '../../services/invitations/invitation-search.ts';
import type { getInvitations } from '../../services/invitations/get-invitations.server.ts';

export type InvitationsView = Awaited<ReturnType<typeof getInvitations>> & {
  filter: InvitationSearch;
};

/** In the address, so that a view can be shared. */
export function Filters({ page }: { page: InvitationsView }) {
  const { t } = useTranslation('studies');
  const { waves, wave, sites, filter } = page;
  return (
    <Form method="get" className="inline">
      <SelectField
        id="wave"
        name="wave"
        label={t('invitations.wave')}
        defaultValue={wave?.id}
        options={waves.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        id="site"
        name="site"
        label={t('links.site')}
        defaultValue={filter.site ?? ''}
        options={[
          { value: '', label: t('links.allSites') },
          ...sites.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        id="state"
        name="state"
        label={t('list.state')}
        defaultValue={filter.state ?? ''}
        options={[
          { value: '', label: t('invitations.everyState') },
          ...invitationFilterStates.map((state) => ({
            value: state,
            label: t(`invitations.state.${state}`),
          })),
        ]}
      />
      <Button tone="secondary">{t('invitations.show')}</Button>
    </Form>
  );
}
