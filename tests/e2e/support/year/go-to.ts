import { baseUrl } from '../fixtures.ts';
import type { Person } from './person.ts';

export async function goTo({ page }: Person, path: string): Promise<void> {
  await page.goto(`${baseUrl()}${path}`);
}
