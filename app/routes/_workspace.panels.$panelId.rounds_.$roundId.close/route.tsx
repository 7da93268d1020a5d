import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Notice } from '../../components/notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { localTextField } from '../../services/local-text-schema.ts';
import { closeRound } from '../../services/panels/close-round.server.ts';
import { getRound } from '../../services/panels/get-round.server.ts';
import { roundParams } from '../../services/panels/round-params.ts';
import { OutcomeForm } from './outcome-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({
  outcome: localTextField(5000, 'outcome-missing'),
  revision: z.coerce.number().int(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { frame, round } = await respond(() => getRound(member, parseParams(params, roundParams)));
  return { pageTitle: await panelPageTitle(request, 'rounds', frame.title), frame, round };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const name = parseParams(params, roundParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => closeRound(member, { ...name, ...submission.value }),
    `/panels/${name.panelId}/rounds/${name.roundId}?done=closed`,
    { 'outcome-missing': 'outcome' },
  );
}

export default function CloseRoundPage() {
  const { frame, round } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t('close.title')}</h2>
      {round.state === 'open' ? (
        <>
          <Notice tone="concern">{t('close.text')}</Notice>
          <OutcomeForm
            languages={frame.languages}
            revision={round.revision}
            result={reply?.result ?? null}
            refusal={reply?.refusal}
          />
        </>
      ) : (
        <p>{t('close.notOpen')}</p>
      )}
    </>
  );
}
