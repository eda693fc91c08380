import { clsx, type ClassValue } from 'clsx';
import { twMerge } from 'tailwind-merge';

/** Joins class names; of two that say different things about the same property, the later wins. */
export const cx = (...classes: ClassValue[]) => twMerge(clsx(classes));
