/** The grid that the head and every line of the table share. */
export const COLUMNS =
  'grid grid-cols-[2.5rem_minmax(12rem,1.5fr)_9.5rem_minmax(9rem,1.2fr)_minmax(11rem,1fr)_6.5rem_8rem] items-center';
export const MIN_WIDTH = 'min-w-[62rem]';
