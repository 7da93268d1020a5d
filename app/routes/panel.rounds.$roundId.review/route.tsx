import { parseWithZod } from '@conform-to/zod/v4';
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
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { submitKeeping } from '../../http/submit-keeping.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { languageNames, languageSchema } from '../../i18n/locales.ts';
import { getRoundPage } from '../../services/taking-part/get-round-page.server.ts';
import { roundParams } from '../../services/taking-part/round-params.ts';
import { sendContributions } from '../../services/taking-part/send-contributions.server.ts';
import styles from '../../styles/respondent.css?url';
import { WrittenList } from './written-list.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  language: languageSchema,
  names: z.string().max(5000).default(''),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const { frame } = reader;
  const { roundId } = parseParams(params, roundParams);
  const round = await respond(() => getRoundPage(reader, roundId));
  if (!round.isOpen) throw redirect(`/panel/rounds/${roundId}`);
  const title = await panelTitle(context, frame, (t) => t('review.title'));
  return { frame, round, title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const { roundId } = parseParams(params, roundParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const given = submission.value;
  const { register } = reader.person;
  return submitKeeping(
    given,
    () => sendContributions(reader, { roundId, register, ...given }),
    (sent) => `/panel/rounds/${roundId}?done=${sent > 0 ? 'sent' : 'nothing'}`,
  );
}

export default function ReviewPage() {
  const { frame, round } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  const { nameOf } = useLocal();
  const isEmpty = !round.prompts.some(({ isBegun }) => isBegun);
  return (
    <PanelShell frame={frame}>
      <RefusalSummary refusal={refused?.refusal} />
      <h1>{t('review.title')}</h1>
      <WrittenList round={round} />
      {isEmpty ? (
        <p className="link-row">
          <a href={`/panel/rounds/${round.id}`}>{t('review.empty')}</a>
        </p>
      ) : (
        <form method="post">
          <TokenField />
          <SelectField
            id="language"
            name="language"
            label={t('review.language')}
            options={Object.entries(languageNames).map(([value, own]) => ({
              value,
              label: own === nameOf(value) ? own : `${own} – ${nameOf(value)}`,
            }))}
            defaultValue={refused?.given.language ?? frame.language}
          />
          <TextareaField
            id="names"
            name="names"
            label={t('review.names')}
            hint={t('review.namesHint')}
            optionalLabel={t('optionalField')}
            dir="auto"
            rows={3}
            maxLength={5000}
            defaultValue={refused?.given.names}
          />
          <p>{t('review.next')}</p>
          <div className="actions">
            <Button>{t('review.send')}</Button>
            <a href={`/panel/rounds/${round.id}`}>{t('back')}</a>
          </div>
        </form>
      )}
    </PanelShell>
  );
}
