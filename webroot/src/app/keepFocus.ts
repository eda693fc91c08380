/** Where the keyboard goes when its element is gone: into the open dialog, else into the page. */
const home = () =>
  document.querySelector<HTMLElement>('[role=dialog][data-state=open]') ??
  document.querySelector<HTMLElement>('main');

/**
 * An element that has the keyboard may go away, or be switched off because its work is done. A browser
 * then gives the keyboard to the whole document, where nothing shows and no key of the page is near.
 */
export function keepFocus(): () => void {
  let had = false;
  let asked = 0;
  const look = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (had && lost && document.hasFocus()) home()?.focus({ preventScroll: true });
    });
  };
  const got = () => (had = true);
  const observer = new MutationObserver(look);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden', 'inert'],
  });
  document.addEventListener('focusin', got);
  document.addEventListener('focusout', look);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', got);
    document.removeEventListener('focusout', look);
    cancelAnimationFrame(asked);
  };
}
