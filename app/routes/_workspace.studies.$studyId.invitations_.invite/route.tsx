import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import { Notice } from '../../components/notice.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { getInvitationForm } from '../../services/invitations/get-invitation-form.server.ts';
import { invitePeople } from '../../services/invitations/invite-people.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { InviteForm } from './invite-form.tsx';
import { inviteSchema, listText, type InviteValues } from './invite-schema.ts';
import { Rejections } from './rejections.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const refusals = [
  'answers-through-panel',
  'list-empty',
  'invited-meanwhile',
  'study-is-draft',
  'study-is-closed',
  'wave-is-planned',
  'wave-is-closed',
] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getInvitationForm(member, parseParams(params, studyParams)));
  const i18n = await translate(request);
  return { title: i18n.t('studies:invite.title'), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'invitations.manage');
  const { studyId } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request, 'file'), { schema: inviteSchema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), rejected: [] }, { status: 400 });
  }
  const { waveId, siteId = null, language = null } = submission.value;
  const list = await listText(submission.value);
  const invited = await attempt(refusals, () =>
    invitePeople(member, { studyId, waveId, list, siteId, language }),
  );
  if (invited.ok && invited.result.ok) {
    return redirect(`/studies/${studyId}/invitations?wave=${waveId}&done=invited`, 303);
  }
  const reason = invited.ok ? 'list-refused' : invited.reason;
  const rejected = invited.ok && !invited.result.ok ? invited.result.rejected : [];
  const result = submission.reply({ fieldErrors: { list: [reason] } });
  return data({ result, rejected }, { status: invited.ok ? 400 : 409 });
}

export default function InvitePage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation(['studies', 'errors', 'common']);
  const reply = useActionData<typeof action>();
  const [form, fields] = useForm<InviteValues>({
    id: 'invite',
    lastResult: reply?.result ?? null,
    defaultValue: {
      waveId: page.wave?.id,
      siteId: page.sites.length === 1 ? page.sites[0]?.id : undefined,
      language: page.languages[0],
    },
  });
  const say = (code: string) => t(`errors:${code as 'list-empty'}`);
  return (
    <>
      <StudyHeader frame={page.frame} />
      <h2>{page.title}</h2>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([fields.list, fields.file], say)}
      />
      {reply && reply.rejected.length > 0 ? <Rejections rejected={reply.rejected} /> : null}
      {page.frame.comesThroughPanel ? (
        <Notice>{t('studies:throughPanel.invitations')}</Notice>
      ) : page.wave ? (
        <InviteForm id={form.id} fields={fields} page={page} say={say} />
      ) : (
        <p>{t('studies:invitations.emptyNotOpen')}</p>
      )}
    </>
  );
}
