import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { FormProblems } from '../../components/themes/form-problems.tsx';
import { sentValue } from '../../components/themes/sent-value.ts';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { changeCodebook } from '../../services/themes/change-codebook.server.ts';
import { codebookChangeSchema } from '../../services/themes/codebook-change.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import {
  getCodebookPage,
  type CodebookPage as Page,
} from '../../services/themes/get-codebook-page.server.ts';
import { ChangeForms, NameFields, SplitForm } from './change-forms.tsx';
import { CodebookAt } from './codebook-at.tsx';
import { History } from './history.tsx';
import { SuggestionCurves } from './suggestion-curves.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

const version = z.coerce.number().int().min(0).nullable().catch(null);
const search = z.object({
  curve: z.literal('shown').nullable().catch(null),
  from: z.preprocess((given) => (given === '' ? null : given), version).default(null),
  to: z.preprocess((given) => (given === '' ? null : given), version).default(null),
  at: z.preprocess((given) => (given === '' ? null : given), version).default(null),
  split: z.uuid().nullable().catch(null),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const ids = parseParams(params, codingParams);
  const { curve, ...rest } = searchOf(request, search);
  const asked = { ...rest, hasCurve: curve !== null };
  const page: Page = await respond(() => getCodebookPage(member, ids, asked));
  return { pageTitle: await themesPageTitle(request, 'codebook', page.frame.title), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'themes.manage');
  const ids = parseParams(params, codingParams);
  const submission = parseWithZod(await readForm(request), { schema: codebookChangeSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const input = submission.value;
  return submitForm(
    submission,
    () => changeCodebook(member, { ...ids, input }),
    `/panels/${ids.panelId}/themes/${ids.codingId}/codebook?done=${input.intent}`,
  );
}

function CodeList({ page, home }: { page: Page; home: string }) {
  const { t } = useTranslation('themes');
  const { number, text } = useLocal();
  const { codes, themes, frame, coding } = page;
  const nameOf = new Map(codes.map(({ id, name }) => [id, name]));
  const titleOf = new Map(themes.map(({ id, title }) => [id, text(title)]));
  return (
    <ul className="stack plain-list">
      {codes.map((code) => (
        <li key={code.id} className="card stack">
          <h3>
            <bdi>{code.name}</bdi>
          </h3>
          {code.description === '' ? null : <p dir="auto">{code.description}</p>}
          <p className="muted">
            {code.mergedInto !== null
              ? t('codebook.mergedInto', { name: nameOf.get(code.mergedInto) ?? '' })
              : code.retired
                ? t('codebook.retired')
                : t('codebook.texts', { n: number(code.texts) })}
            {code.themeId === null ? null : (
              <>
                {' · '}
                <bdi>{titleOf.get(code.themeId)}</bdi>
              </>
            )}
          </p>
          {frame.may.manageThemes ? (
            <ChangeForms code={code} codes={codes} home={home} version={coding.version} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

export default function CodebookPage() {
  const { page } = useLoaderData<typeof loader>();
  const { frame, coding, codes, split } = page;
  const { t } = useTranslation('themes');
  const reply = useActionData<typeof action>();
  const sent = reply?.result.initialValue;
  const [intent, codeId] = [sentValue(sent, 'intent'), sentValue(sent, 'codeId')];
  const named = { create: 'new', split: 'split' }[intent] ?? `rename-${codeId}`;
  const fields = {
    ...{ name: `${named}-name`, description: `${named}-description`, assignments: 'split' },
    ...{ reason: `${intent}-${codeId}-reason`, into: `into-${codeId}` },
  };
  const home = `/panels/${frame.id}/themes/${coding.id}`;
  const splitCode = codes.find(({ id }) => id === split?.codeId);
  return (
    <>
      <CodingHeader frame={frame} coding={coding} />
      <RefusalSummary refusal={reply?.refusal} />
      <FormProblems
        error={reply?.result.error}
        refused={reply?.refusal !== undefined}
        fields={fields}
      />
      <DoneNotice
        words={Object.fromEntries(
          (['create', 'rename', 'merge', 'unmerge', 'split', 'retire', 'restore'] as const).map(
            (kind) => [kind, t('done.codebook')],
          ),
        )}
      />
      <p className="muted">{t('codebook.text')}</p>
      {frame.may.manageThemes ? (
        <Form method="post" noValidate className="stack card" key={coding.version}>
          <TokenField />
          <input type="hidden" name="version" value={coding.version} />
          <NameFields id="new" />
          <div>
            <Button name="intent" value="create">
              {t('codebook.create')}
            </Button>
          </div>
        </Form>
      ) : null}
      {split && splitCode && frame.may.manageThemes ? (
        <SplitForm code={splitCode} version={coding.version} words={split.words} />
      ) : null}
      {page.at ? <CodebookAt at={page.at} /> : null}
      <CodeList page={page} home={home} />
      {codes.length > 1 ? <SuggestionCurves page={page} home={home} /> : null}
      <History page={page} />
    </>
  );
}
