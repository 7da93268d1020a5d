import type { StatedPerformance } from '#db/schema/model-version.ts';
import type { CardReading, CardTarget } from './card-reading.ts';
import { placeField, takesEntries } from './place-field.ts';
import type { Leaf } from './read-yaml.ts';

/** A number somebody states, or null where the words are not one. */
export function statedNumber(text: string): number | null {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : null;
}

/** Puts the leaves of a card where its table says; `stated` are those that are results in numbers, by their paths. */
export function placeLeaves(
  reading: CardReading,
  leaves: readonly Leaf[],
  targets: Partial<Record<string, CardTarget>>,
  stated: ReadonlyMap<string, StatedPerformance>,
): void {
  for (const { path, entries } of leaves) {
    const performance = stated.get(path);
    const target = Object.hasOwn(targets, path) ? targets[path] : undefined;
    const text = entries.join('\n');
    if (performance) {
      reading.version.performance.push(performance);
      const said = `${performance.metric}: ${text}`;
      reading.report.push({ path, outcome: 'mapped', target: 'performance', text: said });
    } else if (target && takesEntries(target) && entries.length > 0) {
      for (const entry of entries) placeField(reading, { path, text: entry, target });
    } else placeField(reading, { path, text, target });
  }
}
