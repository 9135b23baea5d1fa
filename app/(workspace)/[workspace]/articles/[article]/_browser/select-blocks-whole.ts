/**
 * A triple click selects its whole line of the article: browsers by themselves stop at the markers that stand in it.
 * The answer ends it.
 */
export function selectBlocksWhole(root: HTMLElement): () => void {
  const onMouseDown = (event: MouseEvent): void => {
    if (event.detail !== 3 || event.button !== 0 || !(event.target instanceof Element)) return;
    const block = blockAround(event.target, root);
    if (!block) return;
    event.preventDefault();
    document.getSelection()?.selectAllChildren(block);
  };
  root.addEventListener('mousedown', onMouseDown);
  return () => root.removeEventListener('mousedown', onMouseDown);
}

function blockAround(target: Element, root: HTMLElement): Element | null {
  for (let element: Element | null = target; element && element !== root; element = element.parentElement)
    if (!getComputedStyle(element).display.startsWith('inline')) return element;
  return null;
}
