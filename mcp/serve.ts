import {
  CLIENT_INFO_META_KEY,
  type Implementation,
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
  type ServerContext,
  type StandardSchemaWithJSON,
} from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { ListedPrompt, McpService } from './service';

/**
 * Serves MCP over standard input and output, by the protocol of 2026-07-28 and by those of 2025, until the client closes its
 * end or `end` is aborted.
 */
export async function serveMcp(service: McpService, end: AbortSignal): Promise<void> {
  const handle = serveStdio(({ era }) => serverOf(service, era), { onerror: service.onError });
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    end.addEventListener('abort', () => resolve(), { once: true });
  });
  await handle.close();
}

/** A server for one connection, by the protocol of 2026 (`modern`) or by those of 2025. */
function serverOf(service: McpService, era: 'modern' | 'legacy'): McpServer {
  const { version, instructions, tools, prompts } = service;
  const server = new McpServer(
    { name: 'execplan', title: 'ExecPlan', version },
    { instructions, capabilities: { resources: { subscribe: true, listChanged: true } } },
  );
  for (const { name, title, description, inputSchema, outputSchema, isReadOnly } of tools)
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: schemaOf(inputSchema),
        outputSchema: schemaOf(outputSchema),
        annotations: {
          readOnlyHint: isReadOnly,
          destructiveHint: false,
          idempotentHint: isReadOnly,
          openWorldHint: false,
        },
      },
      async (input, context) => {
        const { data, text, isRefused } = await service.call(name, input, clientOf(server, context));
        return {
          content: [{ type: 'text', text }],
          structuredContent: data as Record<string, unknown>,
          ...(isRefused ? { isError: true } : {}),
        };
      },
    );
  for (const prompt of prompts) registerPrompt(server, prompt);
  registerResources(server, service, era === 'modern');
  return server;
}

function registerPrompt(server: McpServer, { name, title, description, text }: ListedPrompt): void {
  const argsSchema = schemaOf({
    type: 'object',
    properties: { file: { type: 'string', description: 'the file of the plan; left out, the only one at work' } },
  });
  server.registerPrompt(name, { title, description, argsSchema }, async (said) => {
    const { file } = (said ?? {}) as { file?: unknown };
    if (file !== undefined && typeof file !== 'string')
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, '"file" has to be a text');
    return { messages: [{ role: 'user', content: { type: 'text', text: await text(file || undefined) } }] };
  });
}

function registerResources(server: McpServer, { resources }: McpService, isModern: boolean): void {
  const { server: connection } = server;
  const subscribed = new Set<string>();
  let stop: (() => void) | undefined;
  const watch = () => {
    stop ??= resources.watch(
      () => server.sendResourceListChanged(),
      (uri) => {
        if (isModern || subscribed.has(uri)) void connection.sendResourceUpdated({ uri }).catch(() => {});
      },
    );
  };
  // By the new protocol the SDK itself hears what a client listens to; by the old ones nobody is told before it has asked.
  if (isModern) watch();
  server.registerResource(
    'plan',
    new ResourceTemplate('file:///{+path}', {
      list: async () => {
        watch();
        return {
          resources: (await resources.list()).map((each) => ({ ...each, mimeType: 'text/markdown' })),
        };
      },
    }),
    { title: 'ExecPlan', description: 'The text of a plan', mimeType: 'text/markdown' },
    async ({ href }) => {
      const text = await resources.read(href).catch(() => {
        throw new ResourceNotFoundError(href);
      });
      return { contents: [{ uri: href, mimeType: 'text/markdown', text }] };
    },
  );
  connection.setRequestHandler('resources/subscribe', ({ params }) => {
    subscribed.add(params.uri);
    watch();
    return {};
  });
  connection.setRequestHandler('resources/unsubscribe', ({ params }) => {
    subscribed.delete(params.uri);
    return {};
  });
  connection.onclose = () => stop?.();
}

/** The name that a client gave: with each request by the new protocol, once by the old ones. */
function clientOf({ server }: McpServer, { mcpReq }: ServerContext): string | undefined {
  const envelope: Readonly<Record<string, unknown>> = mcpReq.envelope ?? {};
  const info = (envelope[CLIENT_INFO_META_KEY] as Implementation | undefined) ?? server.getClientVersion();
  return info?.title ?? info?.name;
}

/** A schema as it is listed. What belongs in an input is checked where its refusal can say what would work. */
function schemaOf(schema: Readonly<Record<string, unknown>>): StandardSchemaWithJSON<unknown, unknown> {
  const json = () => ({ ...schema });
  return {
    '~standard': {
      version: 1,
      vendor: 'execplan',
      jsonSchema: { input: json, output: json },
      validate: (value) => ({ value }),
    },
  };
}
