import { demoPanelAddresses, personAddresses, publicAddresses } from './panel-addresses.ts';
import { modelAddresses } from './model-addresses.ts';
import type { Places } from './prepare-places.ts';
import { wordsAddresses } from './words-addresses.ts';

type Visit = { as: string | null; to: (places: Places) => string };

const page = (as: string | null, to: Visit['to']): Visit => ({ as, to });
const study = (tail: string) => page('researcher', (places) => `/studies/${places.study}${tail}`);
const version = (tail: string) =>
  page('researcher', (places) => `/instruments/${places.instrument}/versions/2${tail}`);
const activity = (tail: string) =>
  page('facilitator', (places) => `/activities/${places.activity}${tail}`);
const panel = (tail: string) => page('facilitator', (places) => `/panels/${places.panel}${tail}`);
const round = (tail: string) =>
  page('facilitator', (places) => `/panels/${places.panel}/rounds/${places.round}${tail}`);
const fixed = (as: string | null, address: string) => page(as, () => address);

/** How to reach each route, and as whom. A route that is missing here fails the walk. */
export const visits: Record<string, Visit> = {
  'routes/_index': fixed(null, '/'),
  'routes/$': fixed(null, '/no/such/page'),
  'routes/sign-in': fixed(null, '/sign-in'),
  'routes/sign-in_.link': fixed(null, '/sign-in/link'),
  'routes/sign-in_.two-factor': fixed(null, '/sign-in/two-factor'),
  'routes/forgot-password': fixed(null, '/forgot-password'),
  'routes/reset-password': fixed(null, '/reset-password?token=unknown'),
  'routes/accept.$token': page(null, (places) => places.acceptLink),
  'routes/no-membership': fixed('researcher', '/no-membership'),
  'routes/_workspace.start': fixed('researcher', '/start'),
  'routes/_workspace.instruments._index': fixed('researcher', '/instruments'),
  'routes/_workspace.instruments.import': fixed('researcher', '/instruments/import'),
  'routes/_workspace.instruments.$instrumentId._index': page(
    'researcher',
    (places) => `/instruments/${places.instrument}`,
  ),
  'routes/_workspace.instruments.$instrumentId.evidence._index': page(
    'researcher',
    (places) => `/instruments/${places.instrument}/evidence`,
  ),
  'routes/_workspace.instruments.$instrumentId.evidence.new': page(
    'researcher',
    (places) => `/instruments/${places.instrument}/evidence/new?kind=structure`,
  ),
  'routes/_workspace.instruments.$instrumentId.compare': page(
    'researcher',
    (places) => `/instruments/${places.instrument}/compare?from=1&to=2`,
  ),
  'routes/_workspace.instruments.$instrumentId.versions.$number._index': version(''),
  'routes/_workspace.instruments.$instrumentId.versions.$number.edit': version('/edit'),
  'routes/_workspace.instruments.$instrumentId.versions.$number.text-items': version('/text-items'),
  'routes/_workspace.instruments.$instrumentId.versions.$number.publish': version('/publish'),
  'routes/_workspace.instruments.$instrumentId.versions.$number.wording.$language':
    version('/wording/ar'),
  'routes/_workspace.studies._index': fixed('researcher', '/studies'),
  'routes/_workspace.studies.new': fixed('researcher', '/studies/new'),
  'routes/_workspace.studies.$studyId._index': study(''),
  'routes/_workspace.studies.$studyId.design': study('/design'),
  'routes/_workspace.studies.$studyId.consent': study('/consent'),
  'routes/_workspace.studies.$studyId.languages': study('/languages'),
  'routes/_workspace.studies.$studyId.waves': study('/waves'),
  'routes/_workspace.studies.$studyId.links': study('/links'),
  'routes/_workspace.studies.$studyId.invitations': study('/invitations'),
  'routes/_workspace.studies.$studyId.invitations_.invite': study('/invitations/invite'),
  'routes/_workspace.studies.$studyId.progress': study('/progress'),
  'routes/_workspace.studies.$studyId.open': study('/open'),
  'routes/_workspace.studies.$studyId.close': study('/close'),
  'routes/_workspace.studies.$studyId.results._index': study('/results'),
  'routes/_workspace.studies.$studyId.results.items': study('/results/items'),
  'routes/_workspace.studies.$studyId.results.scales': study('/results/scales'),
  'routes/_workspace.studies.$studyId.results.groups': study('/results/groups'),
  'routes/_workspace.studies.$studyId.results.change': study('/results/change'),
  'routes/_workspace.studies.$studyId.results.analyses._index': study('/results/analyses'),
  'routes/_workspace.studies.$studyId.results.analyses.$analysis': study(
    '/results/analyses/reliability',
  ),
  'routes/_workspace.studies.$studyId.import': study('/import'),
  'routes/_workspace.studies.$studyId.import_.$draftId': page(
    'researcher',
    (places) => `/studies/${places.study}/import/${places.importDraft}`,
  ),
  'routes/_workspace.studies.$studyId.export': page(
    'data-custodian',
    (places) => `/studies/${places.study}/export`,
  ),
  'routes/_workspace.studies.$studyId.pseudonyms': page(
    'data-custodian',
    (places) => `/studies/${places.confidentialStudy}/pseudonyms`,
  ),
  'routes/_workspace.board._index': fixed('board-chair', '/board'),
  'routes/_workspace.board.monitoring': fixed('board-chair', '/board/monitoring'),
  'routes/_workspace.board.sites.$siteId': page(
    'board-chair',
    (places) => `/board/sites/${places.site}`,
  ),
  'routes/_workspace.activities._index': fixed('facilitator', '/activities'),
  'routes/_workspace.activities.new': fixed('facilitator', '/activities/new'),
  'routes/_workspace.activities.$activityId._index': activity(''),
  'routes/_workspace.activities.$activityId.edit': activity('/edit'),
  'routes/_workspace.activities.$activityId.session': activity('/session'),
  'routes/_workspace.panels._index': fixed('facilitator', '/panels'),
  'routes/_workspace.panels.new': fixed('facilitator', '/panels/new'),
  'routes/_workspace.panels.$panelId._index': panel(''),
  'routes/_workspace.panels.$panelId.settings': panel('/settings'),
  'routes/_workspace.panels.$panelId.settings_.policy': panel('/settings/policy'),
  'routes/_workspace.panels.$panelId.settings_.consent': panel('/settings/consent'),
  'routes/_workspace.panels.$panelId.decisions': panel('/decisions'),
  'routes/_workspace.panels.$panelId.decisions_.new': panel('/decisions/new'),
  'routes/_workspace.panels.$panelId.decisions_.letters': panel('/decisions/letters'),
  'routes/_workspace.panels.$panelId.decisions_.$suggestionId': panel(
    '/decisions/00000000-0000-4000-8000-000000000000',
  ),
  'routes/_workspace.panels.$panelId.decisions_.$suggestionId_.edit': panel(
    '/decisions/00000000-0000-4000-8000-000000000000/edit',
  ),
  'routes/_workspace.panels.$panelId.report': panel('/report'),
  'routes/_workspace.panels.$panelId.report_.versions.$number': panel('/report/versions/1'),
  'routes/_workspace.panels.$panelId.report_.outputs': panel('/report/outputs'),
  'routes/_workspace.panels.$panelId.report_.form.$kind': panel('/report/form/gripp2-long'),
  'routes/_workspace.panels.$panelId.recruitment': panel('/recruitment'),
  'routes/_workspace.panels.$panelId.recruitment_.strata.$stratum':
    panel('/recruitment/strata/new'),
  'routes/_workspace.panels.$panelId.recruitment_.draws': panel('/recruitment/draws'),
  'routes/_workspace.panels.$panelId.people': panel('/people'),
  'routes/_workspace.panels.$panelId.people_.new': panel('/people/new'),
  'routes/_workspace.panels.$panelId.payments': panel('/payments'),
  'routes/_workspace.panels.$panelId.rounds': panel('/rounds'),
  'routes/_workspace.panels.$panelId.rounds_.new': panel('/rounds/new'),
  'routes/_workspace.panels.$panelId.rounds_.$roundId._index': round(''),
  'routes/_workspace.panels.$panelId.rounds_.$roundId.ask': round('/ask'),
  'routes/_workspace.panels.$panelId.rounds_.$roundId.close': round('/close'),
  'routes/_workspace.panels.$panelId.rounds_.$roundId.edit': round('/edit'),
  'routes/_workspace.panels.$panelId.rounds_.$roundId.jobs': round('/jobs'),
  'routes/_workspace.panels.$panelId.rounds_.$roundId.jobs_.new': round('/jobs/new?kind=review'),
  'routes/_workspace.panels.$panelId.jobs_.$promptId': page(
    'facilitator',
    (places) => `/panels/${places.panel}/jobs/${places.job}`,
  ),
  'routes/_workspace.panels.$panelId.rounds_.$roundId.opinion': round('/opinion'),
  'routes/_workspace.panels.$panelId.rounds_.$roundId.prompt': round('/prompt'),
  'routes/_workspace.panels.$panelId.rounds_.$roundId.statement': round('/statement'),
  'routes/_workspace.settings._index': fixed('administrator', '/settings'),
  'routes/_workspace.settings.account': fixed('administrator', '/settings/account'),
  'routes/_workspace.settings.account_.second-factor': fixed(
    'administrator',
    '/settings/account/second-factor',
  ),
  'routes/_workspace.settings.people': fixed('administrator', '/settings/people'),
  'routes/_workspace.settings.people_.invite': fixed('administrator', '/settings/people/invite'),
  'routes/_workspace.settings.people_.$membershipId': page(
    'administrator',
    (places) => `/settings/people/${places.membership}`,
  ),
  'routes/_workspace.settings.sites': fixed('administrator', '/settings/sites'),
  'routes/_workspace.settings.sites_.$siteId': page(
    'administrator',
    (places) => `/settings/sites/${places.site}`,
  ),
  'routes/_workspace.settings.audit': fixed('administrator', '/settings/audit'),
  'routes/_workspace.settings.outbox': fixed('administrator', '/settings/outbox'),
  'routes/_workspace.settings.outbox_.$mailId': page(
    'administrator',
    (places) => `/settings/outbox/${places.mail}`,
  ),
  'routes/_workspace.settings.payment-rates': fixed('facilitator', '/settings/payment-rates'),
  'routes/_workspace.settings.retention': fixed('data-custodian', '/settings/retention'),
  'routes/_workspace.settings.retention_.$studyId': page(
    'data-custodian',
    (places) => `/settings/retention/${places.study}`,
  ),
  'routes/s.$code._index': fixed(null, '/s/demo-nurses'),
  'routes/s.$code.poster': fixed(null, '/s/demo-nurses/poster'),
  'routes/s.$code.privacy': fixed(null, '/s/demo-nurses/privacy'),
  'routes/s.i.$token': page(null, (places) => places.personalLink),
  'routes/s.resume': fixed(null, '/s/resume'),
  'routes/s.withdraw': fixed(null, '/s/withdraw'),
  ...Object.fromEntries(
    Object.entries(wordsAddresses).map(([route, tail]) => [
      `routes/_workspace.panels.$panelId.${route}`,
      panel(tail),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(demoPanelAddresses).map(([route, to]) => [
      `routes/_workspace.panels.$panelId.${route}`,
      page('facilitator', ({ person }) => to(person)),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(publicAddresses).map(([route, address]) => [route, fixed(null, address)]),
  ),
  ...Object.fromEntries(
    Object.entries(personAddresses).map(([route, to]) => [
      route,
      page('person', ({ person }) => to(person)),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(modelAddresses).map(([route, to]) => [
      `routes/_workspace.${route}`,
      page('model-owner', to),
    ]),
  ),
};
