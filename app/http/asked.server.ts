import { parseWithZod } from '@conform-to/zod/v4';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import type { Member } from '#db/actor.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { panelPageTitle } from '../i18n/panel-title.server.ts';
import { getRound } from '../services/panels/get-round.server.ts';
import { askedFields } from '../services/panels/panel-schema.ts';
import { roundParams } from '../services/panels/round-params.ts';
import { parseParams, searchOf } from './parse-params.server.ts';
import { readForm } from './read-form.server.ts';
import { requireMemberWho } from './session.server.ts';
import { replyInvalid, submitForm } from './submit-form.server.ts';
import { submit } from './submit.server.ts';
import { respond } from './to-response.server.ts';

type AskedKind = 'prompt' | 'statement';

const idSchema = z.uuid().nullable().catch(null);
const revision = z.coerce.number().int();
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), revision, ...askedFields }),
  z.object({ intent: z.literal('remove'), revision }),
]);

/** Which one the address names; null: another one is added. */
const idOf = (request: Request, kind: AskedKind) =>
  searchOf(request, z.object({ [kind]: idSchema }))[kind] ?? null;

/** A prompt or a statement of a round, as its page shows it. */
export async function readAsked({ request, params }: LoaderFunctionArgs, kind: AskedKind) {
  const member = await requireMemberWho(request, 'panels.manage');
  const page = await respond(() => getRound(member, parseParams(params, roundParams)));
  const id = idOf(request, kind);
  const listed = kind === 'prompt' ? page.prompts : page.statements;
  const asked = listed.find((one) => one.id === id);
  if (id !== null && !asked) throw data({ code: 'not-found' }, { status: 404 });
  const { frame, round } = page;
  const pageTitle = await panelPageTitle(request, 'rounds', frame.title);
  return { pageTitle, frame, revision: round.revision, asked };
}

type Change = { panelId: string; roundId: string; revision: number };
interface AskedServices {
  save: (
    member: Member,
    change: Change & { id: string | null; text: LocalText; easyRead: LocalText },
  ) => Promise<unknown>;
  remove: (member: Member, change: Change & { id: string }) => Promise<unknown>;
}

/** Saves a prompt or a statement of a round, or removes it. */
export async function changeAsked(
  { request, params }: ActionFunctionArgs,
  kind: AskedKind,
  { save, remove }: AskedServices,
) {
  const member = await requireMemberWho(request, 'panels.manage');
  const name = parseParams(params, roundParams);
  const id = idOf(request, kind);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const round = `/panels/${name.panelId}/rounds/${name.roundId}`;
  if (form.intent === 'remove') {
    if (id === null) throw data({ code: 'malformed-form' }, { status: 400 });
    return submit(
      () => remove(member, { ...name, revision: form.revision, id }),
      `${round}?done=removed`,
    );
  }
  const { revision: read, text, easyRead } = form;
  return submitForm(
    submission,
    () => save(member, { ...name, revision: read, id, text, easyRead }),
    `${round}?done=saved`,
    { 'words-missing': 'text' },
  );
}
