/** The grid that the head and every line of the table share. */
export const COLUMNS =
  'grid items-center max-md:grid-cols-[2.5rem_minmax(0,1fr)_auto] md:grid-cols-[2.5rem_minmax(12rem,1.5fr)_9.5rem_minmax(9rem,1.2fr)_minmax(11rem,1fr)_6.5rem_8rem]';
export const MIN_WIDTH = 'md:min-w-[62rem]';
