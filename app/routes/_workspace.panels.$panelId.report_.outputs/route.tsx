import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { outcomesTitle } from '../../i18n/outcomes-title.server.ts';
import { localTextField } from '../../services/local-text-schema.ts';
import { addOutput } from '../../services/outcomes/add-output.server.ts';
import { getOutputs } from '../../services/outcomes/get-outputs.server.ts';
import { publishOutput } from '../../services/outcomes/publish-output.server.ts';
import { removeOutput } from '../../services/outcomes/remove-output.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { OutputCard } from './output-card.tsx';
import { OutputForm } from './output-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), title: localTextField(300, 'output-title-missing') }),
  z.object({ intent: z.literal('publish'), outputId: z.uuid() }),
  z.object({ intent: z.literal('remove'), outputId: z.uuid() }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getOutputs(member, parseParams(params, panelParams)));
  return { pageTitle: await outcomesTitle(request, 'outputs', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-reports.publish');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), refusal: undefined }, { status: 400 });
  }
  const form = submission.value;
  const here = `/panels/${panelId}/report/outputs`;
  switch (form.intent) {
    case 'add': {
      const added = await attempt(['output-title-missing'], () =>
        addOutput(member, { panelId, title: form.title }),
      );
      if (added.ok) return redirect(`${here}?done=added`, 303);
      const result = submission.reply({ fieldErrors: { title: [added.reason] } });
      return data({ result, refusal: undefined }, { status: 400 });
    }
    case 'publish':
      return submit(
        () => publishOutput(member, { panelId, outputId: form.outputId }),
        `${here}?done=published`,
      );
    case 'remove':
      return submit(
        () => removeOutput(member, { panelId, outputId: form.outputId }),
        `${here}?done=removed`,
      );
  }
}

export default function OutputsPage() {
  const { frame, outputs } = useLoaderData<typeof loader>();
  const { t } = useTranslation('outcomes');
  const reply = useActionData<typeof action>();
  const result = reply && 'result' in reply ? reply.result : null;
  const mayChange = frame.may.publish && frame.state !== 'draft';
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice
        words={{
          added: t('done.outputAdded'),
          published: t('done.outputPublished'),
          removed: t('done.outputRemoved'),
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <p>
        <Link to={`/panels/${frame.id}/report`}>{t('report.back')}</Link>
      </p>
      <h2>{t('page.outputs')}</h2>
      <p className="muted">{t('output.text')}</p>
      {outputs.length === 0 ? (
        <EmptyState title={t('output.emptyTitle')} text={t('output.emptyText')} />
      ) : null}
      {outputs.map((output) => (
        <OutputCard key={output.id} output={output} mayChange={mayChange} />
      ))}
      {mayChange ? (
        <OutputForm
          key={`${outputs.length} ${result?.status ?? ''}`}
          languages={frame.languages}
          result={result}
        />
      ) : null}
    </>
  );
}
