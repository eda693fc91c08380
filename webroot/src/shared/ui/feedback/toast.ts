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
  /** Stays until the returned function is called, with one way to call it off. */
  pending: (text: string, label: string, callOff: () => void): (() => void) => {
    const id = toast.loading(text, {
      duration: Infinity,
      closeButton: false,
      action: { label, onClick: callOff },
    });
    return () => void toast.dismiss(id);
  },
  /** A part of the screens cannot be had from the server any more. */
  outdated: () =>
    void toast.error(m.load_failed_title(), {
      description: m.load_failed_text(),
      duration: Infinity,
      action: { label: m.reload(), onClick: () => location.reload() },
    }),
  refused: (reason: string) => void toast.warning(reason, { duration: 8000 }),
  failed: (error: unknown) => {
    const told = explain(error);
    toast.error(told.title, { description: told.hint, duration: 8000 });
  },
};
