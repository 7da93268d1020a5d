import fc from 'fast-check';

const family = fc
  .tuple(
    fc.constantFrom('attune_override_events', 'attune_override_cases', 'attune_load', 'process_x'),
    fc.constantFrom('counter', 'counter', 'gauge', 'histogram', 'unknown'),
    fc.constantFrom('_total', '_total', '', '_bucket', '_created'),
    fc.constantFrom(
      '',
      '{part="a"}',
      '{dimension="sex",level="f"}',
      '{le="+Inf"}',
      '{patient_id="x"}',
    ),
    fc.constantFrom(
      '1',
      '12',
      '400',
      'NaN',
      '-1',
      '1e308',
      '0.5',
      '1775001600',
      'x',
      '12 1777593600',
    ),
  )
  .map(
    ([name, type, suffix, labels, value]) =>
      `# TYPE ${name} ${type}\n${name}${suffix}${labels} ${value}\n`,
  );
/** Scrapes between right and absurd, one or two. */
export const scrapes = fc
  .tuple(
    fc.array(fc.array(family, { maxLength: 3 }), { minLength: 1, maxLength: 2 }),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('# EOF\n') },
      { weight: 1, arbitrary: fc.constantFrom('', 'x', '# EOF', '\u0000', '#') },
    ),
  )
  .map(([all, end]) => all.map((families) => families.join('') + end).join(''));
