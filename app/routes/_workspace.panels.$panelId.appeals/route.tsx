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
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { moderationPageTitle } from '../../i18n/moderation-title.server.ts';
import { decideAppeal } from '../../services/contributions/decide-appeal.server.ts';
import { listAppeals } from '../../services/contributions/list-appeals.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { AppealSection } from './appeal-section.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({
  intent: z.enum(['appeal-upheld', 'appeal-refused']),
  contributionId: z.uuid(),
  revision: z.coerce.number().int(),
  note: z.string({ error: 'note-missing' }).trim().min(1, 'note-missing').max(2000, 'text-long'),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'contributions.moderate');
  const page = await respond(() => listAppeals(member, parseParams(params, panelParams)));
  return { pageTitle: await moderationPageTitle(request, 'appeals', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'contributions.moderate');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), refusal: undefined }, { status: 400 });
  }
  const { intent: outcome, ...form } = submission.value;
  const decided = await attempt(['appeal-decided', 'own-rejection'] as const, () =>
    decideAppeal(member, { panelId, ...form, outcome }),
  );
  if (decided.ok) return redirect(`/panels/${panelId}/appeals?done=answered`, 303);
  const refusal = { code: decided.reason, values: decided.values };
  return data({ result: submission.reply(), refusal }, { status: 409 });
}

export default function AppealsPage() {
  const { frame, appeals } = useLoaderData<typeof loader>();
  const { t } = useTranslation('moderation');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice words={{ answered: t('done.appeal') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t('page.appeals')}</h2>
      <p className="muted">{t('appeals.text')}</p>
      {appeals.length === 0 ? (
        <EmptyState title={t('appeals.emptyTitle')} text={t('appeals.emptyText')} />
      ) : null}
      {appeals.map((appeal) => {
        const isSent = reply?.result.initialValue?.['contributionId'] === appeal.contributionId;
        return (
          <AppealSection
            key={`${appeal.contributionId} ${isSent ? 'sent' : 'new'}`}
            appeal={appeal}
            result={isSent ? reply.result : null}
          />
        );
      })}
    </>
  );
}
