/** The palette comes when it is first opened, not with the first page. */
export const loadPalette = async () => (await import('./Palette.svelte')).default;
