/** Where the browser keeps the reader's choice; absent means: follow the system. */
export const THEME_KEY = 'theme';

/** Runs before the first paint, so that no page flashes in the wrong theme. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
