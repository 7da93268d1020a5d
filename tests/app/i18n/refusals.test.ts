import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import errors from '#app/i18n/en/errors.json' with { type: 'json' };

const services = new URL('../../../app/services/', import.meta.url);
/** What forms and services of these folders may refuse, by the codes that stand in their files. */
const codes = ['register', 'fairness', 'monitoring', 'intake'].flatMap((folder) =>
  readdirSync(new URL(folder, services), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => readFileSync(new URL(`${folder}/${name}`, services), 'utf8'))
    .flatMap((text) => [...text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/gu)].map(([, code]) => code)),
);

const whatToDo = new RegExp(
  String.raw`(\b(Ask|Begin|Change|Check|Choose|Compare|Copy|Correct|Declare|Discard|Enter|Give|` +
    String.raw`Go back|Let|Look|Make|Name|Open|Plan|Reload|Say|Send|Take|Write|Use|Decide)|` +
    String.raw`(\bor|\bFirst|[:,]) (choose|enter|say)|page says what)\b`,
  'u',
);

/** Decisions about a stage, whose form says beside the field what is to be chosen. */
const elsewhere = ['stage-same', 'review-before-decision'];

it('a noun is no advice', () => {
  expect('Somebody has recorded that it is done. That record stays.').not.toMatch(whatToDo);
  expect('The batch is not stored, so there is nothing to take back.').not.toMatch(whatToDo);
});

it('a refusal of the register, an audit, a plan or the intake says what to do', () => {
  const told = [...new Set(codes)].flatMap((code) => {
    const text = Object.entries(errors).find(([key]) => key === code)?.[1];
    return typeof text !== 'string' || elsewhere.includes(code ?? '') ? [] : [{ code, text }];
  });
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter(({ text }) => !whatToDo.test(text))).toEqual([]);
});
