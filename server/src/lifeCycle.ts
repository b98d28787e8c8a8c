import { type Connection, type ConnectionOptions, ErrorCodes, Message, ResponseError } from 'vscode-languageserver';

/** A request that comes at the wrong time is answered as if it had this name, which no client uses. */
const untimely = 'execplan/untimely';

interface Refusal {
  code: number;
  message: string;
}

/**
 * The life of a connection as LSP has it; the library leaves it to its servers. Before `initialize` and behind `shutdown`
 * each request is answered with an error, whatever it asks for, and no notification but `exit` is heard.
 */
export class LifeCycle {
  #phase: 'unborn' | 'answered' | 'running' | 'shutDown' = 'unborn';

  /** To be given to the connection when it is made. */
  readonly connectionOptions: ConnectionOptions = {
    messageStrategy: {
      handleMessage: (message, next) => {
        if (Message.isRequest(message)) {
          const refusal = this.#refusalOf(message.method);
          return next(refusal ? { ...message, method: untimely, params: refusal } : message);
        }
        if (Message.isNotification(message) && !this.#isHeard(message.method)) return undefined;
        return next(message);
      },
    },
  };

  /** `begin` is called once: with `initialized`, or with whatever a client sends instead of it. */
  constructor(private readonly begin: () => void) {}

  listen(connection: Connection): void {
    connection.onRequest(untimely, ({ code, message }: Refusal) => new ResponseError(code, message));
    connection.listen();
  }

  /** `initialize` is as good as answered. */
  answer(): void {
    this.#phase = 'answered';
  }

  #refusalOf(method: string): Refusal | undefined {
    if (this.#phase === 'unborn')
      return method === 'initialize'
        ? undefined
        : { code: ErrorCodes.ServerNotInitialized, message: `"${method}" came before "initialize"` };
    if (this.#phase === 'shutDown')
      return { code: ErrorCodes.InvalidRequest, message: `"${method}" came after "shutdown"` };
    if (method === 'initialize') return { code: ErrorCodes.InvalidRequest, message: '"initialize" came twice' };
    this.#run();
    if (method === 'shutdown') this.#phase = 'shutDown';
    return undefined;
  }

  #isHeard(method: string): boolean {
    // The connection itself listens to what is called off.
    if (method === 'exit' || method === '$/cancelRequest') return true;
    if (this.#phase === 'unborn' || this.#phase === 'shutDown') return false;
    this.#run();
    return true;
  }

  #run(): void {
    if (this.#phase !== 'answered') return;
    this.#phase = 'running';
    this.begin();
  }
}
