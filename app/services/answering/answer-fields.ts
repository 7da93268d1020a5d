import { answerOf, type Answer, type Answers } from '#surveys/model/answers.ts';
import {
  offeredMissingReasons,
  type Instrument,
  type Item,
  type OptionSet,
  type Page,
} from '#surveys/model/instrument.ts';
import { ServiceError } from '../../errors.ts';

const prefix = 'answer.';

export function fieldName(itemId: string): string {
  return `${prefix}${itemId}`;
}

export function fieldValue(answer: Answer): string {
  return 'code' in answer ? String(answer.code) : answer.missing;
}

export function optionSetOf(instrument: Instrument, item: Item): OptionSet {
  const found = instrument.optionSets.find(({ id }) => id === item.optionSet);
  if (!found) throw new ServiceError('illegal-state', 'instrument-unreadable');
  return found;
}

function toAnswer(instrument: Instrument, item: Item, value: string): Answer {
  const reason = offeredMissingReasons.find((candidate) => candidate === value);
  if (reason && instrument.missingReasons.includes(reason)) return { missing: reason };
  const option = optionSetOf(instrument, item).options.find(({ code }) => String(code) === value);
  if (!option) throw new ServiceError('invalid', 'answer-unknown');
  return { code: option.code };
}

/** The answers among the fields of one page; an item or a code that is not on it refuses all. */
export function readAnswers(
  instrument: Instrument,
  page: Page,
  fields: ReadonlyMap<string, string>,
): Answers {
  const entries = [...fields]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => {
      const id = name.slice(prefix.length);
      const item = instrument.items.find((candidate) => candidate.id === id);
      if (!item || !page.items.includes(id)) throw new ServiceError('invalid', 'answer-unknown');
      return [id, toAnswer(instrument, item, value)] as const;
    });
  return Object.fromEntries(entries);
}

export function chosenValue(answers: Answers, itemId: string): string | undefined {
  const answer = answerOf(answers, itemId);
  return answer && fieldValue(answer);
}
