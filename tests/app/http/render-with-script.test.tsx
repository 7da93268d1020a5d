import { renderWithScript } from '#app/http/render-with-script.server.ts';
import { expect, test } from 'vitest';

test('a page of long characters has no zero bytes where the buffer ended', async () => {
  for (const character of ['ع', 'ж', '会', '🙂']) {
    const words = Array.from({ length: 300 }, (_, number) => `${number}${character.repeat(20)}`);
    const markup = await renderWithScript(
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>,
    );
    expect(markup).not.toContain('\0');
    expect(markup).toBe(`<ul>${words.map((word) => `<li>${word}</li>`).join('')}</ul>`);
  }
});
