import type { BatchWarning } from '#db/schema/monitoring-batch.ts';

/** What may be noticed of a batch that is stored nevertheless, in the words of the interface for machines. */
export const warningCodes = {
  'period-not-planned': 'the plan has another cadence',
  'metric-not-watched': 'no plan and no pack has it',
  'reaction-in-silent-mode':
    'what people do about an output, of a mode in which nobody sees the output',
  'fewer-than-half': 'the record takes the place of one with more than twice as many cases',
  'runs-part-of-period': 'by the register the version did not run all the time',
  'metric-not-recognised': 'of a file of another tool, left out',
  'counter-reset': 'of OpenMetrics, the counter began anew: what came before is not counted',
  'unregistered-version': 'the batch waits until the register knows the version',
  'version-not-in-use': 'the batch waits until the register says that the version ran here',
} as const;

/** What only the reader of the file can know: it is not asked again when a batch is released. */
const ofFiles: readonly string[] = ['metric-not-recognised', 'counter-reset'];

export const notesOf = (warnings: readonly BatchWarning[]): BatchWarning[] =>
  warnings.filter(({ code }) => ofFiles.includes(code));

const mostOfEach = 20;

/** Of each code as many as anybody reads, for an answer and for what is kept; then one that says how many more. */
export function firstOfEach(warnings: readonly BatchWarning[]): BatchWarning[] {
  const byCode = new Map<string, BatchWarning[]>();
  for (const warning of warnings) {
    const own = byCode.get(warning.code);
    if (own) own.push(warning);
    else byCode.set(warning.code, [warning]);
  }
  return [...byCode].flatMap(([code, own]) => {
    const more = own.length - mostOfEach;
    return more > 0 ? [...own.slice(0, mostOfEach), { code, detail: { more } }] : own;
  });
}
