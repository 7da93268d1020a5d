import {
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { ProgressText } from '../../components/progress-text.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { ServiceError } from '../../errors.ts';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { formText } from '../../http/respondent-request.server.ts';
import { submitKeeping } from '../../http/submit-keeping.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import { getRoundPage } from '../../services/taking-part/get-round-page.server.ts';
import { hasEasyRead, wordingOf } from '../../services/taking-part/prompt-wording.ts';
import { roundParams } from '../../services/taking-part/round-params.ts';
import { savePromptDraft } from '../../services/taking-part/save-prompt-draft.server.ts';
import styles from '../../styles/respondent.css?url';
import { PromptForm } from './prompt-form.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const promptParams = roundParams.extend({ number: z.coerce.number().int().min(1).max(500) });
const registers = z.enum(['standard', 'easy-read']);
const formId = 'words';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const { frame } = reader;
  const { roundId, number } = parseParams(params, promptParams);
  const round = await respond(async () => {
    const page = await getRoundPage(reader, roundId);
    if (!page.prompts[number - 1]) throw new ServiceError('not-found');
    return page;
  });
  const prompt = round.prompts[number - 1];
  if (!round.isOpen || !prompt || prompt.isSent) throw redirect(`/panel/rounds/${roundId}`);
  const asked = registers.safeParse(new URL(request.url).searchParams.get('register'));
  const register = asked.data ?? reader.person.register;
  const total = round.prompts.length;
  const title = await panelTitle(context, frame, (t) => t('prompt.title', { number, total }));
  const wording = wordingOf(prompt, register, frame.language);
  const isEasyOffered = hasEasyRead(prompt, frame.language);
  return { frame, title, roundId, number, total, prompt, register, wording, isEasyOffered };
}

/** Whichever button was pressed, what was written is kept first. */
export async function action({ request, params }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const { roundId, number } = parseParams(params, promptParams);
  const form = await readForm(request);
  const given = { text: formText(form, 'text'), typedValue: formText(form, 'value') };
  const { searchParams } = new URL(request.url);
  const language = languageSchema.safeParse(form.get('lang'));
  const register = registers.safeParse(form.get('register'));
  if (language.success) searchParams.set('lang', language.data);
  if (register.success) searchParams.set('register', register.data);
  const round = `/panel/rounds/${roundId}`;
  const to = (): string => {
    if (language.success || register.success) return `${round}/prompts/${number}?${searchParams}`;
    const tail = searchParams.has('register') ? `?${searchParams}` : '';
    const total = Number(formText(form, 'total'));
    const pressed = formText(form, 'to');
    if (pressed === 'later') return `${round}?done=saved`;
    if (pressed === 'before') return number > 1 ? `${round}/prompts/${number - 1}${tail}` : round;
    return number < total ? `${round}/prompts/${number + 1}${tail}` : `${round}/review`;
  };
  const draft = { roundId, number, ...given, shown: formText(form, 'shown') };
  return submitKeeping(given, () => savePromptDraft(reader, draft), to);
}

export default function PromptPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { frame, number, total } = page;
  const { t } = useTranslation('panel');
  return (
    <PanelShell frame={frame} formId={formId}>
      <RefusalSummary refusal={refused?.refusal} />
      <ProgressText text={t('prompt.progress', { number, total })} current={number} total={total} />
      <PromptForm id={formId} page={page} given={refused?.given} />
    </PanelShell>
  );
}
