import { commands } from '$shared/keys/commands.svelte';
import { tell } from '$shared/ui/feedback/toast';

/** The palette comes when it is first opened, not with the first page. */
export async function loadPalette() {
  try {
    return (await import('./Palette.svelte')).default;
  } catch {
    commands.paletteOpen = false;
    tell.outdated();
    return null;
  }
}
