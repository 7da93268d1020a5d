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
import { AskedForm } from '../../components/asked-form.tsx';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { getRound } from '../../services/panels/get-round.server.ts';
import { askedFields } from '../../services/panels/panel-schema.ts';
import { roundParams } from '../../services/panels/round-params.ts';
import { removeStatement, saveStatement } from '../../services/panels/save-statement.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

/** Which one is changed; another one is added without. */
const searchSchema = z.object({ statement: z.uuid().nullable().catch(null) });
const revision = z.coerce.number().int();
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), revision, ...askedFields }),
  z.object({ intent: z.literal('remove'), revision }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const page = await respond(() => getRound(member, parseParams(params, roundParams)));
  const { statement: id } = searchOf(request, searchSchema);
  const asked = page.statements.find((one) => one.id === id);
  if (id !== null && !asked) throw data({ code: 'not-found' }, { status: 404 });
  const { frame, round } = page;
  const pageTitle = await panelPageTitle(request, 'rounds', frame.title);
  return { pageTitle, frame, revision: round.revision, asked };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const name = parseParams(params, roundParams);
  const { statement: statementId } = searchOf(request, searchSchema);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const round = `/panels/${name.panelId}/rounds/${name.roundId}`;
  if (form.intent === 'remove') {
    if (statementId === null) throw data({ code: 'malformed-form' }, { status: 400 });
    const removed = { ...name, revision: form.revision, statementId };
    return submit(() => removeStatement(member, removed), `${round}?done=removed`);
  }
  const { revision: read, text, easyRead } = form;
  return submitForm(
    submission,
    () => saveStatement(member, { ...name, revision: read, statementId, text, easyRead }),
    `${round}?done=saved`,
    { 'words-missing': 'text' },
  );
}

export default function StatementPage() {
  const { frame, revision: read, asked } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const reply = useActionData<typeof action>();
  const result = reply && 'result' in reply ? reply.result : null;
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t(asked ? 'statement.edit' : 'statement.add')}</h2>
      <AskedForm
        kind="statement"
        asked={asked}
        languages={frame.languages}
        revision={read}
        result={result}
        refusal={reply?.refusal}
      />
      {asked ? (
        <ConfirmDetails summary={t('statement.remove')} consequence={t('removeText')}>
          <Form method="post">
            <TokenField />
            <input type="hidden" name="revision" value={read} readOnly />
            <Button tone="danger" name="intent" value="remove">
              {t('statement.remove')}
            </Button>
          </Form>
        </ConfirmDetails>
      ) : null}
    </>
  );
}
