import type { Component } from 'svelte';

export type MenuEntry =
  | { type: 'line' }
  | { type: 'heading'; label: string }
  | {
      type?: 'item';
      label: string;
      icon?: Component;
      run: () => void;
      checked?: boolean;
      disabled?: boolean;
      danger?: boolean;
      /** Why it is disabled, or what it does. */
      reason?: string;
    };
