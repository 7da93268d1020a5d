import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { LocalTextList } from '../../components/local-text.tsx';
import { Notice } from '../../components/notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { SettingsTabs } from '../../components/settings-tabs.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { localTextField } from '../../services/local-text-schema.ts';
import { getPolicy } from '../../services/panels/get-policy.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { publishPolicy } from '../../services/panels/publish-policy.server.ts';
import { savePolicy } from '../../services/panels/save-policy.server.ts';
import { PolicyForm } from './policy-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const revision = z.coerce.number().int();
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), revision, policy: localTextField(5000) }),
  z.object({ intent: z.literal('publish'), revision }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getPolicy(member, parseParams(params, panelParams)));
  const pageTitle = await panelPageTitle(request, 'settings', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const here = `/panels/${panelId}/settings/policy`;
  switch (form.intent) {
    case 'save':
      return submitForm(
        submission,
        () => savePolicy(member, { panelId, revision: form.revision, policy: form.policy }),
        `${here}?done=saved`,
      );
    case 'publish':
      return submit(
        () => publishPolicy(member, { panelId, revision: form.revision }),
        `${here}?done=published`,
      );
    default:
      throw data({ code: 'malformed-form' }, { status: 400 });
  }
}

export default function PolicyPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, publishedOn, policy, proposed } = page;
  const { t } = useTranslation('panels');
  const { date } = useLocal();
  const reply = useActionData<typeof action>();
  const result = reply && 'result' in reply ? reply.result : null;
  const isEditable = frame.may.manage && frame.state === 'draft';
  return (
    <>
      <PanelHeader frame={frame} />
      <SettingsTabs panelId={frame.id} current="policy" />
      <DoneNotice words={{ saved: t('policy.saved'), published: t('policy.publishedNow') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <p className="muted">{t(isEditable ? 'policy.text' : 'policy.fixed')}</p>
      {publishedOn === null ? (
        <Notice tone="concern">{t('policy.unpublished')}</Notice>
      ) : (
        <Notice tone="good">{t('policy.publishedOn', { day: date(publishedOn) })}</Notice>
      )}
      {isEditable && publishedOn === null && proposed.length === 0 ? (
        <Form method="post">
          <TokenField />
          <input type="hidden" name="revision" value={page.revision} readOnly />
          <Button name="intent" value="publish">
            {t('policy.publish')}
          </Button>
        </Form>
      ) : null}
      {isEditable ? (
        <PolicyForm page={page} result={result} refusal={reply?.refusal} />
      ) : (
        <LocalTextList text={policy} none={t('none')} />
      )}
    </>
  );
}
