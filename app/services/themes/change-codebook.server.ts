import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listAssignments, moveAssignments } from '#db/queries/code-assignment.server.ts';
import {
  insertCode,
  insertCodebookEvent,
  listCodes,
  updateCode,
  type Code,
} from '#db/queries/codebook.server.ts';
import { nextVersion } from '#db/queries/coding.server.ts';
import { listThemes } from '#db/queries/theme.server.ts';
import type { CodebookChange } from '#db/schema/coding.ts';
import { localText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import type { CodebookChangeInput } from './codebook-change.ts';
import { changeCoding, type CodingIds, type Of } from './coding-access.server.ts';
import { requireFreeName } from './require-free-name.ts';

type Work = { tx: Transaction; of: Of; codes: readonly Code[] };

function requireCode({ codes }: Work, codeId: string): Code {
  const code = codes.find(({ id }) => id === codeId);
  if (!code) throw new ServiceError('not-found');
  return code;
}

function requireUse({ retired, mergedInto }: Code): void {
  if (retired || mergedInto !== null) throw new ServiceError('conflict', 'code-not-in-use');
}

type Event = { codeId: string; change: CodebookChange };

async function addCode(
  work: Work,
  { name, description, splitFrom }: { name: string; description: string; splitFrom?: string },
): Promise<Event> {
  requireFreeName(work.codes, name);
  const codeId = randomUUID();
  await insertCode(work.tx, { ...work.of, id: codeId, name, description });
  const from = splitFrom === undefined ? {} : { splitFrom };
  return { codeId, change: { name, description, ...from } };
}

async function setCode(
  { tx, of }: Work,
  codeId: string,
  set: Pick<CodebookChange, 'name' | 'description' | 'mergedInto' | 'retired'>,
): Promise<Event> {
  await updateCode(tx, { ...of, codeId, set });
  return { codeId, change: set };
}

async function splitCode(
  work: Work,
  input: Extract<CodebookChangeInput, { intent: 'split' }>,
): Promise<Event> {
  const from = requireCode(work, input.codeId);
  requireUse(from);
  const own = (await listAssignments(work.tx, { ...work.of, reading: 'first' })).filter(
    ({ codeId }) => codeId === from.id,
  );
  const ids = own.flatMap(({ id }) => (input.assignments.includes(id) ? [id] : []));
  if (ids.length < input.assignments.length) throw new ServiceError('conflict', 'words-gone');
  const { name, description } = input;
  const event = await addCode(work, { name, description, splitFrom: from.id });
  await moveAssignments(work.tx, { ...work.of, ids, codeId: event.codeId });
  return event;
}

async function groupCode(
  work: Work,
  { codeId, theme: themeId, against }: Extract<CodebookChangeInput, { intent: 'group' }>,
): Promise<Event> {
  requireUse(requireCode(work, codeId));
  const theme = (await listThemes(work.tx, work.of)).find(({ id }) => id === themeId);
  if (themeId !== null && !theme) throw new ServiceError('conflict', 'theme-gone');
  await updateCode(work.tx, { ...work.of, codeId, set: { themeId, against } });
  const title = theme ? localText(theme.title, defaultLanguage, defaultLanguage) : null;
  return { codeId, change: { theme: title, against } };
}

async function apply(work: Work, input: CodebookChangeInput): Promise<Event> {
  switch (input.intent) {
    case 'create':
      return addCode(work, input);
    case 'rename': {
      const { name, description } = input;
      requireCode(work, input.codeId);
      requireFreeName(work.codes, name, input.codeId);
      return setCode(work, input.codeId, { name, description });
    }
    case 'merge': {
      requireUse(requireCode(work, input.codeId));
      requireUse(requireCode(work, input.into));
      if (input.codeId === input.into) throw new ServiceError('invalid', 'merge-into-missing');
      return setCode(work, input.codeId, { mergedInto: input.into });
    }
    case 'unmerge': {
      const { mergedInto } = requireCode(work, input.codeId);
      if (mergedInto === null) throw new ServiceError('conflict', 'codebook-changed');
      return setCode(work, input.codeId, { mergedInto: null });
    }
    case 'split':
      return splitCode(work, input);
    case 'retire':
      requireUse(requireCode(work, input.codeId));
      return setCode(work, input.codeId, { retired: true });
    case 'restore': {
      const code = requireCode(work, input.codeId);
      if (!code.retired) throw new ServiceError('conflict', 'codebook-changed');
      requireFreeName(work.codes, code.name, code.id);
      return setCode(work, input.codeId, { retired: false });
    }
    case 'group':
      return groupCode(work, input);
  }
}

/**
 * Changes the codebook by one event, unless somebody else has changed it since it was read. Nothing is
 * lost by any of them: merged, split and retired codes can be brought back, with what was assigned.
 */
export async function changeCodebook(
  member: Member,
  { input, ...ids }: CodingIds & { input: CodebookChangeInput },
): Promise<{ codeId: string }> {
  return changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, { of }) => {
    const number = await nextVersion(tx, { ...of, version: input.version });
    if (number === undefined) throw new ServiceError('conflict', 'codebook-changed');
    const { codeId, change } = await apply({ tx, of, codes: await listCodes(tx, of) }, input);
    const reason = 'reason' in input ? input.reason : '';
    await insertCodebookEvent(tx, {
      ...{ ...of, number, kind: input.intent, codeId, change, reason, by: member.userId },
    });
    await auditPanel(tx, member, {
      action: 'themes.codebook-changed',
      panelId: ids.panelId,
      detail: { code: input.intent, number },
    });
    return { codeId };
  });
}
