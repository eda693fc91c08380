import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

const spots = new Map<string, number>();
let goingBack = false;
addEventListener('popstate', () => (goingBack = true));

/**
 * What a browser does between documents, for pages that change in place: a new page starts at its top
 * with the keyboard in it, and going back returns to where one was.
 */
export function pageIn(pathname: () => string): Attachment<HTMLElement> {
  let opened = false;
  return (main) => {
    const here = pathname();
    const top = goingBack ? (spots.get(here) ?? 0) : 0;
    goingBack = false;
    void tick().then(() => {
      main.scrollTop = top;
      if (opened) main.focus({ preventScroll: true });
      opened = true;
    });
    const remember = () => void spots.set(here, main.scrollTop);
    main.addEventListener('scroll', remember, { passive: true });
    return () => main.removeEventListener('scroll', remember);
  };
}
