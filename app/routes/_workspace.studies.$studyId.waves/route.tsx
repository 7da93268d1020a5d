import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { studyPageTitle } from '../../i18n/title-text.server.ts';
import { addWave } from '../../services/studies/add-wave.server.ts';
import { closeWave } from '../../services/studies/close-wave.server.ts';
import { getWaves } from '../../services/studies/get-waves.server.ts';
import { openNextWave } from '../../services/studies/open-next-wave.server.ts';
import { removeWave } from '../../services/studies/remove-wave.server.ts';
import { scheduleWave } from '../../services/studies/schedule-wave.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { AddWaveForm } from './add-wave-form.tsx';
import { WaveActions } from './wave-actions.tsx';
import { WaveDatesForms } from './wave-dates-forms.tsx';
import { WaveTable } from './wave-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    name: z.string({ error: 'wave-name-missing' }).trim().max(80, 'wave-name-long'),
  }),
  z.object({ intent: z.literal('open') }),
  z.object({ intent: z.literal('close'), waveId: z.uuid() }),
  z.object({ intent: z.literal('remove'), waveId: z.uuid() }),
  z.object({
    intent: z.literal('dates'),
    waveId: z.uuid(),
    opening: z.string().default(''),
    closing: z.string().default(''),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getWaves(member, parseParams(params, studyParams)));
  const pageTitle = await studyPageTitle(request, 'waves', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'studies.edit');
  const { studyId } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), refusal: undefined }, { status: 400 });
  }
  const form = submission.value;
  const here = `/studies/${studyId}/waves`;
  switch (form.intent) {
    case 'add':
      return submit(() => addWave(member, { studyId, name: form.name }), `${here}?done=added`);
    case 'open':
      return submit(() => openNextWave(member, { studyId }), `${here}?done=opened`);
    case 'close':
      return submit(
        () => closeWave(member, { studyId, waveId: form.waveId }),
        `${here}?done=closed`,
      );
    case 'dates': {
      const { waveId, opening, closing } = form;
      return submit(
        () => scheduleWave(member, { studyId, waveId, opening, closing }),
        `${here}?done=dated`,
      );
    }
    case 'remove':
      return submit(
        () => removeWave(member, { studyId, waveId: form.waveId }),
        `${here}?done=removed`,
      );
  }
}

export default function WavesPage() {
  const { frame, waves } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const reply = useActionData<typeof action>();
  const result = reply && 'result' in reply ? reply.result : null;
  // A new key once a wave was added, or another form was sent: the form would keep its earlier result.
  const outcome = `${waves.length} ${result?.status ?? ''}`;
  const mayChange = frame.mayEdit && frame.state !== 'closed';
  return (
    <>
      <StudyHeader frame={frame} />
      <DoneNotice
        words={{
          added: t('wave.done.added'),
          opened: t('wave.done.opened'),
          closed: t('wave.done.closed'),
          removed: t('wave.done.removed'),
          dated: t('wave.done.dated'),
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <p className="muted">{t('wave.text')}</p>
      <WaveTable waves={waves} />
      {mayChange ? <WaveActions state={frame.state} waves={waves} /> : null}
      {mayChange ? <WaveDatesForms waves={waves} /> : null}
      {mayChange ? <AddWaveForm key={outcome} result={result} /> : null}
    </>
  );
}
