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
import { getQuestionnaires } from '../../services/panels/get-questionnaires.server.ts';
import { getRound } from '../../services/panels/get-round.server.ts';
import { roundFields, roundRefusals } from '../../services/panels/panel-schema.ts';
import { roundParams } from '../../services/panels/round-params.ts';
import { saveRound } from '../../services/panels/save-round.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({ ...roundFields, revision: z.coerce.number().int() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { frame, round } = await respond(() => getRound(member, parseParams(params, roundParams)));
  const pageTitle = await panelPageTitle(request, 'rounds', frame.title);
  return { pageTitle, frame, round, questionnaires: await getQuestionnaires(member) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const name = parseParams(params, roundParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => saveRound(member, { ...name, ...submission.value }),
    `/panels/${name.panelId}/rounds/${name.roundId}?done=saved`,
    roundRefusals,
  );
}

export default function EditRoundPage() {
  const { frame, round, questionnaires } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t('round.edit')}</h2>
      <RoundForm
        values={{
          ...{ title: round.title, intro: round.intro, minutes: String(round.minutes) },
          ...{ closesOn: round.closesOn ?? '', waveId: round.waveId ?? '' },
        }}
        questionnaires={questionnaires}
        revision={round.revision}
        languages={frame.languages}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
      />
    </>
  );
}
