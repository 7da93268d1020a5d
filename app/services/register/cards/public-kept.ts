import type { Section } from '../description-fields.ts';
import type { Sections } from '../description-schema.ts';
import type { CardTarget } from './card-reading.ts';
import { chaiFields } from './chai-fields.ts';

type Kept = { path: string; text: string };

/** What everybody reads of a system and of its version, whatever its sections are. */
const open: readonly CardTarget[] = [
  ...(['name', 'summary', 'version', 'releasedOn', 'modelType', 'foundationModels'] as const),
];

/**
 * Of the fields that are kept word for word those that may go out: who may read one follows from where it would
 * stand in the register, and what has no place there nobody has made public.
 */
export function publicKept(
  kept: readonly Kept[],
  publicOnes: Sections,
): { kept: Kept[]; left: number } {
  const isPublic = ({ path }: Kept) => {
    if (!Object.hasOwn(chaiFields, path)) return false;
    const target: CardTarget = chaiFields[path as keyof typeof chaiFields];
    return open.includes(target) || Object.hasOwn(publicOnes, target.split('.')[0] as Section);
  };
  const shown = kept.filter(isPublic);
  return { kept: shown, left: kept.length - shown.length };
}
