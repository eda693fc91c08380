import type { Mapping } from './columns/columns';
import { demoFile, discard, uploadFile } from './imports';
import type { ImportPreview } from '$shared/api/types';

/** What was chosen in the first step; it survives going to the preview and back. */
class ImportDraft {
  positionId = $state<number | null>(null);
  file = $state.raw<File | null>(null);
  busy = $state<'demo' | 'upload' | null>(null);
  failure = $state.raw<unknown>(null);
  private shown: { id: number; file: File; positionId: number } | null = null;

  choose(file: File | null): void {
    this.file = file;
    this.failure = null;
  }

  async chooseDemo(): Promise<void> {
    await this.during('demo', async () => this.choose(await demoFile()));
  }

  /** The preview of what is chosen: the one made before, if nothing changed since. Null when refused. */
  async preview(mapping: Mapping = {}): Promise<Pick<ImportPreview, 'id'> | null> {
    const { file, positionId, shown } = this;
    if (!file || !positionId) return null;
    if (shown && shown.file === file && shown.positionId === positionId) return shown;
    return this.during('upload', async () => {
      const preview = await uploadFile(file, positionId, mapping);
      if (shown) void discard(shown.id).catch(() => null);
      this.shown = { id: preview.id, file, positionId };
      return preview;
    });
  }

  /** Starts from nothing, for the next file. */
  clear(): void {
    this.choose(null);
    this.shown = null;
  }

  private async during<T>(what: 'demo' | 'upload', work: () => Promise<T>): Promise<T | null> {
    this.busy = what;
    this.failure = null;
    try {
      return await work();
    } catch (error) {
      this.failure = error;
      return null;
    } finally {
      this.busy = null;
    }
  }
}

export const draft = new ImportDraft();
