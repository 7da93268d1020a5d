/** Who offered to take part: language, age band, way they came, what they need. Made up. */
export const demoCandidates = [
  { language: 'en', age: 'older', channel: 0, needs: ['large-print'] },
  { language: 'en', age: 'younger', channel: 0, needs: [] },
  { language: 'en', age: 'middle', channel: 2, needs: [] },
  { language: 'en', age: 'older', channel: 1, needs: ['phone'] },
  { language: 'en', age: 'middle', channel: 0, needs: [] },
  { language: 'en', age: 'younger', channel: 2, needs: [] },
  { language: 'en', age: 'middle', channel: 0, needs: [] },
  { language: 'kk', age: 'older', channel: 1, needs: ['easy-read'] },
  { language: 'kk', age: 'middle', channel: 0, needs: [] },
  { language: 'kk', age: 'younger', channel: 0, needs: [] },
  { language: 'kk', age: 'older', channel: 2, needs: [] },
  { language: 'kk', age: 'middle', channel: 1, needs: [] },
  { language: 'kk', age: 'younger', channel: 1, needs: [] },
  { language: 'kk', age: 'older', channel: 1, needs: ['companion'] },
  { language: 'ar', age: 'middle', channel: 1, needs: ['interpreter'] },
  { language: 'ar', age: 'younger', channel: 0, needs: [] },
  { language: 'ar', age: 'older', channel: 1, needs: ['phone', 'interpreter'] },
  { language: 'ar', age: 'middle', channel: 2, needs: [] },
  { language: 'ar', age: 'older', channel: 1, needs: [] },
  { language: 'ar', age: 'younger', channel: 1, needs: [] },
] as const;

export type DemoLanguage = (typeof demoCandidates)[number]['language'];

export const demoSeats = 15;
export const demoSeed = 'riverside-voices-1';

/** Fewest and most people of each band on the panel. */
export const demoQuotas = [
  { english: [5, 5], kazakh: [5, 5], arabic: [5, 5] },
  { younger: [4, 6], middle: [4, 6], older: [4, 6] },
] as const satisfies Record<string, readonly [number, number]>[];

export const bandOfLanguage = { en: 'english', kk: 'kazakh', ar: 'arabic' } as const;
