import { parseWithZod } from '@conform-to/zod/v4';
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Quotes } from '../../components/outcomes/quotes.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { FormProblems } from '../../components/themes/form-problems.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import {
  getThemeCheck,
  type ThemeCheck,
} from '../../services/taking-part/get-theme-check.server.ts';
import { replyToThemes } from '../../services/taking-part/reply-to-themes.server.ts';
import { replyVerdictNames } from '../../services/themes/reply-verdicts.ts';
import styles from '../../styles/respondent.css?url';
import { ReplyForm, replyFields } from './reply-form.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const params = z.object({ codingId: z.uuid() });
const words = z.string().trim().max(2000, 'text-long').default('');
const schema = z
  .object({
    verdict: z.enum(replyVerdictNames, { error: 'verdict-missing' }),
    ...{ words, matters: words, language: languageSchema },
    about: z.uuid().nullable().catch(null),
  })
  .refine((reply) => reply.verdict === 'yes' || reply.words !== '', {
    ...{ path: ['words'], error: 'reply-words-missing' },
  });

export async function loader({ request, params: given, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const { codingId } = parseParams(given, params);
  const check: ThemeCheck = await respond(() => getThemeCheck(reader, codingId));
  const title = await panelTitle(context, reader.frame, (t) => t('themes.title'));
  return { frame: reader.frame, title, check };
}

export async function action({ request, params: given }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const { codingId } = parseParams(given, params);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => replyToThemes(reader, { codingId, ...submission.value }),
    `/panel/themes/${codingId}?done=replied`,
    { 'flag-text-missing': 'about', 'words-gone': 'about' },
  );
}

export default function ThemeCheckPage() {
  const { frame, check } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panel');
  const { text, date } = useLocal();
  const shown = useShownCount();
  const reply = useActionData<typeof action>();
  return (
    <PanelShell frame={frame}>
      <RefusalSummary refusal={reply?.refusal} />
      <FormProblems
        error={reply?.result.error}
        refused={reply?.refusal !== undefined}
        fields={replyFields}
      />
      <DoneNotice words={{ replied: t('themes.thanks') }} />
      <h1>{t('themes.title')}</h1>
      <p>{t('themes.intro', { round: text(check.title) })}</p>
      {check.isOpen && check.closesOn !== null ? (
        <p>{t('themes.until', { day: date(check.closesOn) })}</p>
      ) : null}
      {check.themes.map(({ id, title, summary, people, quotes }) => (
        <section key={id} aria-labelledby={`t-${id}`}>
          <h2 id={`t-${id}`}>
            <bdi>{text(title)}</bdi>
          </h2>
          <p dir="auto">{text(summary)}</p>
          <p>{t('themes.people', { people: shown(people) })}</p>
          <Quotes quotes={quotes} />
        </section>
      ))}
      {check.reply === null || (check.reply.answer ?? check.reply.heldOn) === null ? null : (
        <section aria-labelledby="answer">
          <h2 id="answer">{t('themes.answer')}</h2>
          <p dir="auto">{check.reply.answer ?? t('themes.answerHeld')}</p>
        </section>
      )}
      {check.isOpen ? (
        <ReplyForm
          check={check}
          language={frame.language}
          sent={reply?.result.initialValue}
          error={reply?.result.error}
        />
      ) : (
        <p>{t('themes.over')}</p>
      )}
    </PanelShell>
  );
}
