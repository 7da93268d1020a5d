import type { Rights } from '#surveys/model/instrument.ts';

export const rights: Rights = {
  licence: 'Apache-2.0',
  holder: 'The Attune contributors',
  displayRight: 'granted',
  translationRight: 'granted',
  text: 'Free to use, translate and adapt with attribution. The wording was written for this project; no published item was copied. Scores must not be compared with, or benchmarked against, values published for any other scale.',
  citation:
    'Nurse AI Readiness, nine items. The Attune contributors, 2026. Psychometric evidence: none yet.',
  inspiredBy: {
    citation:
      'Assessing nurses’ attitudes toward artificial intelligence in Kazakhstan: psychometric validation of a nine-item scale. Frontiers in Digital Health, 2026. Only the idea of nine items in two subscales is taken up.',
  },
};
