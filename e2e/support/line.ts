import http from 'node:http';
import net, { type AddressInfo } from 'node:net';

/**
 * A browser's line to the server, as a proxy that can be cut: what is open breaks, as when a cable is pulled. The
 * browser's own "offline" only refuses what is new; a stream that is open goes on.
 */
export class Line {
  readonly #server: http.Server;
  #isCut = false;

  private constructor() {
    this.#server = http.createServer((request, response) => {
      if (this.#isCut) return void request.socket.destroy();
      const { method, headers, url } = request;
      const onward = http.request(url!, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      response.on('close', () => onward.destroy());
      request.pipe(onward);
    });
    // Playwright's own requests, which sign a browser in, ask for a tunnel; pages over http do not.
    this.#server.on('connect', ({ url }, socket) => {
      const { hostname, port } = new URL(`http://${url}`);
      const onward = net.connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
  }

  static async lay(): Promise<Line> {
    const line = new Line();
    await new Promise<void>((laid) => line.#server.listen(0, '127.0.0.1', laid));
    return line;
  }

  /** For a browser's options. */
  get proxy(): { server: string } {
    return { server: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}` };
  }

  cut(): void {
    this.#isCut = true;
    this.#server.closeAllConnections();
  }

  mend(): void {
    this.#isCut = false;
  }

  remove(): void {
    this.cut();
    this.#server.close();
  }
}
