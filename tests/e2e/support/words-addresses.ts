/** Nobody has said anything in the walked panel: what is walked is the answer to an address that names nothing. */
const unknown = '00000000-0000-4000-8000-000000000000';

const one = `/contributions/${unknown}`;
const coding = `/themes/${unknown}`;

/** Pages about what people of a panel said, below the panel's own address; for its facilitator. */
export const wordsAddresses: Record<string, string> = {
  contributions: '/contributions',
  'contributions_.$contributionId': one,
  'contributions_.$contributionId_.redact': `${one}/redact`,
  'contributions_.$contributionId_.translations': `${one}/translations`,
  'contributions_.$contributionId_.withdraw': `${one}/withdraw`,
  appeals: '/appeals',
  enter: '/enter',
  themes: '/themes',
  'themes_.$codingId._index': coding,
  'themes_.$codingId.codebook': `${coding}/codebook`,
  'themes_.$codingId.themes': `${coding}/themes`,
  'themes_.$codingId.draft': `${coding}/draft`,
  'themes_.$codingId.left-out': `${coding}/left-out`,
  'themes_.$codingId.double': `${coding}/double`,
  'themes_.$codingId.flags': `${coding}/flags`,
  'themes_.$codingId.check': `${coding}/check`,
  'themes_.$codingId.report': `${coding}/report`,
  safeguarding: '/safeguarding',
  'safeguarding_.$concernId': `/safeguarding/${unknown}`,
};
