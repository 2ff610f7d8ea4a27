import { connect } from 'node:net';

/** Sends bytes as they are, for requests no decent client would make, and returns the whole answer. */
export const rawHttp = (url: string, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
    // Not `end`: a server may drop what it was still going to say to somebody who hung up.
    socket.write(request);
  });

/** A GET whose path is not tidied up on the way. */
export const rawGet = (url: string, path: string): Promise<string> =>
  rawHttp(url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
