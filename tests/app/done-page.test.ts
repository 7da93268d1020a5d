import { expect, it } from 'vitest';
import { ballotCookie } from '#app/http/cookies.server.ts';
import { loader } from '#app/routes/s.$code.done/route.tsx';
import { formatCode } from '#app/services/answering/personal-code.server.ts';
import { submitBallot } from '#app/services/answering/submit-ballot.server.ts';
import { withdrawBallot } from '#app/services/answering/withdraw-ballot.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { beginAndConsent, fieldStudy } from '../services/answering/fielded.ts';

describeOnDatabases('the last page of a survey', () => {
  it('thanks for answers that wait, and no longer once they were withdrawn', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    await submitBallot({ ballot, completionMode: 'self' });
    const code = fielded.openLink;
    const cookie = ballotCookie.set({ ...ballot, link: code, linking: '' }).split(';')[0] ?? '';
    const request = new Request(`http://localhost:3000/s/${code}/done`, {
      headers: { Cookie: cookie, 'Accept-Language': 'en' },
    });
    const heading = async () => {
      const { data } = (await loader({ request, params: { code }, context: {} })) as unknown as {
        data: { heading: string };
      };
      return data.heading;
    };
    expect(await heading()).toBe('Thank you. Your answers have arrived.');
    expect(await withdrawBallot(formatCode(ballot.code))).toMatchObject({ deleted: 'everything' });
    expect(await heading()).toBe('This survey is finished for you.');
  });
});
