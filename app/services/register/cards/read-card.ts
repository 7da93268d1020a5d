import { ServiceError } from '../../../errors.ts';
import type { CardReading } from './card-reading.ts';
import { readChai } from './read-chai.ts';
import { isHuggingFace, readHuggingFace } from './read-hugging-face.ts';
import { readMlmodel } from './read-mlmodel.ts';
import { readMonai } from './read-monai.ts';
import { isMap, readYaml } from './read-yaml.ts';

export const longestCard = 1_000_000;

const head = /^(---[ \t]*\r?\n(?:[^]*?\n)?)---[ \t]*(?:\r?\n|$)/;

// Postgres keeps neither, and no text that a person wrote holds them.
const unstorable = /[\0\p{Surrogate}]/u;

/** Fields alone, or fields at the head of a text. */
function readFields(content: string): CardReading {
  const [whole, fieldsOfText] = head.exec(content) ?? [];
  const fields = readYaml(fieldsOfText ?? content);
  const text = whole === undefined ? '' : content.slice(whole.length);
  if (text.trim() === '' && isMap(fields['flavors'])) return readMlmodel(fields);
  if (text.trim() === '' && Object.hasOwn(fields, 'monai_version')) return readMonai(fields);
  if (isHuggingFace(fields, whole !== undefined)) return readHuggingFace(fields, text);
  throw new ServiceError('invalid', 'card-unknown');
}

/** Reads a card of a kind that is known; anything else is refused with the reason. */
export function readCard(text: string): CardReading {
  if (text.length > longestCard) throw new ServiceError('invalid', 'card-too-large');
  const content = text.replace(/^\uFEFF/, '').trimStart();
  const reading = content.startsWith('<') ? readChai(content) : readFields(content);
  const said = reading.report.flatMap((row) => [row.path, row.outcome === 'empty' ? '' : row.text]);
  if ([content, ...said].some((words) => unstorable.test(words))) {
    throw new ServiceError('invalid', 'card-unknown');
  }
  return reading;
}
