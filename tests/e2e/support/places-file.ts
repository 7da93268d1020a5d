import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Places } from './prepare-places.ts';

const file = 'test-results/places.json';

export function writePlaces(places: Places): void {
  mkdirSync('test-results', { recursive: true });
  writeFileSync(file, JSON.stringify(places));
}

export const readPlaces = (): Places => JSON.parse(readFileSync(file, 'utf8')) as Places;
