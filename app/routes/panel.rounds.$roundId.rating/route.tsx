import {
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { formText } from '../../http/respondent-request.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getRoundPage } from '../../services/taking-part/get-round-page.server.ts';
import { rateRound } from '../../services/taking-part/rate-round.server.ts';
import { ratingCodes, ratingItems } from '../../services/taking-part/rating-items.ts';
import { roundParams } from '../../services/taking-part/round-params.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const { frame } = reader;
  const { roundId } = parseParams(params, roundParams);
  const round = await respond(() => getRoundPage(reader, roundId));
  if (round.isRated) throw redirect(`/panel/rounds/${roundId}?done=rated`);
  const title = await panelTitle(context, frame, (t) => t('rating.title'));
  return { frame, roundId, title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const { roundId } = parseParams(params, roundParams);
  const form = await readForm(request);
  const answers = new Map([...form.keys()].map((name) => [name, formText(form, name)]));
  const here = `/panel/rounds/${roundId}?done=rated`;
  return submit(() => rateRound(reader, { roundId, answers }), here);
}

export default function RatingPage() {
  const { frame, roundId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  return (
    <PanelShell frame={frame}>
      <RefusalSummary refusal={refused?.refusal} />
      <h1>{t('rating.title')}</h1>
      <p>{t('rating.why')}</p>
      <p>{t('rating.anonymous')}</p>
      <form method="post">
        <TokenField />
        {ratingItems.map((item) => (
          <RadioRows
            key={item}
            id={item}
            name={item}
            legend={t(`rating.item.${item}`)}
            options={[
              ...ratingCodes.map((code) => ({
                value: String(code),
                label: t(`rating.code.${code}`),
              })),
              { value: 'skip', label: t('rating.skip'), muted: true },
            ]}
          />
        ))}
        <div className="actions">
          <Button>{t('rating.send')}</Button>
          <a href={`/panel/rounds/${roundId}`}>{t('back')}</a>
        </div>
      </form>
    </PanelShell>
  );
}
