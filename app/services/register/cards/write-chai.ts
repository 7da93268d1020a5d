import type { StatedPerformance } from '#db/schema/model-version.ts';
import type { FieldOf, Section } from '../description-fields.ts';
import type { Sections } from '../description-schema.ts';
import { textOf } from '../read-field.ts';
import type { CardTarget } from './card-reading.ts';
import { chaiFields, chaiNamespace, optionalChaiFields } from './chai-fields.ts';
import { writeMetric } from './chai-metric.ts';

export type CardContent = {
  name: string;
  summary: string;
  sections: Sections;
  version: {
    version: string;
    releasedOn: string | null;
    modelType: string;
    foundationModels: string;
    performance: readonly StatedPerformance[];
  } | null;
  /** Fields of a card that was read before, for which the register has no place. */
  kept: readonly { path: string; text: string }[];
};

const escape = (text: string) =>
  text
    // XML 1.0 knows no other control characters, not even escaped.
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');

function valuesOf(card: CardContent, path: string, target: string): string[] {
  const { version } = card;
  const keptTexts = card.kept.filter((field) => field.path === path).map(({ text }) => text);
  const said: Record<string, string | null | undefined> = {
    ...{ name: card.name, summary: card.summary, version: version?.version },
    ...{ releasedOn: version?.releasedOn, modelType: version?.modelType },
    ...{ foundationModels: version?.foundationModels },
  };
  const [section = '', field = ''] = target.split('.');
  const text = target.includes('.')
    ? textOf(card.sections, section as Section, field as FieldOf<Section>)
    : (said[target] ?? '');
  if (text === '') return keptTexts;
  return path.endsWith('/Keyword') ? text.split('\n') : [text];
}

function resultsOf(card: CardContent, path: string): string[] {
  const topic = path.split('/')[1];
  const stated = (card.version?.performance ?? []).filter(
    (performance) => (performance.topic ?? 'UsefulnessUsabilityEfficacy') === topic,
  );
  const results = [
    ...stated.map((performance) => [performance.metric, writeMetric(performance)] as const),
    ...card.kept
      .filter((field) => field.path === path)
      .map(
        ({ text }) => [text.split(': ')[0] ?? '', text.split(': ').slice(1).join(': ')] as const,
      ),
  ];
  // The schema wants one at least.
  const listed = results.length > 0 ? results : [['', ''] as const];
  return listed.map(
    ([label, json]) => `<Label>${escape(label)}</Label><ValueJson>${escape(json)}</ValueJson>`,
  );
}

type Node = { children: Map<string, Node>; contents: string[] };
const node = (): Node => ({ children: new Map(), contents: [] });

function insert(root: Node, path: string, contents: string[]): void {
  let current = root;
  for (const name of path.split('/')) {
    const next = current.children.get(name) ?? node();
    current.children.set(name, next);
    current = next;
  }
  current.contents = contents;
}

function write(name: string, { children, contents }: Node, indent: string): string {
  if (children.size === 0) {
    return contents.map((content) => `${indent}<${name}>${content}</${name}>\n`).join('');
  }
  const inside = [...children].map(([child, of]) => write(child, of, `${indent}  `)).join('');
  return `${indent}<${name}>\n${inside}${indent}</${name}>\n`;
}

/** The system as a model card of the Coalition for Health AI, valid against its schema 0.2. */
export function writeChai(card: CardContent): string {
  const root = node();
  for (const [path, target] of Object.entries<CardTarget>(chaiFields)) {
    const contents =
      target === 'performance' ? resultsOf(card, path) : valuesOf(card, path, target).map(escape);
    const isOptional = optionalChaiFields.has(path);
    if (contents.length > 0 || !isOptional) {
      insert(root, path, contents.length > 0 ? contents : ['']);
    } else if (path.endsWith('/Keyword')) insert(root, 'ModelSummary/Keywords', ['']);
  }
  const inside = [...root.children].map(([name, of]) => write(name, of, '  ')).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<AppliedModelCard xmlns="${chaiNamespace}">\n${inside}</AppliedModelCard>\n`;
}
