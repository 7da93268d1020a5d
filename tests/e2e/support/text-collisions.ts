import type { Page } from '@playwright/test';

/** Texts of drawings that run into each other or out of their drawing, as the browser lays them out. */
export async function textCollisions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll('main svg')) {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')]
        .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      for (const [index, { words, box }] of texts.entries()) {
        if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`out: ${words}`);
        for (const other of texts.slice(index + 1)) {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          // Boxes are as high as the line of the font: letters touch only when lines overlap more.
          if (wide > 1 && high > 5) found.push(`overlap: ${words} | ${other.words}`);
        }
      }
    }
    return found;
  });
}
