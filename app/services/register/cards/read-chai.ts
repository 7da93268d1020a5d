import { z } from 'zod';
import { ServiceError } from '../../../errors.ts';
import { sectionFields, type Section } from '../description-fields.ts';
import {
  emptyReading,
  type CardReading,
  type KeptReason,
  type SectionTarget,
} from './card-reading.ts';
import { longestVersion } from '../register-schema.ts';
import { chaiFields, chaiNamespace, type ChaiTarget } from './chai-fields.ts';
import { readMetric } from './chai-metric.ts';
import { readXml, type XmlElement } from './read-xml.ts';

const longest = { line: 500, text: 10_000, list: 500 };
const longestSummary = 350;

function kindOf(target: string) {
  const [section = '', field = ''] = target.split('.');
  const fields = sectionFields[section as Section] as Record<string, { kind: string }>;
  return { section: section as Section, field, kind: fields[field]?.kind ?? 'text' };
}

const isSectionTarget = (target: ChaiTarget): target is SectionTarget => target.includes('.');

function placeInSection(reading: CardReading, target: SectionTarget, text: string) {
  const { section, field, kind } = kindOf(target);
  if (text.length > longest[kind as keyof typeof longest]) return 'too-long';
  const values = (reading.sections[section] ?? {}) as Record<string, string | string[]>;
  const before = values[field];
  values[field] = kind === 'list' ? [...(Array.isArray(before) ? before : []), text] : text;
  reading.sections[section] = values;
  return null;
}

/** Puts a text where it belongs; answers with why it cannot go there. */
function place(reading: CardReading, target: ChaiTarget, text: string): KeptReason | null {
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

function readLeaf(reading: CardReading, path: string, text: string): void {
  if (text === '') {
    reading.report.push({ path, outcome: 'empty' });
    return;
  }
  const target = Object.hasOwn(chaiFields, path)
    ? chaiFields[path as keyof typeof chaiFields]
    : undefined;
  const reason = target === undefined ? 'no-field' : place(reading, target, text);
  reading.report.push(
    reason === null
      ? { path, outcome: 'mapped', target: target ?? '', text }
      : { path, outcome: 'kept', reason, text },
  );
}

const childText = (element: XmlElement, name: string) =>
  element.children.find((child) => child.name === name)?.text.trim() ?? '';

function readResult(reading: CardReading, path: string, element: XmlElement): void {
  const [label, json] = [childText(element, 'Label'), childText(element, 'ValueJson')];
  const topic = path.split('/')[1] ?? '';
  const stated = readMetric(topic, label, json);
  const text = `${label}: ${json}`;
  if (stated) reading.version.performance.push(stated);
  reading.report.push(
    stated
      ? { path, outcome: 'mapped', target: 'performance', text }
      : { path, outcome: 'kept', reason: 'prose', text },
  );
}

function walk(reading: CardReading, element: XmlElement, parent: string): void {
  const path = parent === '' ? element.name : `${parent}/${element.name}`;
  if (element.name === 'MetricResult') readResult(reading, path, element);
  else if (element.children.length === 0) readLeaf(reading, path, element.text.trim());
  else for (const child of element.children) walk(reading, child, path);
}

/** Reads a model card of the Coalition for Health AI, version 0.2. */
export function readChai(text: string): CardReading {
  const root = readXml(text);
  if (root.name !== 'AppliedModelCard') throw new ServiceError('invalid', 'card-unknown');
  if (root.namespace !== chaiNamespace) {
    const version = /v\d+\.\d+/.exec(root.namespace)?.[0] ?? '?';
    throw new ServiceError('invalid', 'card-other-version', { version });
  }
  const reading = emptyReading('chai-0.2');
  for (const child of root.children) walk(reading, child, '');
  return reading;
}
