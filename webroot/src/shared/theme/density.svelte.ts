/** Row height of tables, remembered; `theme.js` sets it before the first paint. */
class Density {
  compact = $state(document.documentElement.dataset.density === 'compact');

  toggle(): void {
    this.compact = !this.compact;
    if (this.compact) document.documentElement.dataset.density = 'compact';
    else delete document.documentElement.dataset.density;
    localStorage.setItem('density', this.compact ? 'compact' : 'normal');
  }
}

export const density = new Density();
