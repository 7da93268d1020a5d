import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Facts } from '../../components/facts.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { drawPeople } from '../../services/recruitment/draw-people.server.ts';
import { getDraws } from '../../services/recruitment/get-draws.server.ts';
import { replacePeople } from '../../services/recruitment/replace-people.server.ts';
import { DrawForm } from './draw-form.tsx';
import { DrawRefusal } from './draw-refusal.tsx';
import { DrawTable } from './draw-table.tsx';
import { ReplaceForm } from './replace-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const seed = z.string({ error: 'draw-seed-missing' }).trim().min(1).max(100, 'text-long');
const people = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/u, 'people-count-wrong')
  .transform(Number)
  .optional();

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('draw'),
    seed,
    seats: z
      .string({ error: 'people-count-wrong' })
      .trim()
      .regex(/^[1-9]\d{0,3}$/u, 'people-count-wrong')
      .transform(Number),
    quotas: z
      .array(
        z.object({ stratumId: z.uuid(), band: z.string().max(40), fewest: people, most: people }),
      )
      .max(200)
      .default([]),
  }),
  z.object({
    intent: z.literal('replace'),
    seed,
    reason: z
      .string({ error: 'draw-reason-missing' })
      .trim()
      .min(1, 'draw-reason-missing')
      .max(500, 'text-long'),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getDraws(member, parseParams(params, panelParams)));
  const pageTitle = await panelPageTitle(request, 'recruitment', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const toDraw = ({ number }: { number: number }) =>
    `/panels/${panelId}/recruitment/draws/${number}?done=drawn`;
  if (form.intent === 'replace') {
    const { seed, reason } = form;
    return submitForm(submission, () => replacePeople(member, { panelId, seed, reason }), toDraw);
  }
  const { seats, quotas } = form;
  // Only rows in which something was entered bind; a missing bound is none.
  const given = quotas
    .filter(({ fewest, most }) => fewest !== undefined || most !== undefined)
    .map(({ fewest = 0, most = seats, ...quota }) => ({ ...quota, fewest, most }));
  const draw = { panelId, seats, seed: form.seed, quotas: given };
  return submitForm(submission, () => drawPeople(member, draw), toDraw);
}

export default function DrawsPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('recruitment');
  const { number } = useLocal();
  const countText = useShownCount();
  const { frame, draws, candidates, seated, free, mayDraw } = page;
  const isFirst = draws.length === 0;
  return (
    <>
      <PanelHeader frame={frame} />
      <h2>{t('draws.title')}</h2>
      <p className="muted">{t('draws.text')}</p>
      <DrawRefusal refusal={answer?.refusal} strata={page.strata} minimum={page.minimum} />
      <Facts
        items={[
          { term: t('draws.candidates'), value: countText(candidates) },
          { term: t('draws.seated'), value: countText(seated) },
          ...(free === null ? [] : [{ term: t('draws.free'), value: number(free) }]),
        ]}
      />
      {isFirst ? (
        <EmptyState title={t('draws.emptyTitle')} text={t('draws.emptyText')} />
      ) : (
        <DrawTable draws={draws} panelId={frame.id} />
      )}
      {mayDraw && isFirst ? <DrawForm page={page} result={answer?.result} /> : null}
      {mayDraw && free !== null && free > 0 ? (
        <ReplaceForm page={page} result={answer?.result} />
      ) : null}
      <DisclosureNote title={t('draws.noteTitle')}>{t('draws.note')}</DisclosureNote>
    </>
  );
}
