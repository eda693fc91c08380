/** Class names of table pieces, for plain and virtual tables alike. */
export const th = 'h-8 px-3 text-left text-xs font-medium whitespace-nowrap';
export const thNumber = `${th} text-right`;
export const td = 'h-row px-3 align-middle';
export const tdNumber = `${td} nums text-right`;
export const tr = 'hover:bg-hover/60 transition-colors';
/** The link of a row: its hit area is the whole row, which must be `relative`. */
export const rowLink =
  'font-medium text-ink hover:text-accent-ink after:absolute after:inset-0 focus-visible:after:outline-2';
