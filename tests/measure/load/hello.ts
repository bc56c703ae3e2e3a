import express from 'express';

/** The least that a service of Express can do; says its port on stdout. */
const app = express();
app.get('/', (_request, response) => void response.json({ hello: 'world' }));
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) console.log(`http://127.0.0.1:${address.port}`);
});
