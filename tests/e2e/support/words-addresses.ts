/** Nobody has said anything in the walked panel: what is walked is the answer to an address that names nothing. */
const unknown = '00000000-0000-4000-8000-000000000000';

const one = `/contributions/${unknown}`;

/** Pages about what people of a panel said, below the panel's own address; for its facilitator. */
export const wordsAddresses: Record<string, string> = {
  contributions: '/contributions',
  'contributions_.$contributionId': one,
  'contributions_.$contributionId_.redact': `${one}/redact`,
  'contributions_.$contributionId_.translations': `${one}/translations`,
  'contributions_.$contributionId_.withdraw': `${one}/withdraw`,
  appeals: '/appeals',
  enter: '/enter',
  safeguarding: '/safeguarding',
  'safeguarding_.$concernId': `/safeguarding/${unknown}`,
};
