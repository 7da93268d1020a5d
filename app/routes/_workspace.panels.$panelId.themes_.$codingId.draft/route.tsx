import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { FormProblems } from '../../components/themes/form-problems.tsx';
import { sentValue } from '../../components/themes/sent-value.ts';
import { useLocal } from '../../components/use-local.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
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
  type DraftsPage as Page,
} from '../../services/themes/get-drafts-page.server.ts';
import { requestDraft } from '../../services/themes/request-draft.server.ts';
import { isUnderWay } from './is-under-way.ts';
import { LanguageDraft } from './language-draft.tsx';
import { useProgress } from './use-progress.ts';

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

/** Which draft is open: the one somebody has just worked on. */
const search = z.object({ open: z.uuid().nullable().catch(null) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page: Page = await respond(() => getDraftsPage(member, parseParams(params, codingParams)));
  const { open } = searchOf(request, search);
  return { pageTitle: await themesPageTitle(request, 'draft', page.frame.title), page, open };
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
  const open = form.intent === 'request' ? '' : `&open=${form.draftId}`;
  return submitForm(submission, work, `${home}?done=${form.intent}${open}`);
}

export default function DraftPage() {
  const { page, open } = useLoaderData<typeof loader>();
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const home = `/panels/${page.frame.id}/themes/${page.coding.id}`;
  const reply = useActionData<typeof action>();
  const sent = reply?.result.initialValue;
  const fields = {
    wanted: `wanted-${sentValue(sent, 'language')}`,
    name: `adopt-${sentValue(sent, 'draftId')}-${sentValue(sent, 'parts')}`,
  };
  const progress = useProgress(`${home}/draft/progress`, page.languages.some(isUnderWay));
  return (
    <>
      <CodingHeader frame={page.frame} coding={page.coding} />
      <RefusalSummary refusal={reply?.refusal} />
      <FormProblems
        error={reply?.result.error}
        refused={reply?.refusal !== undefined}
        fields={fields}
      />
      <DoneNotice
        words={{
          ...{ request: t('done.draftAsked'), cancel: t('done.draftStopped') },
          ...{ adopt: t('done.draftAdopted'), merge: t('done.merge') },
        }}
      />
      <p className="muted">{t('draft.text')}</p>
      {page.proposed > 0 ? (
        <p>
          <Link to={`${home}?only=proposed`}>
            {t('draft.proposed', { n: number(page.proposed) })}
          </Link>
        </p>
      ) : null}
      {page.languages.map((one) => (
        <LanguageDraft key={one.language} {...{ one, page, open, progress }} />
      ))}
    </>
  );
}
