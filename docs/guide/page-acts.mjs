// @ts-check
// What a reader does on a page, for the guide's pictures.

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Scrolls words of the article into sight and finds their ends on the screen.
 * @param {Page} page
 * @param {string} words
 */
async function endsOf(page, words) {
  return page.locator('[data-article-text]').evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    /** @type {{node: Text, start: number}[]} */
    const nodes = [];
    let whole = '';
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      if (node.parentElement?.closest('[data-chrome]')) continue;
      nodes.push({ node, start: whole.length });
      whole += node.data;
    }
    /** @param {number} offset */
    const nodeAt = (offset) => {
      const found = nodes.filter(({ start }) => start <= offset).at(-1);
      if (!found) throw new Error(`There is no text at ${offset}.`);
      return found;
    };
    /** @param {number} offset */
    const boxOf = (offset) => {
      const found = nodeAt(offset);
      const range = document.createRange();
      range.setStart(found.node, offset - found.start);
      range.setEnd(found.node, offset - found.start + 1);
      return range.getBoundingClientRect();
    };
    const at = whole.indexOf(wanted);
    if (at < 0) throw new Error(`The article does not say “${wanted}”.`);
    const { top, bottom } = boxOf(at);
    if (top < 0 || bottom > innerHeight)
      nodeAt(at).node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [first, last] = [boxOf(at), boxOf(at + wanted.length - 1)];
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
    };
  }, words);
}

/**
 * Selects words as a reader does, with the mouse.
 * @param {Page} page
 * @param {string} words
 */
export async function selectWords(page, words) {
  const { from, to } = await endsOf(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

/**
 * Presses the first of these words.
 * @param {Page} page
 * @param {string} words
 */
export async function pressWords(page, words) {
  const { from } = await endsOf(page, words);
  await page.mouse.click(from.x + 3, from.y);
}

/** @param {Page} page */
export const notes = (page) => page.getByRole('region', { name: 'Annotations' });

/**
 * @param {Page} page
 * @param {RegExp} name
 */
export async function openNoteNamed(page, name) {
  await notes(page).getByRole('button', { name }).first().click();
}
