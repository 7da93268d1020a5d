import { expect, it } from 'vitest';
import { publicKept } from '#app/services/register/cards/public-kept.ts';
import { publicSections } from '#app/services/register/shown-sections.ts';

const risks = { path: 'Warnings/KnownRisksAndLimitations', text: 'Too long for the register' };
const prose = { path: 'ReleaseInfo/ReleaseStage', text: 'General availability' };
const released = { path: 'ReleaseInfo/ReleaseDate', text: 'Spring 2025' };

it('what was kept of a card goes out with its section, and without one not at all', () => {
  const kept = [risks, prose, released, { path: 'constructor', text: 'x' }];
  const of = (visibility: 'public' | 'private') =>
    publicKept(kept, publicSections({ safety: {}, visibility: { safety: visibility } }).sections);
  expect(of('private')).toEqual({ kept: [released], left: 3 });
  expect(of('public')).toEqual({ kept: [risks, released], left: 2 });
});
