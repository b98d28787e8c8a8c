import { readingTools } from './readingTools';
import type { Tool } from './tool';
import { writingTools } from './writingTools';

/** All tools, in the order in which agents see them: those that read first. */
export const tools: readonly Tool[] = [...readingTools, ...writingTools];
