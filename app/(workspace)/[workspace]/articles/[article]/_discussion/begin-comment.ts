/** Opens the box for a comment on the open note, or goes to it. The note's own button does it, so that both agree. */
export function beginComment(annotationId: string): void {
  document.querySelector<HTMLElement>(`[data-anchor="${annotationId}"] [data-begin-comment]`)?.click();
}
