import 'server-only';
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * IPv4 ranges that are nobody's public web server: IANA's special-purpose registry (RFC 6890 and its updates), multicast,
 * the reserved rest, and the one public address under which a cloud answers its own machines.
 */
const CLOSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** What IPv6 gives to the public web: global unicast. Loopback, local, mapped and multicast addresses lie outside. */
const OPEN_V6 = '2000::/3';
/** Stretches of it that are something else: protocols (Teredo among them), examples, and 6to4, which embeds any IPv4 address. */
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
/** Networks without IPv4 give an IPv4 server such an address; the last 32 bits are its own. */
const NAT64 = '64:ff9b::/96';

const closedV4 = listOf(CLOSED_V4, 'ipv4');
const openV6 = listOf([OPEN_V6], 'ipv6');
const closedV6 = listOf(CLOSED_V6, 'ipv6');
const nat64 = listOf([NAT64], 'ipv6');

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address, bits] = range.split('/');
    list.addSubnet(address!, Number(bits), family);
  }
  return list;
}

/** Whether an IP address, as text, belongs to the public internet. What is no address does not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closedV4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  if (nat64.check(address, 'ipv6')) return isPublicAddress(lastFourBytesOf(address));
  return openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
}

/** The last 32 bits of an IPv6 address in the dotted form. */
function lastFourBytesOf(address: string): string {
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (dotted) return dotted;
  // A URL writes an address in its shortest form, in which the last two groups may be hidden in "::".
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [head, tail] = groups.map((half) => half.split(':').filter(Boolean));
  const all = tail ? [...head!, ...Array<string>(8 - head!.length - tail.length).fill('0'), ...tail] : head!;
  return all
    .slice(-2)
    .flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255])
    .join('.');
}

/** Names that mean something inside a network alone, whatever they resolve to. */
const INSIDE = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'home.arpa',
  'arpa',
  'onion',
  'test',
  'invalid',
];

/** Whether a host's name (lower case, no closing dot) can belong to the public web: it has a dot and no inner ending. */
export const isPublicName = (name: string): boolean =>
  name.includes('.') && !INSIDE.some((ending) => name === ending || name.endsWith(`.${ending}`));
