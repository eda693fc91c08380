const MARGIN = 20;
const LEAST = 240;

/** Gives an element the height that is left below it in the window. */
export function fillRest(element: HTMLElement): () => void {
  const fit = () => {
    const top = element.getBoundingClientRect().top;
    element.style.maxHeight = `${Math.max(LEAST, window.innerHeight - top - MARGIN)}px`;
  };
  fit();
  const observer = new ResizeObserver(fit);
  if (element.parentElement) observer.observe(element.parentElement);
  window.addEventListener('resize', fit);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', fit);
  };
}
