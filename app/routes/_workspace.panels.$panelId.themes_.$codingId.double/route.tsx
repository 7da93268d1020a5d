import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { AgreementText } from '../../components/themes/agreement-text.tsx';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { FormProblems } from '../../components/themes/form-problems.tsx';
import { sentValue } from '../../components/themes/sent-value.ts';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { adjudicate } from '../../services/themes/adjudicate.server.ts';
import { assignCode } from '../../services/themes/assign-code.server.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import { finishDouble } from '../../services/themes/finish-double.server.ts';
import {
  getDoublePage,
  type DoublePage as Page,
} from '../../services/themes/get-double-page.server.ts';
import { sampleDouble } from '../../services/themes/sample-double.server.ts';
import { takeAwayCode } from '../../services/themes/take-away-code.server.ts';
import { Disagreement } from './disagreement.tsx';
import { SecondReading } from './second-reading.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

const contributionId = z.uuid();
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('sample'),
    coder: z.string({ error: 'second-reader-missing' }).min(1, 'second-reader-missing'),
    size: z.coerce.number().int().min(1, 'sample-size').max(1000, 'sample-size'),
  }),
  z.object({ intent: z.literal('assign'), contributionId, codeId: z.uuid() }),
  z.object({ intent: z.literal('take-away'), assignmentId: z.uuid() }),
  z.object({ intent: z.literal('finish'), contributionId }),
  z.object({
    intent: z.literal('decide'),
    ...{ contributionId, codes: z.array(z.uuid()).default([]) },
    reason: z.string({ error: 'reason-missing' }).trim().min(1, 'reason-missing').max(500),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page: Page = await respond(() => getDoublePage(member, parseParams(params, codingParams)));
  return { pageTitle: await themesPageTitle(request, 'double', page.frame.title), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'themes.code');
  const ids = parseParams(params, codingParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const reading = 'second' as const;
  const work = () => {
    switch (form.intent) {
      case 'sample':
        return sampleDouble(member, { ...ids, ...form });
      case 'assign':
        return assignCode(member, { ...ids, ...form, span: null, offered: [], reading });
      case 'take-away':
        return takeAwayCode(member, { ...ids, ...form, reading });
      case 'finish':
        return finishDouble(member, { ...ids, ...form });
      case 'decide':
        return adjudicate(member, { ...ids, ...form });
    }
  };
  const home = `/panels/${ids.panelId}/themes/${ids.codingId}/double`;
  return submitForm(submission, work, `${home}?done=${form.intent}`);
}

function SampleForm({ page }: { page: Page }) {
  const { t } = useTranslation('themes');
  return (
    <Form method="post" noValidate className="stack card">
      <TokenField />
      <p>{t('double.sampleText')}</p>
      <SelectField
        id="coder"
        name="coder"
        label={t('double.coder')}
        options={page.coders.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <TextField
        id="size"
        name="size"
        label={t('double.size')}
        inputMode="numeric"
        defaultValue="20"
      />
      <div>
        <Button name="intent" value="sample" tone="secondary">
          {t('double.sample')}
        </Button>
      </div>
    </Form>
  );
}

export default function DoublePage() {
  const { page } = useLoaderData<typeof loader>();
  const { frame, coding, current, agreement, disagreements, readers } = page;
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const reply = useActionData<typeof action>();
  const sent = reply?.result.initialValue;
  const fields = {
    ...{ coder: 'coder', size: 'size' },
    reason: `reason-${sentValue(sent, 'contributionId')}`,
  };
  const open = disagreements.filter(({ decided }) => decided === null).length;
  return (
    <>
      <CodingHeader frame={frame} coding={coding} />
      <RefusalSummary refusal={reply?.refusal} />
      <FormProblems
        error={reply?.result.error}
        refused={reply?.refusal !== undefined}
        fields={fields}
      />
      <DoneNotice
        words={{
          ...{ sample: t('done.sampled'), finish: t('done.readTwice') },
          decide: t('done.decided'),
        }}
      />
      <p className="muted">{t('double.text')}</p>
      {current ? <SecondReading current={current} page={page} /> : null}
      <AgreementText agreement={agreement} />
      <ul>
        {readers.map(({ name, texts, done }) => (
          <li key={name}>
            {t('double.reader', { name, done: number(done), texts: number(texts) })}
          </li>
        ))}
      </ul>
      {disagreements.length > 0 ? (
        <section className="stack" aria-labelledby="disagreements">
          <h3 id="disagreements">{t('double.disagreements', { n: number(open) })}</h3>
          <ul className="stack plain-list">
            {disagreements.map((one) => (
              <Disagreement
                key={one.id}
                one={one}
                codes={page.codes}
                mayDecide={frame.may.manageThemes}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {frame.may.manageThemes ? <SampleForm page={page} /> : null}
    </>
  );
}
