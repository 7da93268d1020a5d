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
import { StatementForm } from '../../components/models/statement-form.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { recommendationCodes } from '../../services/register/future-ai.ts';
import { getRecommendations } from '../../services/register/get-recommendations.server.ts';
import { statementSchema } from '../../services/register/register-schema.ts';
import { recommendationStates } from '../../services/register/register-words.ts';
import {
  recommendationRefusals,
  stateRecommendation,
} from '../../services/register/state-recommendation.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const paramsSchema = z.object({ systemId: z.uuid(), code: z.enum(recommendationCodes) });
const schema = statementSchema(recommendationStates);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId, code } = parseParams(params, paramsSchema);
  const { frame, groups, day } = await respond(() => getRecommendations(member, { systemId }));
  const item = groups.flatMap(({ items }) => items).find((each) => each.code === code);
  if (!item) throw data({ code: 'not-found' }, { status: 404 });
  const i18n = await translate(request);
  const text = i18n.t(`register:recommendation.${code}`);
  return { title: `${code} · ${text}`, text, frame, day, statement: item.statement ?? null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const ids = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => stateRecommendation(member, { ...ids, ...submission.value }),
    `/models/${ids.systemId}/recommendations?done=saved`,
    recommendationRefusals,
  );
}

export default function StateRecommendationPage() {
  const { title, frame, statement, day } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['models', 'register']);
  const reply = useActionData<typeof action>();
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      under={{ label: t('models:tab.recommendations'), path: '/recommendations' }}
      refusal={reply?.refusal}
    >
      <StatementForm
        id="recommendation"
        states={recommendationStates}
        label={(state) => t(`register:recommendationState.${state}`)}
        statement={statement}
        day={day}
        reply={reply}
      />
    </SystemFormPage>
  );
}
