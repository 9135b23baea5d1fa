/** What marks the links that open the guideline beside the text. */
export const GUIDELINE_LINK = 'data-guideline';
