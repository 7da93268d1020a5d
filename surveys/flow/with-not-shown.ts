import { answerOf, type Answer, type Answers } from '../model/answers.ts';
import type { Instrument } from '../model/instrument.ts';
import { resolveVisibility } from './visible-items.ts';

function finalAnswer(answer: Answer | undefined, isVisible: boolean): Answer {
  if (!isVisible) return { missing: 'not-shown' };
  if (answer === undefined) return { missing: 'skipped' };
  // A question that was hidden when last saved and is visible now was never answered.
  const isStale = 'missing' in answer && answer.missing === 'not-shown';
  return isStale ? { missing: 'skipped' } : answer;
}

/** The answers to freeze at submission: one entry per item, none for items it does not know. */
export function withNotShown(instrument: Instrument, answers: Answers): Answers {
  const resolved = resolveVisibility(instrument, answers);
  const visible = new Set(resolved.items.map((item) => item.id));
  return Object.fromEntries(
    instrument.items.map(({ id }) => [
      id,
      finalAnswer(answerOf(resolved.answers, id), visible.has(id)),
    ]),
  );
}
