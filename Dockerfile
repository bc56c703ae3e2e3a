# Debian rather than Alpine: the database driver has a prebuilt library for both, and the tests run
# with the one for Debian.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY indexer ./indexer
COPY src ./src
RUN npm run build \
  && rm dist/.tsbuildinfo \
  && npm prune --omit=dev --ignore-scripts \
  # Both builds of the driver are installed; the other one is never loaded here.
  && rm -rf node_modules/@libsql/linux-*-musl*

FROM node:20-bookworm-slim
# Whoever reaches the port may search; AXTAR_SEARCH_ACCESS=key makes every search need a key.
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  AXTAR_SEARCH_ACCESS=open \
  AXTAR_DATA_DIR=/var/lib/axtar
# A new volume takes over the owner of the folder that it is mounted on.
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/axtar /run/axtar/key
WORKDIR /app
COPY package.json ./
COPY config ./config
COPY sample ./sample
COPY src/web/assets ./src/web/assets
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
ENTRYPOINT ["node", "dist/src/cli/main.js"]
CMD ["serve"]
