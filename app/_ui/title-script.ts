/**
 * Runs in the head. Between two pages React takes the old title away before it brings the new one, which may take seconds:
 * until then the old one is kept, so that the tab and whoever listens to the page are not without a name for it. Not at
 * once: Next announces a page as soon as it is there, and would call it by the old title.
 */
export const TITLE_SCRIPT = `(function(h,k,t){new MutationObserver(function(){var n=h.querySelectorAll('title').length;if(n>1)k.remove();if(!n)t=k.text&&!t?setTimeout(function(){t=0;if(!h.querySelector('title'))h.append(k)},100):t;else if(k.text!==document.title)k.text=document.title}).observe(h,{childList:true,subtree:true,characterData:true})})(document.head,document.createElement('title'),0)`;
