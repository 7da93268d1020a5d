import { ServiceError } from '../../../errors.ts';
import { emptyReading, type CardReading } from './card-reading.ts';
import { chaiFields, chaiNamespace } from './chai-fields.ts';
import { readMetric } from './chai-metric.ts';
import { placeField } from './place-field.ts';
import { readXml, type XmlElement } from './read-xml.ts';

function readLeaf(reading: CardReading, path: string, text: string): void {
  const target = Object.hasOwn(chaiFields, path)
    ? chaiFields[path as keyof typeof chaiFields]
    : undefined;
  placeField(reading, { path, text, target });
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
