import { expect, type Locator, type Page } from '@playwright/test';

/** Which occurrence of some words in the text, counted from 0. */
interface Place {
  occurrence?: number;
}

/** The reading room as a person uses it. */
export class ReadingRoom {
  readonly text: Locator;
  readonly margin: Locator;

  constructor(readonly page: Page) {
    this.text = page.getByRole('group', { name: 'The article’s text' });
    this.margin = page.getByRole('region', { name: 'Annotations' });
  }

  /** Opens an article and waits until what is done in it is heard by others. */
  async open(path: string): Promise<this> {
    await this.page.goto(path);
    await this.live();
    return this;
  }

  async live(): Promise<void> {
    await expect(this.page.getByText('Live', { exact: true })).toBeVisible();
  }

  /** Drags the mouse over words of the text. */
  async select(
    words: string,
    { withAlt = false, ...place }: Place & { withAlt?: boolean } = {},
  ): Promise<void> {
    const { from, to } = await this.#endsOf(words, place);
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, to.y);
    await mouse.move(to.x, to.y);
    if (withAlt) await this.page.keyboard.down('Alt');
    await mouse.up();
    if (withAlt) await this.page.keyboard.up('Alt');
    await expect(this.tools).toBeVisible();
  }

  /** Presses the middle of the first of these words. */
  async press(words: string, { times = 1, ...place }: Place & { times?: number } = {}): Promise<void> {
    const { from } = await this.#endsOf(words, place);
    await this.page.mouse.click(from.x + 3, from.y, { clickCount: times });
  }

  /** Touches the first of these words. */
  async tap(words: string, place: Place = {}): Promise<void> {
    const { from } = await this.#endsOf(words, place);
    await this.page.touchscreen.tap(from.x + 3, from.y);
  }

  /** The tools at the selection. */
  get tools(): Locator {
    return this.page.getByRole('toolbar', { name: 'Mark the selected words' });
  }

  /** The highlight that ends with, or is, these words. */
  mark(words: string): Locator {
    return this.text.locator('mark').filter({ hasText: words });
  }

  /** The note whose first line holds these words; open or closed. */
  card(words: string): Locator {
    return this.margin.getByRole('listitem').filter({ has: this.#opener(words) });
  }

  opener(words: string): Locator {
    return this.margin.locator(this.#opener(words));
  }

  #opener(words: string): Locator {
    return this.page.getByRole('heading', { level: 3 }).getByRole('button', { name: words });
  }

  /** The form of the note that is being filled in. While a list of sources is open, it alone is there to hear. */
  get form(): Locator {
    return this.page.getByRole('form', { name: /the annotation$/, includeHidden: true });
  }

  async save(): Promise<void> {
    await this.form.getByRole('button', { name: 'Save', exact: true, includeHidden: true }).click();
    await expect(this.form).toBeHidden();
  }

  /** Opens a note that may be open already. */
  async expand(words: string): Promise<void> {
    await expect(this.opener(words)).toBeVisible();
    if ((await this.opener(words).getAttribute('aria-expanded')) === 'false')
      await this.opener(words).click();
  }

  /** The server has what was done to this note. */
  async saved(words: string): Promise<void> {
    await expect(this.card(words).getByText(/^(Saving…|Not saved yet)/)).toBeHidden();
  }

  /** Words that are selected now. Where a mark begins, the browser puts a line end between them. */
  selected(): Promise<string> {
    return this.page.evaluate(() => String(document.getSelection()).replace(/\s+/g, ' '));
  }

  /** Where words begin and end on the screen, once scrolled into sight. */
  #endsOf(words: string, { occurrence = 0 }: Place) {
    return this.text.evaluate(
      (root, { words, occurrence }) => {
        const nodes: { node: Text; start: number }[] = [];
        let text = '';
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          if (node.parentElement!.closest('[data-chrome]')) continue;
          nodes.push({ node, start: text.length });
          text += node.data;
        }
        let at = text.indexOf(words);
        for (let i = 0; i < occurrence; i++) at = text.indexOf(words, at + 1);
        if (at < 0) throw new Error(`the text does not show “${words}”`);
        const rectOf = (from: number, to: number) => {
          const { node, start } = nodes.findLast((each) => each.start <= from)!;
          const range = document.createRange();
          range.setStart(node, from - start);
          range.setEnd(node, Math.min(to - start, node.length));
          return range.getBoundingClientRect();
        };
        const { node } = nodes.findLast(({ start }) => start <= at)!;
        node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
        const isRightToLeft = getComputedStyle(node.parentElement!.closest('[dir]')!).direction === 'rtl';
        const [first, last] = [rectOf(at, at + 1), rectOf(at + words.length - 1, at + words.length)];
        const [edge, end] = isRightToLeft
          ? [first.right - 1, last.left + 1]
          : [first.left + 1, last.right - 1];
        return {
          from: { x: edge, y: (first.top + first.bottom) / 2 },
          to: { x: end, y: (last.top + last.bottom) / 2 },
        };
      },
      { words, occurrence },
    );
  }
}
