import { z } from 'zod';
import type { ChangeBound, StatedValue } from '#db/schema/model-change.ts';
import { typedNumber } from '../typed-number.ts';
import { optionalDay, optionalWords } from './register-schema.ts';
import { changeKinds } from './register-words.ts';

const kinds = z.array(z.enum(changeKinds)).min(1, 'kinds-missing');
const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const numeral = String.raw`[-−]?\d+(?:[.,]\d+)?`;
const boundLine = new RegExp(`^(.+?)\\s+(${numeral}|[-–])\\s+(${numeral}|[-–])$`, 'u');
const valueLine = new RegExp(`^(.+?)\\s+(${numeral})$`, 'u');

function toNumber(text: string | undefined): number | undefined {
  if (text === undefined || /^[-–]$/u.test(text)) return undefined;
  return typedNumber(text);
}

function toBound(line: string): ChangeBound | null {
  const [, metric = '', low, high] = boundLine.exec(line) ?? [];
  const [minimum, maximum] = [toNumber(low), toNumber(high)];
  if (Number.isNaN(minimum) || Number.isNaN(maximum)) return null;
  if (metric === '' || (minimum === undefined && maximum === undefined)) return null;
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) return null;
  return {
    metric,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function toValue(line: string): StatedValue | null {
  const [, metric = '', value] = valueLine.exec(line) ?? [];
  const number = toNumber(value);
  return metric === '' || number === undefined || Number.isNaN(number)
    ? null
    : { metric, value: number };
}

/** One thing a line; a line that is not understood is said, never skipped. */
function listOf<Entry>(read: (line: string) => Entry | null, wrong: string) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const entries = lines(text).map(read);
      const known = entries.filter((entry): entry is NonNullable<typeof entry> => entry !== null);
      if (known.length < entries.length) {
        context.addIssue({ code: 'custom', message: wrong });
        return z.NEVER;
      }
      return known;
    });
}

export const planFields = {
  kinds,
  bounds: listOf(toBound, 'change-bounds-wrong'),
  protocol: z
    .string({ error: 'protocol-missing' })
    .trim()
    .min(1, 'protocol-missing')
    .max(4000, 'text-long'),
  impact: optionalWords,
  agreedOn: z.iso.date('date-invalid'),
};

export const noticeFields = {
  kinds,
  summary: z
    .string({ error: 'summary-missing' })
    .trim()
    .min(1, 'summary-missing')
    .max(4000, 'text-long'),
  newVersion: optionalWords,
  values: listOf(toValue, 'values-wrong'),
  receivedOn: z.iso.date('date-invalid'),
  effectiveOn: optionalDay,
};
