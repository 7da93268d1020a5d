import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Facts } from '../../components/facts.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { changeState } from '../../services/panel-people/change-state.server.ts';
import { getPerson } from '../../services/panel-people/get-person.server.ts';
import { issueLink } from '../../services/panel-people/issue-link.server.ts';
import { personFields } from '../../services/panel-people/person-fields.ts';
import { personParams } from '../../services/panel-people/person-params.ts';
import { raiseConcern } from '../../services/panel-people/raise-concern.server.ts';
import { recordLeaving } from '../../services/panel-people/record-leaving.server.ts';
import { savePerson } from '../../services/panel-people/save-person.server.ts';
import { ConcernForm } from './concern-form.tsx';
import { ConsentHistory } from './consent-history.tsx';
import { LeaveForm } from './leave-form.tsx';
import { LinkForms } from './link-forms.tsx';
import { PersonForm } from './person-form.tsx';
import { StateForms } from './state-forms.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const revision = z.coerce.number().int();
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), revision, ...personFields }),
  z.object({ intent: z.literal('active'), revision }),
  z.object({ intent: z.literal('declined'), revision }),
  z.object({ intent: z.literal('mail') }),
  z.object({
    intent: z.literal('left'),
    words: z.enum(['keep', 'withdraw'], { error: 'leaving-words-missing' }),
    readBackOn: z.iso.date({ error: 'leaving-day-missing' }),
  }),
  z.object({
    intent: z.literal('concern'),
    key: z.uuid(),
    note: z
      .string({ error: 'concern-note-missing' })
      .trim()
      .min(1, 'concern-note-missing')
      .max(2000, 'text-long'),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getPerson(member, parseParams(params, personParams)));
  return { pageTitle: await panelPageTitle(request, 'people', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.manage');
  const person = parseParams(params, personParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const here = `/panels/${person.panelId}/people/${person.memberId}`;
  switch (form.intent) {
    case 'save': {
      const { revision, name, email, phone, language, needs, note } = form;
      const fields = { name, email, phone, language, needs, note };
      return submitForm(
        submission,
        () => savePerson(member, { ...person, revision, fields }),
        `${here}?done=saved`,
      );
    }
    case 'active':
    case 'declined':
      return submitForm(
        submission,
        () => changeState(member, { ...person, revision: form.revision, to: form.intent }),
        `${here}?done=state`,
      );
    case 'left': {
      const { words, readBackOn } = form;
      return submitForm(
        submission,
        () => recordLeaving(member, { ...person, words, readBackOn }),
        `${here}?done=left`,
        { 'leaving-day-impossible': 'readBackOn' },
      );
    }
    case 'concern': {
      const { key, note } = form;
      return submitForm(
        submission,
        () => raiseConcern(member, { ...person, key, note }),
        `${here}?done=concern`,
      );
    }
    case 'mail':
      return submitForm(
        submission,
        () => issueLink(member, { ...person, how: 'mail' }),
        `${here}?done=mailed`,
      );
  }
}

export default function PersonPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('recruitment');
  const { date, number } = useLocal();
  const { frame, person, minutes, minutesPerQuarter } = page;
  const sent = answer?.result.initialValue?.['intent'];
  return (
    <>
      <PanelHeader frame={frame} />
      <p>
        <Link to={`/panels/${frame.id}/people`}>{t('person.back')}</Link>
      </p>
      <h2>{t('member', { number: person.number })}</h2>
      <DoneNotice
        words={{
          added: t('person.done.added'),
          saved: t('person.done.saved'),
          state: t('person.done.state'),
          mailed: t('person.done.mailed'),
          left: t('person.done.left'),
          concern: t('person.done.concern'),
        }}
      />
      <RefusalSummary refusal={answer?.refusal} />
      <Facts
        items={[
          { term: t('people.state'), value: t(`people.states.${person.state}`) },
          { term: t('people.channel'), value: person.channel },
          { term: t('person.joined'), value: date(person.joinedOn) },
          {
            term: t('people.minutes'),
            value: t('person.minutesOf', {
              minutes: number(minutes),
              budget: number(minutesPerQuarter),
            }),
            note: minutes > minutesPerQuarter ? t('people.over') : undefined,
          },
        ]}
      />
      {person.state === 'left' ? (
        <p>{t('person.hasLeft', { date: date(person.leftOn ?? person.joinedOn) })}</p>
      ) : (
        <>
          <PersonForm key={person.revision} page={page} answer={answer} />
          {frame.state === 'open' ? <LinkForms page={page} /> : null}
          {frame.state === 'closed' ? null : <StateForms page={page} />}
          <ConcernForm
            key={page.concernKey}
            page={page}
            result={sent === 'concern' ? (answer?.result ?? null) : null}
          />
          <LeaveForm result={sent === 'left' ? (answer?.result ?? null) : null} />
        </>
      )}
      <ConsentHistory consents={page.consents} />
    </>
  );
}
