import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProgressText } from '../../components/progress-text.tsx';
import {
  LinkingNotice,
  OpenNotice,
  SavedNote,
} from '../../components/respondent/item-page-notices.tsx';
import { SurveyShell } from '../../components/respondent/survey-shell.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import {
  answering,
  formText,
  requireBallot,
  requireLanguage,
  stepAddress,
  wantedLanguages,
} from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { ServiceError } from '../../errors.ts';
import { getItemPage } from '../../services/answering/get-item-page.server.ts';
import { savePage } from '../../services/answering/save-page.server.ts';
import { ItemList, type Unsaved } from './item-list.tsx';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const formId = 'answers';
const numberSchema = z.coerce.number().int().min(1).max(300);

async function requireNumber(page: string | undefined): Promise<number> {
  return respond(() => {
    const number = numberSchema.safeParse(page);
    if (!number.success) throw new ServiceError('not-found');
    return Promise.resolve(number.data);
  });
}

/** How the page was come to: to change one answer, or sent back once for what was left open. */
function arrival(request: Request) {
  const { searchParams } = new URL(request.url);
  return { isChange: searchParams.has('change'), isAsked: searchParams.has('open') };
}

/** The same page as it was come to, in another language. */
function inLanguage(request: Request, address: string, language: string): string {
  const { searchParams } = new URL(request.url);
  searchParams.set('lang', language);
  return `${address}?${searchParams}`;
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const number = await requireNumber(params['page']);
  const ballot = requireBallot(request, params['code']);
  const { link, linking } = ballot;
  const wanted = await wantedLanguages(request);
  const page = await answering(link, () => getItemPage({ ballot, number, wanted }));
  await requireLanguage(request, page.language);
  const { t } = await requestI18n(context, page.language);
  const { total, heading } = page;
  const title = `${t('respondent:page.title', { number, total, heading })} · ${page.title}`;
  return { page, link, linking, title, ...arrival(request) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ballot = requireBallot(request, params['code']);
  const form = await readForm(request);
  const fields = new Map([...form.keys()].map((name) => [name, formText(form, name)]));
  const pageId = fields.get('page') ?? '';
  const wanted = await wantedLanguages(request);
  const outcome = await answering(ballot.link, () =>
    attempt(['words-too-long'], () => savePage({ ballot, pageId, fields, wanted })),
  );
  if (!outcome.ok) {
    const { item = '', limit = 0, length = 0 } = outcome.values;
    const typed = Object.fromEntries(fields);
    const unsaved: Unsaved = {
      ...{ item: String(item), limit: Number(limit), length: Number(length), typed },
    };
    return data({ unsaved }, { status: 400 });
  }
  const saved = outcome.result;
  const { isChange, isAsked } = arrival(request);
  const language = languageSchema.safeParse(fields.get('lang'));
  if (language.success) {
    return redirect(inLanguage(request, stepAddress(ballot.link, saved.here), language.data), 303);
  }
  if (isChange) return redirect(stepAddress(ballot.link, 'review'), 303);
  if (saved.open.length > 0 && !isAsked) {
    return redirect(`${stepAddress(ballot.link, saved.here)}?open`, 303);
  }
  return redirect(stepAddress(ballot.link, saved.next), 303);
}

export default function ItemPage() {
  const { page, link, linking, isChange, isAsked } = useLoaderData<typeof loader>();
  const { t } = useTranslation('respondent');
  const { number, total } = page;
  const before = stepAddressBefore(link, number);
  const unsaved = useActionData<typeof action>()?.unsaved ?? null;
  const hasChoices = page.items.some(({ options }) => options.length > 0);
  const hint = page.hint ?? (hasChoices ? t('page.instruction') : undefined);
  return (
    <SurveyShell frame={page} privacyHref={`/s/${link}/privacy`} formId={formId}>
      <ProgressText text={t('page.progress', { number, total })} current={number} total={total} />
      <h1>{page.heading}</h1>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {number === 1 && !isAsked && linking !== '' && <LinkingNotice code={linking} />}
      {isAsked && <OpenNotice items={page.items.filter(({ id }) => page.open.includes(id))} />}
      <form method="post" id={formId}>
        <TokenField />
        <input type="hidden" name="page" value={page.pageId} />
        <ItemList page={page} unsaved={unsaved} />
        <div className="actions">
          <Button>{isChange ? t('page.saveAndReview') : t('page.save')}</Button>
          <a href={isChange ? `/s/${link}/review` : before}>{t('page.back')}</a>
        </div>
      </form>
      <SavedNote code={page.code} />
      {page.isPilot && <Notice tone="pilot">{t('page.pilot')}</Notice>}
    </SurveyShell>
  );
}

function stepAddressBefore(link: string, number: number): string {
  return `/s/${link}/${number === 1 ? 'consent' : number - 1}`;
}
