import { DomainError } from '#analysis/errors.ts';

interface Given {
  model?: string | undefined;
  items?: readonly string[] | undefined;
}

/**
 * The model asked for; without a text, one factor of all items.
 *
 * @throws DomainError 'no-model' without either.
 */
export function modelText({ model, items = [] }: Given): string {
  if (model !== undefined) return model;
  if (items.length === 0) throw new DomainError('no-model', { expected: 'model or items' });
  return `factor =~ ${items.join(' + ')}`;
}
