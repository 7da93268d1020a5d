import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { ProgressText } from '../../components/progress-text.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { FormProblems } from '../../components/themes/form-problems.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { adoptDraft } from '../../services/themes/adopt-draft.server.ts';
import { cancelDraft } from '../../services/themes/cancel-draft.server.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import { decideMerge, mergeChoices } from '../../services/themes/decide-merge.server.ts';
import {
  getDraftsPage,
  type DraftOfLanguage,
  type DraftsPage as Page,
} from '../../services/themes/get-drafts-page.server.ts';
import { requestDraft } from '../../services/themes/request-draft.server.ts';
import { FoundThemes } from './found-themes.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

const themeNumber = z.coerce.number({ error: 'theme-count' }).int('theme-count');
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('request'),
    language: z.string().max(35),
    wanted: themeNumber.min(1, 'theme-count').max(40, 'theme-count').nullable().default(null),
  }),
  z.object({
    intent: z.literal('merge'),
    ...{ draftId: z.uuid(), choice: z.enum(mergeChoices) },
    merge: z.coerce.number().int().min(0).nullable().default(null),
  }),
  z.object({ intent: z.literal('cancel'), draftId: z.uuid() }),
  z.object({
    intent: z.literal('adopt'),
    ...{ draftId: z.uuid(), version: z.coerce.number().int() },
    parts: z
      .string()
      .max(500)
      .transform((parts) => parts.split(',').map(Number)),
    name: z.string({ error: 'code-name-missing' }).trim().min(1, 'code-name-missing').max(80),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page: Page = await respond(() => getDraftsPage(member, parseParams(params, codingParams)));
  return { pageTitle: await themesPageTitle(request, 'draft', page.frame.title), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'themes.manage');
  const ids = parseParams(params, codingParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const work = () => {
    if (form.intent === 'request') return requestDraft(member, { ...ids, ...form });
    if (form.intent === 'merge') return decideMerge(member, { ...ids, ...form });
    if (form.intent === 'cancel') return cancelDraft(member, { ...ids, ...form });
    return adoptDraft(member, { ...ids, ...form });
  };
  const home = `/panels/${ids.panelId}/themes/${ids.codingId}/draft`;
  return submitForm(submission, work, `${home}?done=${form.intent}`);
}

const isUnderWay = ({ draft }: DraftOfLanguage) =>
  draft?.state === 'queued' || draft?.state === 'running';

/** Looks again while work is under way; without script the reader reloads. */
function useFreshWhile(isWaiting: boolean): void {
  const { revalidate } = useRevalidator();
  // The server computes in the background and cannot call the page.
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(revalidate, 1500);
    return () => clearInterval(timer);
  }, [isWaiting, revalidate]);
}

function DraftForm({ one, minimum }: { one: DraftOfLanguage; minimum: number }) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const { language, texts, draft } = one;
  if (draft && isUnderWay(one)) {
    return (
      <Form method="post">
        <TokenField />
        <input type="hidden" name="draftId" value={draft.id} />
        <Button name="intent" value="cancel" tone="secondary">
          {t('draft.cancel')}
        </Button>
      </Form>
    );
  }
  if (texts < minimum) return <p>{t('draft.tooFew', { n: number(minimum) })}</p>;
  return (
    <Form method="post" noValidate className="stack">
      <TokenField />
      <input type="hidden" name="language" value={language} />
      <TextField
        id={`wanted-${language}`}
        name="wanted"
        inputMode="numeric"
        label={t('draft.wanted')}
        hint={t('draft.wantedHint')}
        optionalLabel={t('optional')}
      />
      <div>
        <Button name="intent" value="request" tone={draft ? 'secondary' : 'primary'}>
          {t(draft ? 'draft.again' : 'draft.request')}
        </Button>
      </div>
    </Form>
  );
}

function LanguageDraft({ one, page }: { one: DraftOfLanguage; page: Page }) {
  const { t } = useTranslation('themes');
  const { nameOf, number } = useLocal();
  const { language, texts, draft, result } = one;
  return (
    <section className="stack" aria-labelledby={`draft-${language}`}>
      <h3 id={`draft-${language}`}>{nameOf(language)}</h3>
      <p className="muted">{t('draft.texts', { n: number(texts) })}</p>
      {draft && isUnderWay(one) ? (
        <div role="status">
          <ProgressText
            text={t('draft.underWay', { percent: number(Math.round(100 * draft.progress)) })}
            current={Math.round(100 * draft.progress)}
            total={100}
          />
        </div>
      ) : null}
      {draft?.state === 'failed' || draft?.state === 'cancelled' ? (
        <p>{t(`draft.${draft.state}`)}</p>
      ) : null}
      {page.frame.may.manageThemes ? <DraftForm one={one} minimum={page.minimum} /> : null}
      {draft && result ? <FoundThemes draftId={draft.id} {...{ page, language, result }} /> : null}
    </section>
  );
}

export default function DraftPage() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useTranslation('themes');
  const reply = useActionData<typeof action>();
  useFreshWhile(page.languages.some(isUnderWay));
  return (
    <>
      <CodingHeader frame={page.frame} coding={page.coding} />
      <RefusalSummary refusal={reply?.refusal} />
      <FormProblems error={reply?.result.error} refused={reply?.refusal !== undefined} />
      <DoneNotice
        words={{
          ...{ request: t('done.draftAsked'), cancel: t('done.draftStopped') },
          ...{ adopt: t('done.draftAdopted'), merge: t('done.merge') },
        }}
      />
      <p className="muted">{t('draft.text')}</p>
      {page.languages.map((one) => (
        <LanguageDraft key={one.language} one={one} page={page} />
      ))}
    </>
  );
}
