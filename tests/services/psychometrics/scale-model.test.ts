import { describe, expect, it } from 'vitest';
import { isTestable, scaleModel } from '#app/services/psychometrics/scale-model.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';

type Scale = Pick<Instrument['scales'][number], 'id' | 'items'> & { subscaleOf?: string };

/** An instrument as far as a model is concerned. */
const instrument = (items: readonly string[], scales: readonly Scale[]) =>
  ({ items: items.map((id) => ({ id })), scales }) as unknown as Instrument;

const five = ['q-1', 'q-2', 'q-3', 'q-4', 'q-5'];
const [first, second] = [five.slice(0, 2), five.slice(2)];

describe('the model that an instrument claims', () => {
  it('has the subscales as factors, under their names, for the whole and for the scale they make up', () => {
    const total = nurseAiReadiness.scales.find(({ id }) => id === 'total');
    if (!total) throw new Error('there is a total scale');
    const whole = scaleModel(nurseAiReadiness, null);
    expect(whole).toEqual(scaleModel(nurseAiReadiness, total));
    expect(whole.names).toEqual(['operations.workforce', 'clinical.benefit']);
    expect(whole.text.split('\n')[1]).toBe('clinical.benefit =~ nai.6 + nai.7 + nai.8 + nai.9');
  });

  it('of a subscale is one factor of its items', () => {
    const scales = [{ id: 'a', items: first }];
    const model = scaleModel(instrument(five, scales), { id: 'a', items: first });
    expect(model).toMatchObject({ text: 'a =~ q.1 + q.2', scaleIds: ['a'] });
    expect(isTestable(model)).toBe(false);
  });

  it('is one factor where subscales leave an item out, share one, or have a single item', () => {
    const whole = { id: 'total', items: five };
    const shared = ['q-2', ...second];
    for (const parts of [
      [first, second.slice(1)],
      [first, shared],
      [five.slice(0, 4), ['q-5']],
    ]) {
      const subscales = parts.map((items, at) => ({ id: `s${at}`, items, subscaleOf: 'total' }));
      const { text } = scaleModel(instrument(five, [whole, ...subscales]), whole);
      expect(text).toBe('total =~ q.1 + q.2 + q.3 + q.4 + q.5');
    }
  });

  it('of the whole instrument leaves out what belongs to no scale, and needs no scale at all', () => {
    const scales = [
      { id: 'a', items: first },
      { id: 'q.3', items: ['q-4', 'q-5'] },
    ];
    expect(scaleModel(instrument(five, scales), null).text).toBe(
      'a =~ q.1 + q.2\nq.3.scale =~ q.4 + q.5',
    );
    expect(scaleModel(instrument(['x', 'y', 'factor'], []), null).text).toBe(
      'factor.scale =~ x + y + factor',
    );
  });
});
