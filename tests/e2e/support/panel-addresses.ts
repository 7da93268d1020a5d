/** Pages of people of a panel and what anybody may read of it. */
export const panelAddresses: Record<string, string> = {
  // The demo's panel. Pages of one person send whoever has no pass to `/panel/link`.
  'routes/join.$code._index': '/join/riverside-poster',
  'routes/join.$code.agree': '/join/riverside-poster/agree',
  'routes/panel.i.$token': '/panel/i/broken',
  'routes/panel.link': '/panel/link',
  'routes/panel._index': '/panel',
  'routes/panel.contact': '/panel/contact',
  'routes/panel.leave': '/panel/leave',
  'routes/panel.me._index': '/panel/me',
  'routes/panel.me.about': '/panel/me/about',
  'routes/panel.me.consents': '/panel/me/consents',
  'routes/panel.me.credit': '/panel/me/credit',
  'routes/panel.me.details': '/panel/me/details',
  'routes/panel.me.payments': '/panel/me/payments',
  'routes/panel.rounds.$roundId._index': '/panel/rounds/unknown',
  'routes/panel.rounds.$roundId.prompts.$number': '/panel/rounds/unknown/prompts/1',
  'routes/panel.rounds.$roundId.rating': '/panel/rounds/unknown/rating',
  'routes/panel.rounds.$roundId.review': '/panel/rounds/unknown/review',
  'routes/panel.rounds.$roundId.statements': '/panel/rounds/unknown/statements',
  'routes/outcomes.$slug': '/outcomes/riverside-voices',
  'routes/outcomes.$slug_.reviews.$reportId':
    '/outcomes/riverside-voices/reviews/00000000-0000-4000-8000-000000000000',
  'routes/panel.news': '/panel/news',
  'routes/panel.words._index': '/panel/words',
  'routes/panel.words.$contributionId.appeal': '/panel/words/unknown/appeal',
  'routes/panel.words.$contributionId.withdraw': '/panel/words/unknown/withdraw',
};
