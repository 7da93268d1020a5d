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
import { ContributionFacts } from '../../components/contribution-facts.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { useLocal } from '../../components/use-local.ts';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { moderationPageTitle } from '../../i18n/moderation-title.server.ts';
import { amendRedaction } from '../../services/contributions/amend-redaction.server.ts';
import { contributionParams } from '../../services/contributions/contribution-params.ts';
import { getRedaction } from '../../services/contributions/get-redaction.server.ts';
import { previewRedaction } from '../../services/contributions/preview-redaction.server.ts';
import { redactContribution } from '../../services/contributions/redact-contribution.server.ts';
import { redactionSchema } from '../../services/contributions/redaction-choice.ts';
import { AmendForm } from './amend-form.tsx';
import { MarkedText } from './marked-text.tsx';
import { RedactionForm } from './redaction-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const refusals = [
  'contribution-changed',
  'words-not-found',
  'nothing-left',
  'nothing-more',
  'amend-reason-missing',
] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'contributions.redact');
  const ids = parseParams(params, contributionParams);
  const page = await respond(() => getRedaction(member, ids));
  return { pageTitle: await moderationPageTitle(request, 'redact', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'contributions.redact');
  const ids = parseParams(params, contributionParams);
  const submission = parseWithZod(await readForm(request), { schema: redactionSchema });
  if (submission.status !== 'success') {
    return data(
      { refusal: { code: 'malformed-form' }, preview: null, words: '', reason: '' },
      { status: 400 },
    );
  }
  const { intent, revision, reason, ...choice } = submission.value;
  const { words } = choice;
  const see = () => respond(() => previewRedaction(member, { ...ids, choice }));
  if (intent === 'preview')
    return data({ refusal: undefined, preview: await see(), words, reason });
  const kept = await attempt(refusals, () =>
    intent === 'amend'
      ? amendRedaction(member, { ...ids, words, reason, revision })
      : redactContribution(member, { ...ids, choice, revision }),
  );
  if (kept.ok) {
    const page = `/panels/${ids.panelId}/contributions/${ids.contributionId}`;
    return redirect(`${page}?done=${intent === 'amend' ? 'amended' : 'redacted'}`, 303);
  }
  const refusal = { code: kept.reason, values: kept.values };
  return data({ refusal, preview: await see(), words, reason }, { status: 409 });
}

export default function RedactPage() {
  const { frame, contribution, original } = useLoaderData<typeof loader>();
  const { t } = useTranslation('moderation');
  const { listOf } = useLocal();
  const reply = useActionData<typeof action>();
  const preview = reply?.preview ?? null;
  const spans = preview?.spans ?? original.spans;
  const isRead = contribution.state === 'accepted';
  const missing = preview?.missing ?? [];
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={reply?.refusal} />
      <section className="stack" aria-labelledby="redact-title">
        <h2 id="redact-title">{t('page.redact')}</h2>
        <p>{t(isRead ? 'amend.text' : 'redact.text')}</p>
        <ContributionFacts contribution={contribution} />
        <h3>{t('redact.original')}</h3>
        <MarkedText text={original.text} spans={spans} language={contribution.language} />
        {original.names.length > 0 ? (
          <p>{t('redact.names', { names: listOf(original.names) })}</p>
        ) : null}
      </section>
      {preview ? (
        <section className="stack" aria-labelledby="preview-title">
          <h3 id="preview-title">{t('redact.previewTitle')}</h3>
          <SpokenWords text={preview.text} language={contribution.language} />
        </section>
      ) : null}
      {isRead ? (
        <AmendForm
          original={original}
          missing={missing}
          words={reply?.words ?? ''}
          reason={reply?.reason ?? ''}
        />
      ) : (
        <RedactionForm
          // New proposals are new checkboxes.
          key={spans.map(({ start, end }) => `${start}:${end}`).join(' ')}
          original={original}
          spans={spans}
          missing={missing}
          words={reply?.words ?? ''}
        />
      )}
    </>
  );
}
