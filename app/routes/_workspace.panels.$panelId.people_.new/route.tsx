import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { addPerson } from '../../services/panel-people/add-person.server.ts';
import { getNewPerson } from '../../services/panel-people/get-new-person.server.ts';
import { consentBases, personFields } from '../../services/panel-people/person-fields.ts';
import { consentPurposes } from '../../services/panels/consent-purposes.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { today } from '../../today.ts';
import { ScribeForm } from './scribe-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({
  ...personFields,
  channelId: z.uuid('choice-missing'),
  consentVersionId: z.uuid(),
  consents: z.array(z.enum(consentPurposes)).default([]),
  basis: z.enum(consentBases, 'choice-missing'),
  agreedBy: z.string().trim().max(200, 'text-long').default(''),
  readOn: z.iso.date({ error: 'date-invalid' }),
  bands: z.record(z.string(), z.string().max(40)).default({}),
});

const fieldOf = {
  'person-read-missing': 'consents',
  'person-agreed-by-missing': 'agreedBy',
  'channel-closed': 'channelId',
  'date-in-future': 'readOn',
} as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getNewPerson(member, parseParams(params, panelParams)));
  const pageTitle = await panelPageTitle(request, 'people', page.frame.title);
  return { pageTitle, ...page, today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const input = submission.value;
  return submitForm(
    submission,
    () => addPerson(member, { panelId, input }),
    ({ memberId }) => `/panels/${panelId}/people/${memberId}?done=added`,
    fieldOf,
  );
}

export default function NewPersonPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('recruitment');
  const { frame, canJoin, consent, channels } = page;
  return (
    <>
      <PanelHeader frame={frame} />
      <h2>{t('scribe.title')}</h2>
      {canJoin && consent !== null && channels.length > 0 ? (
        <>
          <p>{t('scribe.text')}</p>
          <RefusalSummary refusal={answer?.refusal} />
          <ScribeForm page={{ ...page, consent }} answer={answer} />
        </>
      ) : (
        <EmptyState title={t('scribe.notYetTitle')} text={t('scribe.notYetText')} />
      )}
    </>
  );
}
