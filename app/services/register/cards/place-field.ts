import { z } from 'zod';
import { sectionFields, type Section } from '../description-fields.ts';
import { longestList } from '../description-schema.ts';
import { longestVersion } from '../register-schema.ts';
import type { CardReading, CardTarget, KeptReason, SectionTarget } from './card-reading.ts';

const longest = { line: 500, text: 10_000, list: 500 };
const longestSummary = 350;

function kindOf(target: string) {
  const [section = '', field = ''] = target.split('.');
  const fields = sectionFields[section as Section] as Record<string, { kind: string }> | undefined;
  return { section: section as Section, field, kind: fields?.[field]?.kind ?? 'text' };
}

/** Whether each entry of a list stands by itself there. */
export function takesEntries(target: CardTarget): boolean {
  return kindOf(target).kind === 'list';
}

const isSectionTarget = (target: CardTarget): target is SectionTarget => target.includes('.');

function placeInSection(reading: CardReading, target: SectionTarget, text: string) {
  const { section, field, kind } = kindOf(target);
  if (text.length > longest[kind as keyof typeof longest]) return 'too-long';
  const values = (reading.sections[section] ?? {}) as Record<string, string | string[]>;
  const before = values[field];
  const entries = Array.isArray(before) ? before : [];
  if (entries.length >= longestList) return 'too-long';
  values[field] = kind === 'list' ? [...entries, text] : text;
  reading.sections[section] = values;
  return null;
}

/** Puts a text where it belongs; answers with why it cannot go there. */
function place(reading: CardReading, target: CardTarget, text: string): KeptReason | null {
  if (isSectionTarget(target)) return placeInSection(reading, target, text);
  switch (target) {
    case 'kept':
      return 'prose';
    case 'performance':
      return 'no-field';
    case 'name':
      if (text.length > 200) return 'too-long';
      reading.name = text;
      return null;
    case 'summary':
      if (text.length > longestSummary) return 'too-long';
      reading.summary = text;
      return null;
    case 'releasedOn':
      if (!z.iso.date().safeParse(text).success) return 'not-a-date';
      reading.version.releasedOn = text;
      return null;
    case 'version':
      if (text.length > longestVersion) return 'too-long';
      reading.version.version = text;
      return null;
    case 'modelType':
    case 'foundationModels':
      reading.version[target] = text;
      return null;
  }
}

/** One field of a card: into the register where it has a place there, kept word for word where it has none. */
export function placeField(
  reading: CardReading,
  { path, text, target }: { path: string; text: string; target: CardTarget | undefined },
): void {
  if (text === '') {
    reading.report.push({ path, outcome: 'empty' });
    return;
  }
  const reason = target === undefined ? 'no-field' : place(reading, target, text);
  reading.report.push(
    reason === null
      ? { path, outcome: 'mapped', target: target ?? '', text }
      : { path, outcome: 'kept', reason, text },
  );
}
