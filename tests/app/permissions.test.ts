import { describe, expect, it } from 'vitest';
import type { ServiceError } from '#app/errors.ts';
import { authorise, can, permissions, type Permission } from '#app/permissions.ts';
import { memberRoles, type MemberRole } from '#db/schema/membership.ts';

/**
 * `site`: on the sites in the member's scope. `all`: only without a scope, because it concerns the
 * whole organisation. `-`: never. Columns, in this order: administrator, researcher, translator,
 * facilitator, moderator, model owner, safety officer, board chair, secretary, board member, lay
 * member, data custodian, auditor.
 */
const expected: Record<Permission, string> = {
  'people.read': '         all  -    -    -    -    -    -    -    -    -    -    -    all',
  'people.manage': '       all  -    -    -    -    -    -    -    -    -    -    -    -',
  'sites.read': '          site site site site site site site site site site site site site',
  'sites.manage': '        all  -    -    -    -    -    -    -    -    -    -    -    -',
  'instruments.read': '    site site site site site site site site site site site site site',
  'instruments.edit': '    -    all  all  -    -    -    -    -    -    -    -    -    -',
  'instruments.design': '  -    all  -    -    -    -    -    -    -    -    -    -    -',
  'instruments.publish': ' -    all  -    -    -    -    -    -    -    -    -    -    -',
  'evidence.manage': '     -    all  -    -    -    -    -    -    -    -    -    -    -',
  'studies.read': '        site site site site site site site site site site site site site',
  'studies.edit': '        -    site -    -    -    -    -    -    -    -    -    -    -',
  'invitations.read': '    site site -    -    -    -    -    -    -    -    -    -    site',
  'invitations.manage': '  -    site -    -    -    -    -    -    -    -    -    -    -',
  'outbox.read': '         all  -    -    -    -    -    -    -    -    -    -    -    -',
  'outbox.manage': '       all  -    -    -    -    -    -    -    -    -    -    -    -',
  'results.read': '        -    site -    -    -    -    site site site site site site site',
  'results.compute': '     -    site -    -    -    -    site site site site site site -',
  'comparisons.open': '    -    site -    -    -    -    -    -    -    -    -    -    -',
  'responses.import': '    -    site -    -    -    -    -    -    -    -    -    site -',
  'responses.export': '    -    -    -    -    -    -    -    -    -    -    -    all  -',
  'pseudonyms.open': '     -    -    -    -    -    -    -    -    -    -    -    all  -',
  'board.read': '          site site -    -    -    site site site site site site -    site',
  'panels.read': '         site site -    site site -    -    site site site site -    site',
  'panels.manage': '       -    -    -    site -    -    -    -    -    -    -    -    -',
  'panel-members.read': '  -    -    -    site -    -    -    -    -    -    -    -    -',
  'panel-members.manage': '-    -    -    site -    -    -    -    -    -    -    -    -',
  'contributions.redact': '-    -    -    site site -    -    -    -    -    -    -    -',
  'contributions.moderate': ' - -    -    site site -    -    -    -    -    -    -    -',
  'contributions.translate': '- - site site -    -    -    -    -    -    -    -    -',
  'themes.code': '         -    site -    site site -    -    -    -    -    -    -    -',
  'themes.manage': '       -    site -    site -    -    -    -    -    -    -    -    -',
  'suggestions.manage': '  -    -    -    site -    -    -    -    -    -    -    -    -',
  'suggestions.decide': '  -    -    -    site -    -    -    site site -    -    -    -',
  'panel-payments.read': ' site -    -    site -    -    -    -    -    -    -    -    site',
  'panel-payments.manage': 'site -   -    site -    -    -    -    -    -    -    -    -',
  'payment-rates.read': '  site -    -    site -    -    -    -    -    -    -    -    site',
  'payment-rates.manage': 'all  -    -    all  -    -    -    -    -    -    -    -    -',
  'panel-reports.publish': '- -    -    site -    -    -    -    -    -    -    -    -',
  'models.read': '         site site -    -    -    site site site site site site -    site',
  'models-board.read': '   -    -    -    -    -    site site site site site site -    site',
  'models-private.read': ' -    -    -    -    -    site -    -    -    -    -    -    site',
  'models.manage': '       -    -    -    -    -    all  -    -    -    -    -    -    -',
  'transfers.answer': '    all  all  -    -    -    all  all  all  all  all  all  -    -',
  'datasets.manage': '     -    -    -    -    -    all  -    -    -    -    -    -    -',
  'deployments.manage': '  -    -    -    -    -    site -    -    -    -    -    -    -',
  'deployments.decide': '  -    -    -    -    -    site -    site site -    -    -    -',
  'deployments.suspend': ' -    -    -    -    -    site site site -    -    -    -    -',
  'retention.read': '      all  -    -    -    -    -    -    -    -    -    -    all  all',
  'monitoring.manage': '   -    -    -    -    -    site -    -    -    -    -    -    -',
  'alerts.handle': '       -    -    -    -    -    site site site -    -    -    -    -',
  'alarm-budget.declare': '-    -    -    -    -    -    -    all  all  -    -    -    -',
  'retention.manage': '    -    -    -    -    -    -    -    -    -    -    -    all  -',
  'audit.read': '          all  -    -    -    -    -    -    -    -    -    -    all  all',
};

const columns = [
  'administrator',
  'researcher',
  'translator',
  'facilitator',
  'moderator',
  'model-owner',
  'safety-officer',
  'board-chair',
  'secretary',
  'board-member',
  'lay-member',
  'data-custodian',
  'auditor',
] as const satisfies readonly MemberRole[];

const cases = Object.entries(expected).flatMap(([permission, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((reach, index) => ({
      permission: permission as Permission,
      role: columns[index] ?? 'auditor',
      reach,
    })),
);

describe('the permission table', () => {
  it('is written out here for every role and every permission', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(permissions).sort());
    expect([...columns].sort()).toEqual([...memberRoles].sort());
    expect(cases).toHaveLength(columns.length * Object.keys(permissions).length);
  });

  it.each(cases)('$role, $permission: $reach', ({ permission, role, reach }) => {
    const everywhere = { role, siteIds: null };
    const north = { role, siteIds: ['north'] };
    const nowhere = { role, siteIds: [] };
    const [some, onSites] = [reach !== '-', reach === 'site'];
    expect(can(everywhere, permission)).toBe(some);
    expect(can(everywhere, permission, ['north', 'south'])).toBe(some);
    expect(can(north, permission)).toBe(onSites);
    expect(can(north, permission, ['north'])).toBe(onSites);
    expect(can(north, permission, ['south'])).toBe(false);
    expect(can(north, permission, ['north', 'south'])).toBe(false);
    expect(can(nowhere, permission, ['north'])).toBe(false);
  });

  it('gives an auditor nothing but reading', () => {
    const granted = cases.filter(({ role, reach }) => role === 'auditor' && reach !== '-');
    expect(granted.length).toBeGreaterThan(0);
    for (const { permission } of granted) expect(permission).toMatch(/\.read$/);
  });
});

describe('authorise', () => {
  it('refuses with a code, and lets pass what is allowed', () => {
    const member = { role: 'researcher', siteIds: ['north'] } as const;
    expect(() => authorise(member, 'studies.edit', ['south'])).toThrow('forbidden');
    expect(() => authorise(member, 'people.manage')).toThrow('forbidden');
    expect(() => authorise(member, 'studies.edit', ['north'])).not.toThrow();
  });
});

it('says whether the role or the sites are what is missing', () => {
  const confined = { role: 'board-chair', siteIds: ['here'] } as const;
  const refusal = (permission: Permission, siteIds: readonly string[]) => {
    try {
      authorise(confined, permission, siteIds);
      return null;
    } catch (error) {
      return (error as ServiceError).reason;
    }
  };
  expect(refusal('board.read', ['here'])).toBeNull();
  expect(refusal('board.read', ['elsewhere'])).toBe('forbidden-sites');
  expect(refusal('studies.edit', ['elsewhere'])).toBe('forbidden');
});
