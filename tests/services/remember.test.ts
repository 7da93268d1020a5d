import { describe, expect, it } from 'vitest';
import { remember, unlessLate } from '#app/services/remember.ts';

describe('what was computed lately', () => {
  const counted = () => {
    const asked: string[] = [];
    const recall = remember<string>({ most: 2 });
    const look = (key: string) =>
      recall(key, () => {
        asked.push(key);
        return Promise.resolve(`of ${key}`);
      });
    return { asked, look };
  };

  it('is not computed again while nothing has changed, also for two who look at once', async () => {
    const { asked, look } = counted();
    expect(await Promise.all([look('a'), look('a')])).toEqual(['of a', 'of a']);
    expect(await look('a')).toBe('of a');
    expect(await look('b')).toBe('of b');
    expect(asked).toEqual(['a', 'b']);
  });

  it('is forgotten when there is more', async () => {
    const { asked, look } = counted();
    for (const key of ['a', 'b', 'c', 'a']) await look(key);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is tried again where it failed', async () => {
    const recall = remember<string>({ most: 2 });
    await expect(recall('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await recall('a', () => Promise.resolve('now'))).toBe('now');
  });

  it('is late for who has waited, and there for who looks again', async () => {
    const recall = remember<string>({ most: 2 });
    let finish: (result: string) => void = () => undefined;
    const work = new Promise<string>((resolve) => {
      finish = resolve;
    });
    expect(
      await unlessLate(
        recall('a', () => work),
        0,
      ),
    ).toBe('late');
    finish('done');
    const again = recall('a', () => Promise.reject(new Error('again')));
    expect(await unlessLate(again, 60_000)).toBe('done');
  });
});
