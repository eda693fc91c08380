import { ApiError, refusalOf } from '$shared/api/errors';
import { session } from '$shared/session/session.svelte';

/** One file on its way to the server, with how much of it has left; `fetch` does not tell that. */
export class Upload {
  /** 0–1, or null while nothing is under way. */
  progress = $state<number | null>(null);

  async send(path: string, file: File): Promise<void> {
    this.progress = 0;
    try {
      let response = await this.post(path, file);
      if (response.status === 401 && (await session.renew())) response = await this.post(path, file);
      if (!response.ok) throw await refusalOf(response);
    } finally {
      this.progress = null;
    }
  }

  private post(path: string, file: File): Promise<Response> {
    const form = new FormData();
    form.append('file', file);
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', path);
      for (const [name, value] of Object.entries(session.headers())) request.setRequestHeader(name, value);
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) this.progress = event.loaded / event.total;
      };
      request.onload = () => resolve(answer(request));
      request.onerror = () => reject(new ApiError('offline', ''));
      request.send(form);
    });
  }
}

function answer(request: XMLHttpRequest): Response {
  const headers = new Headers();
  const pause = request.getResponseHeader('Retry-After');
  if (pause) headers.set('Retry-After', pause);
  return new Response(request.status === 204 ? null : request.responseText, {
    status: request.status,
    headers,
  });
}
