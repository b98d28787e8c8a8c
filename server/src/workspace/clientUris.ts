import { uriKey } from '../../../files/uri';

/**
 * How the client spells its URIs. Inside the server a file is named by the key of its URI, so that two spellings are one
 * file; what is sent to the client keeps the client's own spelling. Only what differs from its key
 * is remembered, and what was opened.
 */
export class ClientUris {
  readonly #spellings = new Map<string, string>();

  /** The key of a URI that the client has sent; its first spelling is remembered. */
  receive(uri: string): string {
    const key = uriKey(uri);
    if (key !== uri && !this.#spellings.has(key)) this.#spellings.set(key, uri);
    return key;
  }

  /** The key of a document that an editor opens; its spelling counts from now on, whatever was told before. */
  open(uri: string): string {
    const key = uriKey(uri);
    this.#spellings.set(key, uri);
    return key;
  }

  /** The client's spelling of a key: its own where it has sent it, else that of the innermost folder that it has sent. */
  send(key: string): string {
    if (this.#spellings.size === 0) return key;
    for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1)) {
      const spelling = this.#spellings.get(key.slice(0, end));
      if (spelling !== undefined) return spelling + key.slice(end);
    }
    return key;
  }
}
