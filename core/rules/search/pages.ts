import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { findLinks, type Link } from './links';
import { sendsAway } from './sourceLinks';

/** A link to a page of somebody else, which may hold what the plan needs. */
export interface PageLink extends Found {
  target: string;
  character: number;
  endCharacter: number;
  /** True where the sentence tells the reader to learn there what the plan does not say. */
  sendsAway: boolean;
  /** True where the address is that of a text to read, as far as it shows. */
  isText: boolean;
  isQuoted: boolean;
}

/** Evidence of the work: issues, changes, runs, releases and people on the usual hosts of repositories and trackers. */
const record =
  /^https?:\/\/[^/]+\/(?:[^?#]*\/)?(?:issues?|pulls?|merge_requests|commits?|actions|runs|jobs|pipelines|releases|tags|compare|discussions|milestones?|projects|browse|tickets?|builds?)(?:[/?#]|$)|^https?:\/\/github\.com\/[\w.-]+\/?$|^https?:\/\/(?:linear\.app|[\w.-]*sentry\.io|[\w.-]*slack\.com)\//i;
const licence = /licen[cs]e|opensource\.org|creativecommons\.org/i;
/** What is fetched, not read. */
const file =
  /\.(?:zip|tar|t?gz|tar\.\w+|whl|gem|jar|exe|dmg|pkg|msi|deb|rpm|iso|git|json|ya?ml|xml|toml|csv|svg|png|jpe?g|gif|webp|ico|mp[34]|wasm|sh|ps1|js|css)(?:[?#].*)?$/i;
/** What is called by the work, or made by it. */
const endpoint =
  /^https?:\/\/(?:(?:api|auth|cdn|registry|storage|staging|stage|dev|app|www\.googleapis)\.|[^/]*\.(?:vercel\.app|netlify\.app|pages\.dev|workers\.dev|fly\.dev|herokuapp\.com|run\.app|web\.app|onrender\.com|railway\.app|azurewebsites\.net|amazonaws\.com|supabase\.co|github\.io|googleapis\.com|openai\.azure\.com|modal\.run|ngrok\.(?:io|app))(?:[:/]|$)|[^/]+\/(?:api|v\d+|_[\w-]+|graphql|healthz?|oauth2?|token|login|auth|callback|webhooks?|rpc)(?:[/?#]|$))/i;
const text =
  /\bdocs?\b|wiki|blog|guide|tutorial|manual|reference|readme|article|spec\b|specification|learn\.|developers?\.|stackoverflow|stackexchange|medium\.com|dev\.to|arxiv|\brfc|\.(?:md|pdf|html?)(?:[?#].*)?$/i;

/** The links of a piece to pages, in order: not those to records of the work, licences, files, pictures and endpoints. */
export function findPages(piece: PieceText): PageLink[] {
  if (!piece.text.includes('://')) return [];
  return findLinks(piece).flatMap((link) => {
    const { kind, line, target, character, endCharacter, isQuoted } = link;
    const isPicture = piece.lineAt(line)[character - 1] === '!';
    if (kind !== 'external' || isPicture || record.test(target) || licence.test(target) || file.test(target)) return [];
    const away = sendsAway(link, piece);
    const isText = text.test(target);
    if (!away && !isText && isAddress(link)) return [];
    return [{ line, target, character, endCharacter, sendsAway: away, isText, isQuoted }];
  });
}

/** True for what is called rather than read: an endpoint, or a host alone that no words link to. */
function isAddress({ target, text: words }: Link): boolean {
  return endpoint.test(target) || (words === '' && /^https?:\/\/[^/?#]+\/?$/i.test(target));
}
