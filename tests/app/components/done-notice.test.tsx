import { expect, it } from 'vitest';
import { DoneNotice } from '#app/components/done-notice.tsx';
import { renderInRouter } from './support/render-in-router.tsx';

const notice = <DoneNotice words={{ added: 'The wave was added.' }} />;

it('says what was done, until another form of the page is refused', () => {
  expect(renderInRouter(notice, '?done=added')).toContain('The wave was added.');
  const refused = { refusal: { code: 'wave-date-past', values: {} } };
  expect(renderInRouter(notice, '?done=added', refused)).not.toContain('The wave was added.');
});
