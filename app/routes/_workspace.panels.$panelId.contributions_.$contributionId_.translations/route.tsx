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
import { z } from 'zod';
import { languages, languageSchema } from '#surveys/model/languages.ts';
import { ContributionFacts } from '../../components/contribution-facts.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { moderationPageTitle } from '../../i18n/moderation-title.server.ts';
import { checkTranslation } from '../../services/contributions/check-translation.server.ts';
import { contributionParams } from '../../services/contributions/contribution-params.ts';
import { draftTranslation } from '../../services/contributions/draft-translation.server.ts';
import { getTranslations } from '../../services/contributions/get-translations.server.ts';
import { saveTranslation } from '../../services/contributions/save-translation.server.ts';
import { TranslationSection } from './translation-section.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const language = languageSchema;
const revision = z.coerce.number().int();
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    language,
    revision,
    source: z.string(),
    text: z.string({ error: 'text-missing' }).max(20_000, 'text-long').regex(/\S/u, 'text-missing'),
  }),
  z.object({ intent: z.literal('check'), language, revision }),
  z.object({ intent: z.literal('draft'), language }),
]);

const refusals = [
  ...(['translation-changed', 'same-language', 'own-translation', 'not-translatable'] as const),
  ...(['model-off', 'model-silent', 'contribution-changed'] as const),
] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'contributions.translate');
  const ids = parseParams(params, contributionParams);
  const page = await respond(() => getTranslations(member, ids));
  return {
    pageTitle: await moderationPageTitle(request, 'translations', page.frame.title),
    ...page,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'contributions.translate');
  const ids = parseParams(params, contributionParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), refusal: undefined }, { status: 400 });
  }
  const form = submission.value;
  const done = { save: 'translated', check: 'checked', draft: 'drafted' }[form.intent];
  const made = await attempt(refusals, async () => {
    switch (form.intent) {
      case 'save':
        return saveTranslation(member, { ...ids, ...form });
      case 'check':
        return checkTranslation(member, { ...ids, ...form });
      case 'draft':
        return draftTranslation(member, { ...ids, language: form.language });
    }
  });
  if (made.ok) {
    const page = `/panels/${ids.panelId}/contributions/${ids.contributionId}/translations`;
    return redirect(`${page}?done=${done}`, 303);
  }
  const refusal = { code: made.reason, values: made.values };
  return data({ result: submission.reply(), refusal }, { status: 409 });
}

export default function TranslationsPage() {
  const { frame, contribution, source, translations, model } = useLoaderData<typeof loader>();
  const { t } = useTranslation('moderation');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice
        words={{
          translated: t('done.translated'),
          checked: t('done.checked'),
          drafted: t('done.drafted'),
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t('page.translations')}</h2>
      <p className="muted">{t('translate.text')}</p>
      <ContributionFacts contribution={contribution} />
      {languages
        .filter((tag) => tag !== contribution.language)
        .map((tag) => {
          const isSent = reply?.result.initialValue?.['language'] === tag;
          const translation = translations.find((one) => one.language === tag) ?? null;
          return (
            <TranslationSection
              // What was saved meanwhile is another form, unless words were sent that must not be lost.
              key={`${tag} ${isSent ? 'sent' : (translation?.revision ?? 0)}`}
              original={contribution}
              source={source}
              language={tag}
              translation={translation}
              model={model}
              result={isSent ? reply.result : null}
            />
          );
        })}
    </>
  );
}
