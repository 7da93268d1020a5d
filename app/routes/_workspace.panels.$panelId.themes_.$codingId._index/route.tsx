import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { FormProblems } from '../../components/themes/form-problems.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { assignCode } from '../../services/themes/assign-code.server.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import { codingViews, getCodingPage } from '../../services/themes/get-coding-page.server.ts';
import { raiseFlag } from '../../services/themes/raise-flag.server.ts';
import { takeAwayCode } from '../../services/themes/take-away-code.server.ts';
import { takeSuggestion } from '../../services/themes/take-suggestion.server.ts';
import { undoCoding } from '../../services/themes/undo-coding.server.ts';
import { CodingMoves } from './coding-moves.tsx';
import { CurrentText } from './current-text.tsx';
import { flagFields } from './flag-form.tsx';
import { textAddress } from './text-address.ts';
import { TextList } from './text-list.tsx';
import { ThemeList } from './theme-list.tsx';
import { UndoneNotice } from './undone-notice.tsx';
import { useCodingKeys } from './use-coding-keys.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const search = z.object({
  at: z.uuid().nullable().catch(null),
  only: z.enum(codingViews).catch('all'),
});

/** Where a code is given: the whole text, or units of it. */
const span = z
  .string()
  .regex(/^\d{1,6}-\d{1,6}$/u)
  .transform((given) => {
    const [start = 0, end = 0] = given.split('-').map(Number);
    return { start, end };
  })
  .nullable()
  .catch(null);

const contributionId = z.uuid();
const assignmentId = z.uuid();
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('assign'),
    ...{ contributionId, codeId: z.uuid(), span },
    offered: z
      .string()
      .default('')
      .transform((ids) => ids.split(' ').filter((id) => id !== '')),
  }),
  z.object({ intent: z.literal('take-away'), contributionId, assignmentId }),
  z.object({ intent: z.literal('accept'), contributionId, assignmentId }),
  z.object({ intent: z.literal('undo') }),
  z.object({
    intent: z.literal('flag'),
    contributionId,
    reason: z
      .string({ error: 'reason-missing' })
      .trim()
      .min(1, 'reason-missing')
      .max(1000, 'text-long'),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const ids = parseParams(params, codingParams);
  const page = await respond(() => getCodingPage(member, ids, searchOf(request, search)));
  return { pageTitle: await themesPageTitle(request, 'code', page.frame.title), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'themes.code');
  const ids = parseParams(params, codingParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const home = `/panels/${ids.panelId}/themes/${ids.codingId}`;
  const { only } = searchOf(request, search);
  const back = (at: string) => textAddress(home, at, only);
  switch (form.intent) {
    case 'assign':
      return submitForm(
        submission,
        () => assignCode(member, { ...ids, ...form, reading: 'first' }),
        back(form.contributionId),
      );
    case 'take-away':
      return submitForm(
        submission,
        () => takeAwayCode(member, { ...ids, ...form, reading: 'first' }),
        back(form.contributionId),
      );
    case 'accept':
      return submitForm(
        submission,
        () => takeSuggestion(member, { ...ids, ...form }),
        back(form.contributionId),
      );
    case 'undo':
      return submitForm(
        submission,
        () => undoCoding(member, ids),
        (one) => `${back(one.contributionId)}&undone=${one.step}&code=${one.codeId}`,
      );
    case 'flag':
      return submitForm(
        submission,
        () => raiseFlag(member, { ...ids, ...form }),
        `${back(form.contributionId)}&done=flagged`,
      );
  }
}

export default function CodingPage() {
  const { page } = useLoaderData<typeof loader>();
  const { frame, coding, current, codes } = page;
  const { t } = useTranslation('themes');
  const reply = useActionData<typeof action>();
  const [hasKeys, setKeys] = useState(true);
  useCodingKeys(hasKeys);
  const home = `/panels/${frame.id}/themes/${coding.id}`;
  return (
    <>
      <CodingHeader frame={frame} coding={coding} />
      <RefusalSummary refusal={reply?.refusal} />
      <FormProblems
        error={reply?.result.error}
        refused={reply?.refusal !== undefined}
        fields={flagFields}
      />
      <UndoneNotice page={page} />
      <DoneNotice words={{ flagged: t('done.flagged') }} />
      {current ? (
        <>
          <CodingMoves page={page} home={home} />
          <div className="coding-grid">
            <TextList page={page} home={home} />
            <CurrentText
              key={current.id}
              current={current}
              codes={codes}
              home={home}
              mayCode={frame.may.code}
              sent={reply?.result.initialValue}
            />
            <ThemeList page={page} />
          </div>
          {frame.may.code ? (
            <label className="coding-keys">
              <input
                type="checkbox"
                checked={hasKeys}
                onChange={(event) => setKeys(event.target.checked)}
              />{' '}
              {t('code.keys')}
            </label>
          ) : null}
        </>
      ) : (
        <EmptyState title={t('code.nothingTitle')} text={t('code.nothingText')} />
      )}
    </>
  );
}
