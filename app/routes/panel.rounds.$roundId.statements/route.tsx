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
import { Button } from '../../components/button.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { ProgressText } from '../../components/progress-text.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { formText } from '../../http/respondent-request.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import { getRoundPage } from '../../services/taking-part/get-round-page.server.ts';
import { wordingOf } from '../../services/taking-part/prompt-wording.ts';
import { roundParams } from '../../services/taking-part/round-params.ts';
import { voteOnStatements } from '../../services/taking-part/vote-on-statements.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const perPage = 3;
const formId = 'votes';
const pageNumber = z.coerce.number().int().min(1).max(200).catch(1);

const answers = ['agree', 'disagree', 'pass-unsure', 'pass-unclear', 'pass-not-for-me'] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const { frame, person } = reader;
  const { roundId } = parseParams(params, roundParams);
  const round = await respond(() => getRoundPage(reader, roundId));
  if (round.statements.length === 0) throw redirect(`/panel/rounds/${roundId}`);
  const pages = Math.ceil(round.statements.length / perPage);
  const asked = pageNumber.parse(new URL(request.url).searchParams.get('page') ?? 1);
  const page = Math.min(asked, pages);
  const title = await panelTitle(context, frame, (t) =>
    t('statements.title', { number: page, total: pages }),
  );
  const shown = round.statements.slice((page - 1) * perPage, page * perPage);
  const statements = shown.map(({ choice, passReason, ...statement }) => ({
    id: statement.id,
    isFromPeople: statement.isFromPeople,
    text: wordingOf(statement, person.register, frame.language),
    answer: choice === 'pass' ? `pass-${passReason ?? 'unsure'}` : choice,
  }));
  return { frame, title, roundId, isOpen: round.isOpen, page, pages, statements };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const { roundId } = parseParams(params, roundParams);
  const form = await readForm(request);
  const given = new Map([...form.keys()].map((name) => [name, formText(form, name)]));
  const [page, pages] = [Number(given.get('page')), Number(given.get('pages'))];
  const language = languageSchema.safeParse(form.get('lang'));
  const here = `/panel/rounds/${roundId}`;
  const to = (): string => {
    if (language.success) return `${here}/statements?page=${page}&lang=${language.data}`;
    if (form.get('to') === 'before' && page > 1) return `${here}/statements?page=${page - 1}`;
    return page < pages ? `${here}/statements?page=${page + 1}` : `${here}?done=voted`;
  };
  return submit(() => voteOnStatements(reader, { roundId, answers: given }), to);
}

export default function StatementsPage() {
  const { frame, roundId, isOpen, page, pages, statements } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  return (
    <PanelShell frame={frame} formId={isOpen ? formId : undefined}>
      <RefusalSummary refusal={refused?.refusal} />
      <ProgressText
        text={t('statements.progress', { number: page, total: pages })}
        current={page}
        total={pages}
      />
      <h1>{t('statements.heading')}</h1>
      <p className="hint">{isOpen ? t('statements.hint') : t('statements.over')}</p>
      <form method="post" id={formId}>
        <TokenField />
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="pages" value={pages} />
        <fieldset className="plain-set" disabled={!isOpen}>
          {statements.map((statement) => (
            <RadioRows
              key={statement.id}
              id={`s-${statement.id}`}
              name={statement.id}
              legend={statement.text}
              hint={t(statement.isFromPeople ? 'statements.fromPeople' : 'statements.fromTeam')}
              options={answers.map((answer) => ({
                value: answer,
                label: t(`statements.answer.${answer}`),
                muted: answer.startsWith('pass'),
              }))}
              value={statement.answer ?? undefined}
            />
          ))}
        </fieldset>
        {isOpen ? (
          <div className="actions">
            <Button>{page < pages ? t('statements.next') : t('statements.finish')}</Button>
            {page > 1 && (
              <Button name="to" value="before" tone="secondary">
                {t('prompt.before')}
              </Button>
            )}
          </div>
        ) : (
          <div className="actions">
            {page < pages && <a href={`?page=${page + 1}`}>{t('statements.more')}</a>}
            <a href={`/panel/rounds/${roundId}`}>{t('back')}</a>
          </div>
        )}
      </form>
    </PanelShell>
  );
}
