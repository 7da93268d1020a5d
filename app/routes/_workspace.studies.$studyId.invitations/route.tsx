import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { PanelPeopleList } from '../../components/panel-people.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { studyPageTitle } from '../../i18n/title-text.server.ts';
import { getInvitations } from '../../services/invitations/get-invitations.server.ts';
import { invitationSearch } from '../../services/invitations/invitation-search.ts';
import { reissueInvitation } from '../../services/invitations/reissue-invitation.server.ts';
import { remindPeople } from '../../services/invitations/remind-people.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { Filters } from './filters.tsx';
import { InvitationFacts } from './invitation-facts.tsx';
import { PeopleTable } from './people-table.tsx';
import { RemindForm } from './remind-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('remind'), waveId: z.uuid() }),
  z.object({ intent: z.literal('reissue'), invitationId: z.uuid() }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const { wave, site, state, page } = searchOf(request, invitationSearch);
  const filter = { studyId, waveId: wave, siteId: site, state, page };
  const invitations = await respond(() => getInvitations(member, filter));
  const pageTitle = await studyPageTitle(request, 'invitations', invitations.frame.title);
  return { pageTitle, filter: { wave, site, state, page }, ...invitations };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'invitations.manage');
  const { studyId } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const form = submission.value;
  const here = `/studies/${studyId}/invitations`;
  switch (form.intent) {
    case 'remind':
      return submit(
        () => remindPeople(member, { studyId, waveId: form.waveId }),
        `${here}?wave=${form.waveId}&done=reminded`,
      );
    case 'reissue':
      return submit(
        () => reissueInvitation(member, { studyId, invitationId: form.invitationId }),
        `${here}?done=reissued`,
      );
  }
}

export default function InvitationsPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const { frame, counts, wave, mayManage } = page;
  const isOpen = frame.state === 'open' && wave?.state === 'open';
  const invite = (
    <LinkButton to={`/studies/${frame.id}/invitations/invite`} tone="primary">
      {t('invitations.invite')}
    </LinkButton>
  );
  return (
    <>
      <StudyHeader
        frame={frame}
        action={mayManage && isOpen && !frame.comesThroughPanel ? invite : undefined}
      />
      <DoneNotice
        words={{
          invited: t('invitations.done.invited'),
          reminded: t('invitations.done.reminded'),
          reissued: t('invitations.done.reissued'),
        }}
      />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      {page.isMailSent || frame.comesThroughPanel ? null : (
        <Notice>{t('invitations.noMail')}</Notice>
      )}
      {page.waves.length > 1 || counts.all > 0 ? <Filters page={page} /> : null}
      {frame.comesThroughPanel ? (
        <>
          <Notice>{t('throughPanel.invitations')}</Notice>
          <PanelPeopleList panels={page.panels} minimumCellSize={page.minimumCellSize} />
        </>
      ) : counts.all === 0 ? (
        <EmptyState
          title={t('invitations.emptyTitle')}
          text={t(isOpen ? 'invitations.emptyText' : 'invitations.emptyNotOpen')}
        />
      ) : (
        <>
          <InvitationFacts counts={counts} />
          {mayManage && isOpen ? <RemindForm page={page} /> : null}
          <PeopleTable page={page} mayReissue={mayManage && isOpen} />
          <DisclosureNote title={t('invitations.noteTitle')}>
            {t('invitations.note')}
          </DisclosureNote>
        </>
      )}
    </>
  );
}
