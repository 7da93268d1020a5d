import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { RoundForm } from '../../components/round-form.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { createRound } from '../../services/panels/create-round.server.ts';
import { listPanelRounds } from '../../services/panels/list-panel-rounds.server.ts';
import { getQuestionnaires } from '../../services/panels/get-questionnaires.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { roundFields, roundRefusals } from '../../services/panels/panel-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object(roundFields);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { frame } = await respond(() => listPanelRounds(member, parseParams(params, panelParams)));
  const pageTitle = await panelPageTitle(request, 'rounds', frame.title);
  return { pageTitle, frame, questionnaires: await getQuestionnaires(member) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => createRound(member, { panelId, ...submission.value }),
    ({ roundId }) => `/panels/${panelId}/rounds/${roundId}?done=created`,
    roundRefusals,
  );
}

export default function NewRoundPage() {
  const { frame, questionnaires } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t('round.create')}</h2>
      <RoundForm
        values={{ minutes: '15' }}
        questionnaires={questionnaires}
        languages={frame.languages}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
      />
    </>
  );
}
