/** How far each list was scrolled, so that coming back shows the same rows. */
export const offsets = new Map<string, number>();
