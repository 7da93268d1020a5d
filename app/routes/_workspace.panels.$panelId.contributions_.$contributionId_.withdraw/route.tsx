import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { moderationPageTitle } from '../../i18n/moderation-title.server.ts';
import { contributionParams } from '../../services/contributions/contribution-params.ts';
import { getContribution } from '../../services/contributions/get-contribution.server.ts';
import { withdrawFor } from '../../services/contributions/withdraw-for.server.ts';
import { WithdrawForm } from './withdraw-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({
  readBackOn: z.iso.date({ error: 'read-back-missing' }),
  readBack: z.literal('yes', { error: 'read-back-missing' }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.manage');
  const page = await respond(() =>
    getContribution(member, parseParams(params, contributionParams)),
  );
  return { pageTitle: await moderationPageTitle(request, 'withdraw', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.manage');
  const ids = parseParams(params, contributionParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { readBackOn } = submission.value;
  return submitForm(
    submission,
    () => withdrawFor(member, { ...ids, readBackOn }),
    `/panels/${ids.panelId}/contributions/${ids.contributionId}?done=withdrawn`,
    { 'read-back-in-future': 'readBackOn', 'read-back-before-sent': 'readBackOn' },
  );
}

export default function WithdrawForPage() {
  const { frame, contribution } = useLoaderData<typeof loader>();
  const { t } = useTranslation('moderation');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={reply?.refusal} />
      <p>
        <Link to={`/panels/${frame.id}/contributions/${contribution.id}`}>
          {t('page.contribution')}
        </Link>
      </p>
      <h2>{t('page.withdraw')}</h2>
      {contribution.state === 'withdrawn' ? (
        <p>{t('list.noWords')}</p>
      ) : (
        <>
          <p>{t('withdrawFor.text')}</p>
          <WithdrawForm result={reply?.result ?? null} />
        </>
      )}
    </>
  );
}
