import { ServiceError } from '../../../errors.ts';
import type { CardReading } from './card-reading.ts';
import { readChai } from './read-chai.ts';
import { readMlmodel } from './read-mlmodel.ts';

export const longestCard = 1_000_000;

/** Reads a card of either kind; anything else is refused with the reason. */
export function readCard(text: string): CardReading {
  if (text.length > longestCard) throw new ServiceError('invalid', 'card-too-large');
  const content = text.replace(/^\uFEFF/, '').trimStart();
  return content.startsWith('<') ? readChai(content) : readMlmodel(content);
}
