import { toast } from 'svelte-sonner';
import * as m from '$messages';
import { explain } from '../../api/errors';

const UNDO_MS = 10_000;

/** Short words at the edge of the screen. What can be taken back offers it for ten seconds. */
export const tell = {
  done: (text: string, description?: string) => void toast.success(text, { description }),
  undoable: (text: string, undo: () => void, description?: string) =>
    void toast.success(text, {
      description,
      duration: UNDO_MS,
      action: { label: m.undo(), onClick: undo },
    }),
  refused: (reason: string) => void toast.warning(reason, { duration: 8000 }),
  failed: (error: unknown) => {
    const told = explain(error);
    toast.error(told.title, { description: told.hint, duration: 8000 });
  },
};
