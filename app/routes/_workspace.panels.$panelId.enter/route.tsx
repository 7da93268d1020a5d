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
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { moderationPageTitle } from '../../i18n/moderation-title.server.ts';
import { enterContribution } from '../../services/contributions/enter-contribution.server.ts';
import { entrySchema } from '../../services/contributions/entry-schema.ts';
import { getEntryPage } from '../../services/contributions/get-entry-page.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { EntryForm } from './entry-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

/** At which field a refusal is told; what was typed stays. */
const fieldOf = {
  'member-not-active': 'number',
  'contribution-exists': 'promptId',
  'panel-consent-missing': 'number',
  'value-out-of-range': 'value',
  'read-back-in-future': 'readBackOn',
  'read-back-late': 'readBackOn',
} as const;
const told = Object.keys(fieldOf) as (keyof typeof fieldOf)[];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.manage');
  const page = await respond(() => getEntryPage(member, parseParams(params, panelParams)));
  return { pageTitle: await moderationPageTitle(request, 'enter', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema: entrySchema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), refusal: undefined }, { status: 400 });
  }
  const refusals = [...told, 'prompt-not-open', 'policy-not-published'] as const;
  const kept = await attempt(refusals, () =>
    enterContribution(member, { panelId, entry: submission.value }),
  );
  if (kept.ok) return redirect(`/panels/${panelId}/enter?done=kept`, 303);
  const known = told.find((reason) => reason === kept.reason);
  if (known === undefined) {
    const refusal = { code: kept.reason, values: kept.values };
    return data({ result: submission.reply(), refusal }, { status: 409 });
  }
  const fieldErrors = { [fieldOf[known]]: [known] };
  return data({ result: submission.reply({ fieldErrors }), refusal: undefined }, { status: 409 });
}

export default function EnterPage() {
  const { frame, prompts, isPolicyPublished } = useLoaderData<typeof loader>();
  const { t } = useTranslation('moderation');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice words={{ kept: t('enter.done') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t('page.enter')}</h2>
      <p className="muted">{t('enter.text')}</p>
      {isPolicyPublished ? null : <Notice tone="concern">{t('policyMissing')}</Notice>}
      {prompts.length === 0 ? (
        <EmptyState title={t('enter.emptyTitle')} text={t('enter.emptyText')} />
      ) : (
        <EntryForm
          key={reply ? 'answered' : 'new'}
          prompts={prompts}
          languages={frame.languages}
          result={reply?.result ?? null}
        />
      )}
    </>
  );
}
