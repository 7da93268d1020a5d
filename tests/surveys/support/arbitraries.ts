import fc from 'fast-check';
import { missingReasons, type Answer, type Answers } from '#surveys/model/answers.ts';
import { comparisons, type Expression } from '#surveys/model/expression.ts';
import type { Instrument } from '#surveys/model/instrument.ts';

const missing = fc.constantFrom(...missingReasons).map((reason): Answer => ({ missing: reason }));

/** Answers within what the instrument offers; items may lack an answer altogether. */
export function answersTo(instrument: Instrument): fc.Arbitrary<Answers> {
  const entries = instrument.items.map((item) => {
    const options = instrument.optionSets.find(({ id }) => id === item.optionSet)?.options ?? [];
    const given = fc
      .constantFrom(...options.map(({ code }) => code))
      .map((code): Answer => ({ code }));
    return [item.id, fc.oneof({ weight: 4, arbitrary: given }, missing)] as const;
  });
  return fc
    .record(Object.fromEntries(entries), { requiredKeys: [] })
    .map((answers) =>
      Object.fromEntries(
        Object.entries(answers).flatMap(([id, answer]) => (answer ? [[id, answer] as const] : [])),
      ),
    );
}

const itemId = fc.constantFrom('A1', 'A2', 'A3', 'A4', 'constructor', 'not-there');
const code = fc.integer({ min: 0, max: 4 });

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({ op: fc.constant('equals' as const), item: itemId, code }),
  fc.record({
    op: fc.constant('in' as const),
    item: itemId,
    codes: fc.array(code, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    op: fc.constant('compare' as const),
    item: itemId,
    comparison: fc.constantFrom(...comparisons),
    code,
  }),
  fc.record({ op: fc.constant('answered' as const), item: itemId }),
  fc.record({ op: fc.constant('missing' as const), item: itemId }),
  fc.record({
    op: fc.constant('count-answered' as const),
    items: fc.array(itemId, { minLength: 1, maxLength: 4 }),
    atLeast: fc.integer({ min: 1, max: 4 }),
  }),
);

function nested(depth: number): fc.Arbitrary<Expression> {
  if (depth === 0) return leaf;
  const inner = nested(depth - 1);
  return fc.oneof(
    leaf,
    fc.record({
      op: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(inner, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('not' as const), of: inner }),
  );
}

export const expressions = nested(3);
