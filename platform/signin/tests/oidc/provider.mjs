// Two OpenID Connect providers for the tests, each on a free port of this machine:
// * a real one (npm oidc-provider with its development pages, where any name signs in);
// * a forger, whose token endpoint signs whatever the code says, to see what the relying party refuses.
// Prints one line of JSON when both listen. Argument: the client's public key as a JWK.
import http from 'node:http';
import crypto from 'node:crypto';
import { Provider } from 'oidc-provider';

const clientKey = JSON.parse(process.argv[2]);
const redirect = process.argv[3];
const rsa = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
const stranger = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = (key, more) => ({ ...key.export({ format: 'jwk' }), use: 'sig', ...more });

const listen = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));

// The real one.
const real = http.createServer();
const realIssuer = `http://127.0.0.1:${await listen(real)}`;
const provider = new Provider(realIssuer, {
  clients: [
    { client_id: 'with-secret', client_secret: 'a secret of the tests', redirect_uris: [redirect] },
    {
      client_id: 'with-key', redirect_uris: [redirect], token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256', id_token_signed_response_alg: 'ES256', jwks: { keys: [clientKey] },
    },
  ],
  jwks: { keys: [jwk(rsa.privateKey, { kid: 'rsa', alg: 'RS256' }), jwk(ec.privateKey, { kid: 'ec', alg: 'ES256' })] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@council.example`, email_verified: true, name: 'Amala Bird' }),
  }),
  cookies: { keys: ['for the tests alone'] },
  pkce: { required: () => true },
});
real.on('request', provider.callback());

// The forger: the code is base64url JSON { claims, key: 'rsa' | 'stranger', alg }.
const forger = http.createServer();
const forgerIssuer = `http://127.0.0.1:${await listen(forger)}`;
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = ({ claims, key = 'rsa', alg = 'RS256' }) => {
  const signed = `${part({ alg, kid: 'rsa', typ: 'JWT' })}.${part(claims)}`;
  const pem = rsa.publicKey.export({ format: 'pem', type: 'spki' });
  const signature = {
    RS256: () => crypto.sign('sha256', Buffer.from(signed), key === 'rsa' ? rsa.privateKey : stranger.privateKey),
    HS256: () => crypto.createHmac('sha256', pem).update(signed).digest(),
    none: () => Buffer.alloc(0),
  }[alg]();
  return `${signed}.${signature.toString('base64url')}`;
};
forger.on('request', (request, response) => {
  const answer = (body) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  };
  if (request.url === '/.well-known/openid-configuration') {
    return answer({
      issuer: forgerIssuer, authorization_endpoint: `${forgerIssuer}/auth`, token_endpoint: `${forgerIssuer}/token`,
      jwks_uri: `${forgerIssuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  }
  if (request.url === '/keys') return answer({ keys: [jwk(rsa.publicKey, { kid: 'rsa', alg: 'RS256' })] });
  let body = '';
  request.on('data', (chunk) => { body += chunk; });
  request.on('end', () => {
    const told = JSON.parse(Buffer.from(new URLSearchParams(body).get('code'), 'base64url'));
    answer({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: sign(told) });
  });
});

console.log(`READY ${JSON.stringify({ real: realIssuer, forger: forgerIssuer })}`);
