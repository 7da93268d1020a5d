import { z } from 'zod';
import { findWords } from '#analysis/redaction/find-words.ts';
import {
  identifierKinds,
  type IdentifierKind,
  type IdentifierSpan,
} from '#analysis/redaction/identifier-span.ts';
import { mergeSpans } from '#analysis/redaction/merge-spans.ts';
import type { RedactionSpan } from '#db/schema/contribution.ts';

const spanPattern = /^(\d{1,6}):(\d{1,6}):([a-z-]+):(machine|person)$/;

/** Stored kinds are of this version or of another one. */
export function kindOf(kind: string): IdentifierKind {
  return identifierKinds.find((known) => known === kind) ?? 'other';
}

export function typedSpans(spans: readonly RedactionSpan[]): IdentifierSpan[] {
  return spans.map(({ start, end, kind }) => ({ start, end, kind: kindOf(kind) }));
}

/** A span as a checkbox carries it: `12:20:phone:machine`. */
export function spanValue({ start, end, kind, proposedBy }: RedactionSpan): string {
  return `${start}:${end}:${kind}:${proposedBy}`;
}

const spanSchema = z.string().transform((value, context): RedactionSpan => {
  const [, start, end, kind, proposedBy] = spanPattern.exec(value) ?? [];
  if (!identifierKinds.some((known) => known === kind)) {
    context.addIssue({ code: 'custom', message: 'malformed-form' });
  }
  return {
    ...{ start: Number(start), end: Number(end), kind: kind ?? '' },
    proposedBy: proposedBy === 'person' ? 'person' : 'machine',
  };
});

/** What a person chose to take out: proposals that stay ticked, and words of their own, one on a line. */
export const redactionSchema = z.object({
  intent: z.enum(['preview', 'confirm', 'amend']),
  revision: z.coerce.number().int(),
  hide: z.array(spanSchema).default([]),
  words: z.string().max(5000, 'text-long').default(''),
  /** Of words that others could read: why something more is taken out. */
  reason: z.string().trim().max(2000, 'text-long').default(''),
});
export type RedactionChoice = Pick<z.output<typeof redactionSchema>, 'hide' | 'words'>;

/**
 * The spans that a choice means in a text, merged, and the lines that do not stand in it. A span is the
 * machine's where nobody added to it.
 */
export function chosenSpans(text: string, { hide, words }: RedactionChoice) {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const searched = lines.map((line) => ({ line, spans: findWords(text, line, 'other') }));
  const added = searched.flatMap(({ spans }) =>
    spans.map((span) => ({ ...span, proposedBy: 'person' as const })),
  );
  const kept = hide
    .filter(({ start, end }) => start < end && end <= text.length)
    .map(({ kind, ...span }) => ({ ...span, kind: kindOf(kind) }));
  const machines = kept.filter(({ proposedBy }) => proposedBy === 'machine');
  const spans = mergeSpans([...kept, ...added]).map(({ start, end, kind }): RedactionSpan => {
    const isMachines = machines.some((one) => one.start === start && one.end === end);
    return { start, end, kind, proposedBy: isMachines ? 'machine' : 'person' };
  });
  return {
    spans,
    missing: searched.filter(({ spans: found }) => found.length === 0).map(({ line }) => line),
  };
}
