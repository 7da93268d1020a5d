import type { Permission } from '../permissions.ts';

export const settingsPages = [
  { key: 'people', needs: 'people.read' },
  { key: 'sites', needs: 'sites.manage' },
  { key: 'outbox', needs: 'outbox.read' },
  { key: 'payment-rates', needs: 'payment-rates.read' },
  { key: 'retention', needs: 'retention.read' },
  { key: 'audit', needs: 'audit.read' },
  { key: 'account', needs: null },
] as const satisfies { key: string; needs: Permission | null }[];
