import type { DemoPerson } from './demo-person.ts';

/** What anybody may read of the demo's panel. */
export const publicAddresses: Record<string, string> = {
  'routes/join.$code._index': '/join/riverside-poster',
  'routes/join.$code.agree': '/join/riverside-poster/agree',
  'routes/join.$code.poster': '/join/riverside-poster/poster',
  'routes/panel.i.$token': '/panel/i/broken',
  'routes/panel.link': '/panel/link',
  'routes/outcomes.$slug': '/outcomes/riverside-voices',
  'routes/outcomes.$slug_.reviews.$reportId':
    '/outcomes/riverside-voices/reviews/00000000-0000-4000-8000-000000000000',
  'routes/outcomes.$slug_.themes.$reportId':
    '/outcomes/riverside-voices/themes/00000000-0000-4000-8000-000000000000',
};

const fixed = (address: string) => () => address;
const round = (tail: string) => (person: DemoPerson) => `/panel/rounds/${person.round}${tail}`;
const words = (tail: string) => (person: DemoPerson) =>
  `/panel/words/${person.contribution}${tail}`;

/** Pages of one person, who comes with their pass. */
export const personAddresses: Record<string, (person: DemoPerson) => string> = {
  'routes/panel._index': fixed('/panel'),
  'routes/panel.contact': fixed('/panel/contact'),
  'routes/panel.leave': fixed('/panel/leave'),
  'routes/panel.me._index': fixed('/panel/me'),
  'routes/panel.me.about': fixed('/panel/me/about'),
  'routes/panel.me.consents': fixed('/panel/me/consents'),
  'routes/panel.me.credit': fixed('/panel/me/credit'),
  'routes/panel.me.details': fixed('/panel/me/details'),
  'routes/panel.me.payments': fixed('/panel/me/payments'),
  'routes/panel.news': fixed('/panel/news'),
  'routes/panel.rounds.$roundId._index': round(''),
  'routes/panel.rounds.$roundId.prompts.$number': round('/prompts/1'),
  'routes/panel.rounds.$roundId.rating': round('/rating'),
  'routes/panel.rounds.$roundId.review': round('/review'),
  'routes/panel.rounds.$roundId.statements': round('/statements'),
  'routes/panel.systems': fixed('/panel/systems'),
  'routes/panel.themes.$codingId': fixed('/panel/themes/unknown'),
  'routes/panel.words._index': fixed('/panel/words'),
  'routes/panel.words.$contributionId.appeal': ({ rejected }) => `/panel/words/${rejected}/appeal`,
  'routes/panel.words.$contributionId.withdraw': words('/withdraw'),
};

/** Pages of the facilitator that need people, in the demo's panel. */
export const demoPanelAddresses: Record<string, (person: DemoPerson) => string> = {
  'people_.$memberId': ({ panel, member }) => `/panels/${panel}/people/${member}`,
  'people_.$memberId_.letter': ({ panel, member }) => `/panels/${panel}/people/${member}/letter`,
  'recruitment_.draws_.$number': ({ panel }) => `/panels/${panel}/recruitment/draws/1`,
};
