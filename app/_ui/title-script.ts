/**
 * Runs in the head. Between two pages React takes the old title away before it brings the new one: until then the old
 * one is kept, so that the tab and whoever listens to the page are never without a name for it.
 */
export const TITLE_SCRIPT = `(function(h,k){new MutationObserver(function(){var n=h.querySelectorAll('title').length;if(n>1)k.remove();else if(!n&&k.text)h.append(k);if(k.text!==document.title)k.text=document.title}).observe(h,{childList:true,subtree:true,characterData:true})})(document.head,document.createElement('title'))`;
