import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, it } from 'vitest';
import { decisionSchema } from '#app/services/register/decision-schema.ts';
import { openBefore } from '#app/services/register/stage-conditions.ts';

const plain = {
  ...{ stage: 'live', reason: 'Ready', decidedBy: 'The board', decidedOn: '2026-04-01' },
  ...{ revision: '1', outcome: 'approved' },
};

function parse(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...plain, ...fields })) form.append(name, value);
  return parseWithZod(form, { schema: decisionSchema });
}
const row = (place: number, own: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ text: '', ownerId: '', owner: '', dueOn: '', ...own }).map(([name, value]) => [
      `conditions[${place}].${name}`,
      value,
    ]),
  );
const full = { text: 'Train the nurses', owner: 'Ana', dueOn: '2026-05-01' };

describe('the form of a decision', () => {
  it('asks for nothing more where it is a plain yes, and leaves empty rows out', () => {
    const { status, ...rest } = parse(row(0, {}));
    expect(status).toBe('success');
    expect(rest).toMatchObject({ value: { outcome: 'approved', reviewOn: null, conditions: [] } });
  });

  it('takes conditions, those with a tick as needed before the next stage', () => {
    const ticked = row(1, { ...full, owner: '', ownerId: 'u1', isBeforeNext: 'yes' });
    const outcome = 'approved-with-contingencies';
    const found = parse({ outcome, ...row(0, full), ...ticked, ...row(2, {}) });
    expect(found).toMatchObject({
      value: {
        conditions: [
          { ...full, ownerId: null, isBeforeNext: false },
          { ...full, owner: '', ownerId: 'u1', ownerRole: null, isBeforeNext: true },
        ],
      },
    });
  });

  it('takes whoever holds a role, by the role', () => {
    const outcome = 'approved-with-contingencies';
    const { value } = parse({
      outcome,
      ...row(0, { ...full, owner: '', ownerId: 'role:safety-officer' }),
    }) as {
      value: { conditions: unknown[] };
    };
    expect(value.conditions).toMatchObject([
      { ownerRole: 'safety-officer', ownerId: null, owner: '' },
    ]);
  });

  it.each([
    ['conditions[0].text', 'condition-missing', { outcome: 'approved-with-contingencies' }],
    ['outcome', 'condition-unwanted', row(0, full)],
    ['reviewOn', 'review-missing', { outcome: 'declined' }],
    ['reviewOn', 'review-before-decision', { outcome: 'declined', reviewOn: '2026-03-31' }],
    [
      'conditions[1].owner',
      'owner-missing',
      { outcome: 'approved-with-contingencies', ...row(0, full), ...row(1, { text: 'x' }) },
    ],
    [
      'conditions[0].owner',
      'owner-twice',
      { outcome: 'approved-with-contingencies', ...row(0, { ...full, ownerId: 'u1' }) },
    ],
    [
      'conditions[0].owner',
      'owner-twice',
      {
        outcome: 'approved-with-contingencies',
        ...row(0, { ...full, ownerId: 'role:safety-officer' }),
      },
    ],
    [
      'conditions[0].dueOn',
      'due-before-decision',
      { outcome: 'approved-with-contingencies', ...row(0, { ...full, dueOn: '2026-03-31' }) },
    ],
  ])('says at %s that %s', (field, message, fields) => {
    const submission = parse(fields);
    expect(submission.status).toBe('error');
    expect(submission.reply().error?.[field]).toContain(message);
  });

  it('says all that is wrong at once', () => {
    const outcome = 'declined';
    const { error } = parse({ outcome, reason: '', ...row(0, { text: 'x' }) }).reply();
    expect(Object.keys(error ?? {}).sort()).toEqual([
      ...['conditions[0].dueOn', 'conditions[0].owner', 'outcome', 'reason', 'reviewOn'],
    ]);
  });
});

it('a condition holds up what goes further than the stage it came with, and nothing else', () => {
  const held = (stage: 'pilot' | 'suspended') =>
    (['silent', 'pilot', 'restricted', 'live', 'suspended', 'retired'] as const).filter(
      (asked) =>
        openBefore(
          [
            {
              ...{ systemId: 's', deploymentId: null, stage, dueOn: '2026-01-01' },
              ...{ isBeforeNext: true, metOn: null },
            },
          ],
          asked,
        ).length > 0,
    );
  expect(held('pilot')).toEqual(['restricted', 'live']);
  expect(held('suspended')).toEqual(['silent', 'pilot', 'restricted', 'live']);
});
