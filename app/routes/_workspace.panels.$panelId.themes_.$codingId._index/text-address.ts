import type { CodingView } from '../../services/themes/get-coding-page.server.ts';

/** The address of a text within the texts that are listed. */
export function textAddress(home: string, id: string, only: CodingView['only']): string {
  return `${home}?at=${id}${only === 'all' ? '' : `&only=${only}`}`;
}
