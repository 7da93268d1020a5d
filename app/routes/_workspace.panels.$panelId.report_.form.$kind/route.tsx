import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond, type ErrorBody } from '../../http/to-response.server.ts';
import { outcomesTitle } from '../../i18n/outcomes-title.server.ts';
import { getReportForm } from '../../services/outcomes/get-report-form.server.ts';
import { publishReport } from '../../services/outcomes/publish-report.server.ts';
import { reportFormKinds } from '../../services/outcomes/report-forms.ts';
import { saveNarrative } from '../../services/outcomes/save-narrative.server.ts';
import { ReportItemForm } from './report-item-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

/** What was typed into an item and could not be saved. */
type Kept = Partial<Record<'item' | 'text' | 'score', unknown>>;

const paramsSchema = z.object({ panelId: z.uuid(), kind: z.enum(reportFormKinds) });
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('publish') }),
  z.object({
    intent: z.literal('save'),
    item: z.string().max(40),
    text: z.string().trim().max(5000, 'text-long').default(''),
    score: z.string().max(1).default(''),
    revision: z.coerce.number().int().min(0),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getReportForm(member, parseParams(params, paramsSchema)));
  return { pageTitle: await outcomesTitle(request, 'form', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-reports.publish');
  const { panelId, kind } = parseParams(params, paramsSchema);
  const sent = await readForm(request);
  const submission = parseWithZod(sent, { schema });
  const home = `/panels/${panelId}/report`;
  const kept = { item: sent.get('item'), text: sent.get('text'), score: sent.get('score') };
  if (submission.status !== 'success') {
    const code = submission.error?.['text']?.[0] ?? 'malformed-form';
    const refusal: ErrorBody = { code };
    return data({ refusal, kept }, { status: 400 });
  }
  const form = submission.value;
  if (form.intent === 'publish') {
    return submit(
      () => publishReport(member, { panelId, kind }),
      ({ number }) => `${home}/versions/${number}?done=published`,
    );
  }
  const text = form.text.replaceAll('\r\n', '\n');
  const saved = await attempt(['narrative-changed'], () =>
    saveNarrative(member, { panelId, kind, ...form, text }),
  );
  if (saved.ok) return redirect(`${home}/form/${kind}?done=saved#item-${form.item}`, 303);
  const refusal: ErrorBody = { code: saved.reason, values: saved.values };
  return data({ refusal, kept }, { status: 409 });
}

export default function ReportFormPage() {
  const { frame, kind, items } = useLoaderData<typeof loader>();
  const { t } = useTranslation('outcomes');
  const reply = useActionData<typeof action>();
  const kept = reply !== undefined && 'kept' in reply ? (reply.kept as Kept) : null;
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice words={{ saved: t('done.saved') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <p>
        <Link to={`/panels/${frame.id}/report`}>{t('report.back')}</Link>
      </p>
      <h2>{t(`form.${kind}`)}</h2>
      <p className="muted">{t('report.formText')}</p>
      {items.map((item, index) => (
        <ReportItemForm
          key={`${item.id} ${item.revision}`}
          panelId={frame.id}
          kind={kind}
          item={item}
          startsSection={item.section !== null && item.section !== items[index - 1]?.section}
          mayWrite={frame.may.publish}
          kept={kept?.item === item.id ? { text: kept.text, score: kept.score } : null}
          revision={
            kept?.item === item.id
              ? Number(reply?.refusal.values?.['revision'] ?? item.revision)
              : item.revision
          }
        />
      ))}
      {frame.may.publish && frame.state !== 'draft' ? (
        <section className="stack" aria-labelledby="publish">
          <h2 id="publish">{t('report.publishTitle')}</h2>
          <p>{t('report.publishText')}</p>
          <Form method="post">
            <TokenField />
            <Button name="intent" value="publish">
              {t('report.publish')}
            </Button>
          </Form>
        </section>
      ) : null}
    </>
  );
}
