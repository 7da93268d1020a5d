import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { localTextField } from '../../services/local-text-schema.ts';
import { changeCodebook } from '../../services/themes/change-codebook.server.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import { getThemesPage } from '../../services/themes/get-themes-page.server.ts';
import { removeTheme, saveTheme } from '../../services/themes/save-theme.server.ts';
import { ThemeForm } from './theme-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

const themeId = z.uuid().nullable().default(null);
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    ...{ themeId, revision: z.coerce.number().int() },
    title: localTextField(120, 'theme-title-missing'),
    summary: localTextField(600, 'theme-summary-missing'),
  }),
  z.object({ intent: z.literal('remove'), themeId: z.uuid() }),
  z.object({
    intent: z.literal('group'),
    version: z.coerce.number().int(),
    ...{ codeId: z.uuid(), theme: z.uuid().nullable().catch(null) },
    against: z.literal('on').optional(),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getThemesPage(member, parseParams(params, codingParams)));
  return { pageTitle: await themesPageTitle(request, 'themes', page.frame.title), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'themes.manage');
  const ids = parseParams(params, codingParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const work = async () => {
    if (form.intent === 'save') await saveTheme(member, { ...ids, ...form });
    else if (form.intent === 'remove') await removeTheme(member, { ...ids, ...form });
    else {
      const input = { ...form, against: form.against === 'on' };
      await changeCodebook(member, { ...ids, input });
    }
  };
  const home = `/panels/${ids.panelId}/themes/${ids.codingId}/themes`;
  return submitForm(submission, work, `${home}?done=${form.intent}`);
}

export default function ThemeTextsPage() {
  const { page } = useLoaderData<typeof loader>();
  const { frame, coding, codes, themes } = page;
  const { t } = useTranslation('themes');
  const { text, number } = useLocal();
  const reply = useActionData<typeof action>();
  const result = reply?.result ?? null;
  const may = frame.may.manageThemes;
  return (
    <>
      <CodingHeader frame={frame} coding={coding} />
      <RefusalSummary refusal={reply?.refusal} />
      <DoneNotice
        words={{ save: t('done.theme'), remove: t('done.themeRemoved'), group: t('done.grouped') }}
      />
      <p className="muted">{t('theme.text')}</p>
      {themes.map((theme) => (
        <section key={theme.id} className="card stack" aria-labelledby={`title-${theme.id}`}>
          <h3 id={`title-${theme.id}`}>
            <bdi>{text(theme.title)}</bdi>
          </h3>
          <p dir="auto">{text(theme.summary)}</p>
          <p className="muted">
            {t(coding.source === 'survey' ? 'theme.texts' : 'theme.people', {
              n: number(theme.people),
            })}
            {theme.against === 0 ? null : ` · ${t('theme.against', { n: number(theme.against) })}`}
          </p>
          {may ? (
            <details open={result?.initialValue?.['form'] === `theme-${theme.id}`}>
              <summary>{t('theme.edit')}</summary>
              <ThemeForm
                key={theme.revision}
                theme={theme}
                languages={frame.languages}
                result={result}
              />
            </details>
          ) : null}
        </section>
      ))}
      {may ? (
        <>
          <section className="card stack" aria-labelledby="new-theme">
            <h3 id="new-theme">{t('theme.new')}</h3>
            <ThemeForm
              key={themes.length}
              theme={null}
              languages={frame.languages}
              result={result}
            />
          </section>
          <section className="stack" aria-labelledby="group">
            <h3 id="group">{t('theme.group')}</h3>
            {codes.map((code) => (
              <Form key={`${code.id} ${coding.version}`} method="post" className="inline">
                <TokenField />
                <input type="hidden" name="version" value={coding.version} />
                <input type="hidden" name="codeId" value={code.id} />
                <SelectField
                  id={`theme-of-${code.id}`}
                  name="theme"
                  label={code.name}
                  defaultValue={code.themeId ?? ''}
                  options={[
                    { value: '', label: t('theme.none') },
                    ...themes.map(({ id, title }) => ({ value: id, label: text(title) })),
                  ]}
                />
                <label>
                  <input type="checkbox" name="against" defaultChecked={code.against} />{' '}
                  {t('theme.isAgainst')}
                </label>
                <Button name="intent" value="group" tone="secondary">
                  {t('theme.put')}
                </Button>
              </Form>
            ))}
          </section>
        </>
      ) : null}
    </>
  );
}
