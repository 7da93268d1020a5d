import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

/** Words of four things that people write about; answers are drawn from them. */
const words: Record<string, string> = {
  waiting: 'waited hours queue long delay appointment slow late clock corridor',
  nurses: 'nurse kind friendly gentle staff caring smile patient listening warm',
  food: 'meal breakfast cold soup taste kitchen hungry vegetables tray dinner',
  parking: 'car parking ticket machine expensive space drive garage fee street',
};
const empty = ['Nothing', 'n/a', "don't know", 'No comment', '-'];

/** Made-up answers with what each is about; every tenth says nothing. */
export function answersAbout(n: number, seed: number): { texts: string[]; topics: string[] } {
  const random = seededGenerator(seed);
  const pick = (all: readonly string[]) => all[Math.floor(random() * all.length)] ?? '';
  const names = Object.keys(words);
  const drawn = Array.from({ length: n }, (_, index) => {
    if (index % 10 === 9) return { topic: 'none', text: pick(empty) };
    const topic = pick(names);
    const own = (words[topic] ?? '').split(' ');
    const length = 4 + Math.floor(random() * 5);
    const text = Array.from({ length }, () => pick(own)).join(' ');
    return { topic, text: `The ${text}.` };
  });
  return { texts: drawn.map(({ text }) => text), topics: drawn.map(({ topic }) => topic) };
}
