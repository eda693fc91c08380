import FileText from '@lucide/svelte/icons/file-text';
import { CV_SOURCE } from './words';
import type { ShownMoment } from '$features/desk/applications/detail/timeline/moments';
import { toldWords } from '$features/desk/applications/told';
import type { CvSource } from '$features/desk/applications/types';
import * as m from '$messages';

/** A CV that came in the timeline of an application. */
export const cvMoment: ShownMoment = {
  chip: m.cvs,
  icon: FileText,
  say: ({ from, note }) => ({
    title: m.moment_cv({ source: CV_SOURCE[from as CvSource]?.() ?? from ?? '' }),
    text: note ? toldWords(note) : '',
  }),
};
